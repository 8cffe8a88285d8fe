import type { ImportedTable, StagedField } from "../../../shared/api/api.ts";
import type { Field } from "../../../shared/fields/field.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { recordNumberField } from "../../../shared/wording/recordNumber.ts";
import type { Line } from "./lines.ts";
import { correctionShown } from "./typedText.ts";

// Which columns the list of 核对 has for a table, and how wide they stand. Pure.

export interface CheckColumn {
  readonly key: string;
  readonly ledger: string;
  readonly field: string;
  readonly heading: string;
  readonly kind: Field["kind"];
  /** Columns of the sheet that feed it. */
  readonly from: readonly number[];
  readonly width: number;
}

const NARROWEST = 64;
const WIDEST = 240;
const PADDING = 18;

/** Fields in the order of the sheet's columns; a field that several columns feed stands once. */
export function checkColumns(table: ImportedTable, lines: readonly Line[]): CheckColumn[] {
  const columns = new Map<string, CheckColumn>();
  for (const { column, heading, ledger, field: target } of table.columns) {
    if (ledger === null || target === null || target === recordNumberField) continue;
    const [name = ""] = target.split(/[@#]/u);
    const key = `${ledger}.${name}`;
    const known = columns.get(key);
    if (known !== undefined) {
      columns.set(key, { ...known, from: [...known.from, column] });
      continue;
    }
    const field = findLedger(ledger)?.fields[name];
    columns.set(key, {
      key,
      ledger,
      field: name,
      heading: field === undefined ? heading : headingOf(field),
      kind: field?.kind ?? "text",
      from: [column],
      width: 0,
    });
  }
  return [...columns.values()].map((column) => ({ ...column, width: widthOf(column, lines) }));
}

function headingOf(field: Field): string {
  return field.kind === "money" ? `${field.label}（${field.importUnit}）` : field.label;
}

function widthOf(column: CheckColumn, lines: readonly Line[]): number {
  const cells = lines.slice(0, 200).map((line) => {
    const said = fieldIn(line, column);
    if (said === undefined) return 0;
    const change = said.changed && said.before !== "" ? wordsWidth(`${plain(column.kind, said.before)} → `) : 0;
    return change + wordsWidth(plain(column.kind, said.after));
  });
  const widest = cells.reduce((most, width) => Math.max(most, width), wordsWidth(column.heading));
  return Math.min(WIDEST, Math.max(NARROWEST, widest + PADDING));
}

/** Pixels at 13 px: a Chinese character is square, a Latin one a little over half. */
export function wordsWidth(words: string): number {
  let width = 0;
  for (const character of words) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 13 : 7.6;
  return Math.ceil(width);
}

/** The first record of the line that says the column's field. */
export function fieldIn(line: Line, { ledger, field }: Pick<CheckColumn, "ledger" | "field">): StagedField | undefined {
  for (const record of line.records) {
    const said = record.ledger === ledger ? record.fields.find((one) => one.field === field) : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
}

/** What is typed over the column's field in the line, as people read it. */
export function correctionIn(line: Line, { ledger, field, kind }: CheckColumn): string | undefined {
  for (const record of line.records) {
    if (record.ledger !== ledger) continue;
    const shown = correctionShown(findLedger(ledger)?.fields[field], record.decision?.values, field);
    if (shown !== undefined) return plain(kind, shown);
  }
  return undefined;
}

/** Amounts say their unit in the heading. */
export function plain(kind: Field["kind"], words: string): string {
  return kind === "money" ? words.replace(/[^\d.−-]+$/, "") : words;
}

export function isNumeric(kind: Field["kind"]): boolean {
  return kind === "money" || kind === "count" || kind === "number" || kind === "percent";
}

/** Width of the column that says what becomes of each row. */
export function outcomeWidth(words: readonly string[]): number {
  const widest = words.slice(0, 200).reduce((most, one) => Math.max(most, wordsWidth(one)), 0);
  return Math.min(170, Math.max(84, widest + 32));
}
