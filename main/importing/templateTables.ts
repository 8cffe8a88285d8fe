import type { ColumnCorrection, TableCorrection } from "../../shared/api/importing.ts";
import type { Field } from "../../shared/fields/field.ts";
import { type TemplateColumn, templateColumns, templateHeading } from "../../shared/ledgers/templateColumns.ts";
import { recordNumberField } from "../../shared/wording/recordNumber.ts";
import { unkeptColumn } from "../../shared/wording/templateMark.ts";
import { tableOf, type FoundTable } from "./findTables.ts";
import type { Ledgers, LedgerWords } from "./ledgerWords.ts";
import { normaliseHeading } from "./normaliseHeading.ts";
import { readBody, type Body } from "./readBody.ts";
import { isNote, plainText } from "./rowKinds.ts";
import { isBlank, ownCells, type Grid, type GridRow } from "./sheetGrid.ts";
import type { MarkedRow } from "./templateMarks.ts";
import type { Words } from "./words.ts";

// A sheet that bears the marks of our own template: where its table stands and what its columns feed is known, whatever
// its sender has inserted, sorted, deleted or renamed. Nothing is guessed from title, file name or cells.

export interface TemplateTable {
  readonly table: FoundTable;
  /** What the marks say, as a person would. */
  readonly correction: Pick<TableCorrection, "ledger" | "year" | "columns">;
}

/** What is believed before a file is opened. */
interface Known {
  readonly ledgers: Ledgers;
  readonly words: readonly LedgerWords[];
  readonly headings: Words;
  readonly extras: Readonly<Record<string, Readonly<Record<string, Field>>>>;
}

/** The filled-in templates of a sheet in reading order; a blank one is none. null where the marks lead nowhere. */
export function* templateTables(
  grid: Grid,
  marks: readonly MarkedRow[],
  { headings, words, ledgers, extras }: Known,
): Generator<void, TemplateTable[] | null> {
  const tables: TemplateTable[] = [];
  let led = false;
  for (const [at, mark] of marks.entries()) {
    const declaration = ledgers[mark.ledger];
    const own = words.find((one) => one.declaration.name === mark.ledger);
    const end = marks[at + 1]?.row ?? Infinity;
    const top = headingUnder(grid, mark, end);
    if (declaration === undefined || own === undefined || top === null) continue;
    led = true;
    const from = grid.rows.findIndex(({ row }) => row > (marks[at - 1]?.row ?? 0));
    const to = end === Infinity ? grid.rows.length : beforeTitle(grid, end, top);
    const table = yield* tableUnder(grid, mark, { from: at === 0 ? 0 : Math.min(from, top), top, to }, headings);
    if (table.rows.length === 0) continue;
    const columns = saidBy(mark, table, own, templateColumns(declaration, ledgers, extras[mark.ledger]));
    const year = mark.year === null ? {} : { year: mark.year };
    tables.push({ table, correction: { ledger: mark.ledger, ...year, columns } });
  }
  return led ? tables : null;
}

/** A blank row may have been put between the hidden row and the heading. */
const rowsBetween = 3;

/** Index of the heading: a row right below the marks with words under most of them. */
function headingUnder(grid: Grid, { row: marked, columns }: MarkedRow, end: number): number | null {
  const at = grid.rows.findIndex(({ row, cells }) => {
    if (row <= marked || row >= end || row > marked + rowsBetween) return false;
    return cells.filter((cell) => columns.has(cell.column) && !isBlank(cell.text)).length >= columns.size / 2;
  });
  return at < 0 ? null : at;
}

/** Where the lines above a further template on the same sheet begin. */
function beforeTitle(grid: Grid, mark: number, top: number): number {
  let at = grid.rows.findIndex(({ row }) => row > mark);
  if (at < 0) at = grid.rows.length;
  while (at - 1 > top) {
    const above = grid.rows[at - 1];
    if (above === undefined || (ownCells(above).length > 1 && !isNote(above))) break;
    at--;
  }
  return at;
}

function* tableUnder(
  grid: Grid,
  mark: MarkedRow,
  { from, top, to }: { from: number; top: number; to: number },
  headings: Words,
): Generator<void, FoundTable> {
  const storeys = grid.rows.slice(top, top + 1);
  const place = { storeys, width: mark.columns.size, titles: new Set<string>(), from: top + 1, to, isGiven: true };
  const body = yield* readBody(grid, place, headings);
  const rows = withoutSignature(body.rows.filter((row) => saysAnything(row, mark)));
  const { unit: _unit, ...table } = tableOf(grid, from, { top, bottom: top }, { ...body, rows });
  const title = grid.rows[from];
  return { ...table, title: title === undefined || from === top ? "" : (ownCells(title)[0]?.text.trim() ?? "") };
}

/** A serial number, and the number of a record whose values were all deleted, make no row. */
function saysAnything(row: GridRow, { columns }: MarkedRow): boolean {
  return ownCells(row).some(({ column }) => {
    const key = columns.get(column)?.column;
    return key !== unkeptColumn && key !== recordNumberField;
  });
}

/** 单位（盖章）, 2024年3月1日 and the like below the last row. */
function withoutSignature(rows: Body["rows"]): Body["rows"] {
  const end = rows.findLastIndex((row) => {
    const cells = ownCells(row);
    return !cells.every((cell) => signature.test(plainText(cell)));
  });
  return rows.slice(0, end + 1);
}
// Only a colon behind a word for who, where and when: 面向2030：量子研究 is a name.
const signature =
  /^[^:：]{0,8}(?:[人员者]|单位|部门|机构|[科处]室|街道|电话|手机|传真|日期|时间|邮箱|地址|领导|主管|负责|审核|[签盖]章|签字|签名)(?:\([^)]*\))?[:：]|盖章|公章|签字|签名|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/u;

/** Columns as the marks say. One whose heading was made another known one is understood by that. */
function saidBy(
  { columns }: MarkedRow,
  table: FoundTable,
  words: LedgerWords,
  known: readonly TemplateColumn[],
): ColumnCorrection[] {
  return table.columns.flatMap(({ column, heading }): ColumnCorrection[] => {
    const mark = columns.get(column);
    if (mark === undefined) return [];
    if (mark.column === unkeptColumn) return [{ column, field: null }];
    if (mark.column === recordNumberField) return [{ column, field: recordNumberField }];
    const is = known.find(({ key }) => key === mark.column);
    if (is === undefined || isAnother(heading, is, words)) return [];
    const unit = normaliseHeading(heading).unit ?? mark.unit;
    const field = is.part === "value" ? is.name : `${is.name}#${is.part}`;
    const isMeasured = is.field.kind === "money" || is.field.kind === "percent";
    return [
      {
        column,
        field,
        ...(is.ledger === words.declaration.name ? {} : { ledger: is.ledger }),
        ...(isMeasured && unit !== null ? { unit } : {}),
      },
    ];
  });
}

function isAnother(heading: string, column: TemplateColumn, { byKey }: LedgerWords): boolean {
  const { key } = normaliseHeading(heading);
  if (key === "" || key === normaliseHeading(templateHeading(column)).key) return false;
  const means = byKey.get(key) ?? [];
  const isSame = ({ target }: (typeof means)[number]): boolean =>
    target !== null && target.ledger === column.ledger && target.field.split(/[@#]/u)[0] === column.name;
  return means.length > 0 && !means.some(isSame);
}
