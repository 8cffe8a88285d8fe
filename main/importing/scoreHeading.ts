import { isMissing, isNumeric, isPeriod, soundsLikeHeading } from "./cellKinds.ts";
import { isBanner, isFurniture, isNote, totalKind } from "./rowKinds.ts";
import { cellAt, isBlank, ownCells, type GridCell, type GridRow } from "./sheetGrid.ts";
import { isWord, type Words } from "./words.ts";

// How much a row looks like the heading of the rows below it. Words of our ledgers speak loudest, but a table that
// no ledger knows has a heading too: short and different texts over columns of another kind.

export interface RowShape {
  readonly row: GridRow;
  /** Cells with text of their own or from above. */
  readonly own: readonly GridCell[];
  /** Columns that hold anything, spread merges included. */
  readonly covered: number;
  readonly figures: number;
  readonly kinds: ReadonlyMap<number, CellKind>;
}
export interface HeadingScore {
  readonly score: number;
  readonly contrast: number;
}
const none: HeadingScore = { score: -Infinity, contrast: 0 };
type CellKind = "figure" | "period" | "text" | "missing";

/** Rows below a candidate that are looked at. */
const lookedBelow = 12;
const longText = 30;

export function shapeOf(row: GridRow): RowShape {
  const own = ownCells(row);
  const kinds = new Map<number, CellKind>();
  let figures = 0;
  for (const cell of own) {
    const kind = kindOf(cell);
    if (kind === "figure") figures++;
    kinds.set(cell.column, kind);
  }
  return { row, own, covered: row.cells.filter(({ text }) => !isBlank(text)).length, figures, kinds };
}

function kindOf(cell: GridCell): CellKind {
  if (isNumeric(cell)) return "figure";
  if (isMissing(cell.text)) return "missing";
  return isPeriod(cell) ? "period" : "text";
}

/**
 * Per cell: +2 a known word, +1.5 a text that ends as headings do, +1 a short one or a period, less for what reads like
 * data; +1 for each column whose cells below are figures. All by the share of the columns below that the row covers.
 * -Infinity where the row is no heading: titles, notes, totals, rows like those below them.
 * `contrast` is the number of its texts that stand over figures.
 */
export function scoreHeading(shape: RowShape, rowsBelow: readonly RowShape[], words: Words): HeadingScore {
  const { row, own, covered, figures } = shape;
  if (own.length === 0 || figures > own.length / 2) return none;
  if (isBanner(row) || isNote(row) || isFurniture(row) || totalKind(row) !== null) return none;
  // A repeated heading says nothing of the data.
  const below = rowsBelow.filter((other) => !isRepeated(shape, other)).slice(0, lookedBelow);
  let score = 0;
  let known = 0;
  let contrast = 0;
  let alike = 0;
  for (const cell of own) {
    const isKnown = isWord(cell.text, words);
    if (isKnown) known++;
    score += isKnown ? 2 : scoreCell(cell);
    const under = kindBelow(cell, below);
    if (under === "figure" && isNumeric(cell)) alike++;
    else if (under === "figure" && !isMissing(cell.text)) contrast++;
    if (under === "same") score -= 1.5;
  }
  if (known === 0 && (own.length === 1 || (alike > 0 && contrast === 0))) return none;
  return { score: (score + contrast) * coverage(covered, below), contrast };
}

function scoreCell(cell: GridCell): number {
  if (isNumeric(cell)) return -1;
  if (cell.text.length > longText && !/\n/u.test(cell.text)) return -1;
  if (soundsLikeHeading(cell.text)) return 1.5;
  if (isPeriod(cell) || !/\d/u.test(cell.text)) return isMissing(cell.text) ? 0 : 1;
  return 0;
}

/** `figure` where the column below holds figures, `same` where the very text stands below again, as only data does. */
function kindBelow(cell: GridCell, below: readonly RowShape[]): "figure" | "same" | null {
  let figures = 0;
  let texts = 0;
  let same = 0;
  for (const { row, kinds } of below) {
    const kind = kinds.get(cell.column);
    if (kind === undefined || kind === "missing") continue;
    if (kind === "figure" || (kind === "period" && !isPeriod(cell))) figures++;
    else texts++;
    if (
      same === 0 &&
      row.cells.some(({ column, text, filled }) => filled === undefined && column === cell.column && text === cell.text)
    )
      same++;
  }
  if (same > 0 && cell.filled === undefined) return "same";
  return figures > 0 && figures >= texts * 2 ? "figure" : null;
}

/** A line of two cells over rows of eight is part of a title. */
function coverage(covered: number, below: readonly RowShape[]): number {
  const widths = below
    .map((shape) => shape.covered)
    .filter((width) => width > 1)
    .sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length * 0.6)] ?? covered;
  return Math.min(1, covered / usual);
}

/** The same heading again, on the next page or over the next table. */
function isRepeated({ row }: RowShape, other: RowShape): boolean {
  const own = other.own.filter(({ filled }) => filled === undefined);
  const same = own.filter(({ column, text }) => cellAt(row, column)?.text === text);
  return same.length >= 2 && same.length >= own.length / 2;
}
