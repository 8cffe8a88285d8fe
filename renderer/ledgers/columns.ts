import type { StoredRecord } from "../../shared/api/api.ts";
import { type ExtraField, fieldOfExtra } from "../../shared/fields/extraField.ts";
import type { Field, Value } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";

// Which columns a plain list has and how wide they stand. Pure: the list measures its box and draws.

export interface Column {
  readonly name: string;
  readonly field: Field;
  /** A column of the bureau's own: its values stand in `extras`. */
  readonly extra: boolean;
  readonly isTitle: boolean;
}

export interface FittedColumn extends Column {
  readonly width: number;
}

/** The declared columns in their order, the bureau's own at the end. */
export function columnsOf(declaration: LedgerDeclaration, extras: readonly ExtraField[]): Column[] {
  const declared = (declaration.columns ?? Object.keys(declaration.fields)).flatMap((name): Column[] => {
    const field = declaration.fields[name];
    return field === undefined ? [] : [{ name, field, extra: false, isTitle: name === declaration.titleField }];
  });
  return [
    ...declared,
    ...extras.map((extra) => ({ name: extra.name, field: fieldOfExtra(extra), extra: true, isTitle: false })),
  ];
}

export function valueIn({ name, extra }: Column, record: StoredRecord): Value | null {
  return (extra ? record.extras[name] : record.values[name]) ?? null;
}

/** The heading of a column; amounts say their unit there and not in every cell. */
export function headingOf({ field }: Column): string {
  return field.kind === "money" ? `${field.label}（${field.importUnit}）` : field.label;
}

/** A value as a cell shows it: money without its unit. */
export function cellWords(field: Field, value: Value | null, titles: Readonly<Record<string, string>>): string {
  if (value === null) return "";
  const words = showValue(field, value, titles);
  return field.kind === "money" ? words.replace(/[^\d.−-]+$/, "") : words;
}

const NARROWEST = 56;
const WIDEST = 300;
const PADDING = 18;

/** Pixels that words take at 13 px: a Chinese character is square, a Latin one a little over half. */
export function wordsWidth(words: string): number {
  let width = 0;
  for (const character of words) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 13 : 7.6;
  return Math.ceil(width);
}

/**
 * Widths in pixels, made from the headings and the first rows: what fits is shown whole and the rest of the room goes to
 * the title; where it does not fit, the widest columns give way first, down to `least` for each, and then the list scrolls.
 */
export function fitColumns(
  columns: readonly Column[],
  records: readonly StoredRecord[],
  titles: Readonly<Record<string, string>>,
  room: number,
): FittedColumn[] {
  const natural = columns.map((column) => naturalWidth(column, records, titles));
  const least = columns.map((column, at) => Math.min(natural[at] ?? 0, leastWidth(column)));
  const widths = shrink(natural, least, room);
  const spare = room - widths.reduce((sum, width) => sum + width, 0);
  const grows = Math.max(
    0,
    columns.findIndex(({ isTitle }) => isTitle),
  );
  return columns.map((column, at) => ({
    ...column,
    width: (widths[at] ?? NARROWEST) + (spare > 0 && at === grows ? spare : 0),
  }));
}

function naturalWidth(column: Column, records: readonly StoredRecord[], titles: Readonly<Record<string, string>>) {
  const stages = column.field.kind === "stages";
  const cells = records
    .slice(0, 200)
    .map((record) => (stages ? 110 : wordsWidth(cellWords(column.field, valueIn(column, record), titles))));
  const widest = cells.reduce((most, width) => Math.max(most, width), wordsWidth(headingOf(column)));
  return Math.min(WIDEST, Math.max(NARROWEST, widest + PADDING));
}

/** The heading stays readable; names keep room for six characters. */
function leastWidth(column: Column): number {
  const { field, isTitle } = column;
  if (isTitle) return 150;
  const names = field.kind === "text" || field.kind === "reference" || field.kind === "references";
  return Math.max(names ? 96 : 64, Math.min(96, wordsWidth(headingOf(column)) + PADDING));
}

/** Takes from the widest first, evenly, until all fit or none can give more. */
function shrink(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const givers = widths.flatMap((width, at) => (width > (least[at] ?? 0) ? [at] : []));
    if (givers.length === 0) break;
    const top = Math.max(...givers.map((at) => widths[at] ?? 0));
    const atTop = givers.filter((at) => widths[at] === top);
    const next = Math.max(
      ...givers.map((at) => widths[at] ?? 0).filter((width) => width < top),
      ...atTop.map((at) => least[at] ?? 0),
      0,
    );
    const step = Math.min(top - next, Math.ceil(over / atTop.length));
    for (const at of atTop) widths[at] = top - Math.max(1, step);
    over -= Math.max(1, step) * atTop.length;
  }
  return widths;
}
