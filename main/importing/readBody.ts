import { isMissing, isNumeric, soundsLikeHeading } from "./cellKinds.ts";
import { columnKinds, type ColumnKinds } from "./columnKinds.ts";
import { plainHeading } from "./normaliseHeading.ts";
import {
  isBanner,
  isColumnNumbers,
  isExampleRow,
  isFurniture,
  isGroup,
  isNote,
  isNoteText,
  isTitleLine,
  plainText,
  rowWords,
  totalKind,
} from "./rowKinds.ts";
import { cellAt, ownCells, type Grid, type GridCell, type GridRow } from "./sheetGrid.ts";
import { isWord, type Words } from "./words.ts";

// The rows below a heading, up to the next table: which are data, and what the others are. Everything here is done
// for every row of a sheet, so cheap looks come before dear ones.

/** `aggregate`: a part of the whole that no sum of neighbouring rows yields (东部地区). */
export type TotalKind = "subtotal" | "total" | "aggregate";

export interface Body {
  rows: GridRow[];
  totals: { row: GridRow; kind: TotalKind; after: number }[];
  notes: GridRow[];
  /** Rows that only show how a form is to be filled in. */
  examples: GridRow[];
  /** Index where the next table's search begins. */
  next: number;
}

export interface BodyPlace {
  /** Heading rows; none for a page that goes on without them. */
  readonly storeys: readonly GridRow[];
  /** Columns that the table has. */
  readonly width: number;
  /** Title lines above, as compared (`lineKey`): a printed page repeats them. */
  readonly titles: ReadonlySet<string>;
  /** Index of the first row below the heading, and of the row after the last one that may be read. */
  readonly from: number;
  readonly to: number;
  /** A person has said where the table ends: no other table is looked for within. */
  readonly isGiven?: boolean;
  /** Row numbers that a person calls data. */
  readonly sure?: ReadonlySet<number>;
}

const rowsInStep = 50;

export function* readBody(grid: Grid, place: BodyPlace, words: Words): Generator<void, Body> {
  const { storeys, width, titles, from, to } = place;
  const headings = storeys.map(rowWords);
  const kinds = columnKinds();
  const body: Body = { rows: [], totals: [], notes: [], examples: [], next: to };
  let ended = false;
  let afterHeading = true;
  let before = storeys.at(-1)?.row ?? 0;
  for (let at = from; at < to; at++) {
    if (at % rowsInStep === 0) yield;
    const row = grid.rows[at];
    if (row === undefined) continue;
    const cells = ownCells(row);
    if (cells.length === 0) continue;
    if (place.sure?.has(row.row) === true) {
      body.rows.push(row);
      continue;
    }
    const isApart = row.row - before > 1;
    before = row.row;
    const first = cells[0];
    if (isRepeated(row, first, headings)) {
      const lines = linesAbove(grid, at, storeys, width);
      takeOut(body, lines);
      if (place.isGiven !== true && lines.some((line) => isNewTitle(line, titles)))
        return { ...body, next: at - lines.length };
      ended = false;
      afterHeading = true;
      continue;
    }
    const isNumbers = afterHeading && isColumnNumbers(row);
    afterHeading = false;
    if (isNumbers || isFurniture(row) || (cells.length === 1 && titles.has(lineKey(row)))) continue;
    if (place.isGiven !== true && startsTable(grid, at, cells, { isApart, width, kinds, storeys, words })) {
      return { ...body, next: beforeTable(grid, body, at) };
    }
    if ((first !== undefined && isNoteText(first)) || (ended && !isFull(cells, width))) {
      ended = true;
      body.notes.push(row);
      continue;
    }
    ended = false;
    if (isExampleRow(cells)) {
      body.examples.push(row);
      continue;
    }
    const total = totalKind(row);
    if (total !== null) body.totals.push({ row, kind: total, after: body.rows.length });
    else if (isGroup(row, width)) body.notes.push(row);
    else {
      body.rows.push(row);
      kinds.add(cells);
    }
  }
  return body;
}

/** A line as a printed page repeats it. */
export function lineKey(row: GridRow): string {
  return ownCells(row).map(plainText).join(" ");
}

/** A page break repeats the heading. */
function isRepeated(row: GridRow, first: GridCell | undefined, known: readonly ReadonlyMap<number, string>[]): boolean {
  if (first === undefined || first.type !== "text") return false;
  return known.some((heading) => {
    const expected = heading.get(first.column);
    // Half the rows of a sheet are told by a first character.
    if (expected === undefined || (isPlain(first.text) && expected[0] !== first.text[0])) return false;
    if (plainHeading(first.text) !== expected) return false;
    const words = [...rowWords(row)];
    return words.length >= 2 && words.every(([column, text]) => heading.get(column) === text);
  });
}

/** Begins as it will after normalising. */
const isPlain = (text: string): boolean => /^[\u4E00-\u9FFF\d]/u.test(text);

/** Single-cell lines right above a heading, the nearest last. */
function linesAbove(grid: Grid, at: number, storeys: readonly GridRow[], width: number): GridRow[] {
  const firstColumn = ownCells(storeys[0] ?? { row: 0, cells: [] })[0]?.column ?? 1;
  const lines: GridRow[] = [];
  for (let above = at - 1; above >= 0; above--) {
    const row = grid.rows[above];
    if (row === undefined || storeys.includes(row)) break;
    // A row of one cell in a wider table, right above a heading, is a title far sooner than half a record.
    const isTitle = isTitleLine(row, firstColumn) || (width >= 3 && isSingle(row));
    if (!(isTitle || isBanner(row) || isFurniture(row)) || totalKind(row) !== null) break;
    lines.unshift(row);
  }
  return lines;
}

function isSingle(row: GridRow): boolean {
  const [first, ...rest] = ownCells(row);
  return first !== undefined && rest.length === 0 && first.filled === undefined && !isNumeric(first);
}

function isNewTitle(row: GridRow, titles: ReadonlySet<string>): boolean {
  return !isBanner(row) && !isFurniture(row) && !isNote(row) && !titles.has(lineKey(row));
}

/** Takes lines that were read last back out of the body. */
function takeOut({ rows, notes }: Body, lines: readonly GridRow[]): void {
  for (const line of lines.toReversed()) {
    if (rows.at(-1) === line) rows.pop();
    else if (notes.at(-1) === line) notes.pop();
  }
}

interface Around {
  readonly isApart: boolean;
  readonly width: number;
  readonly kinds: ColumnKinds;
  readonly storeys: readonly GridRow[];
  readonly words: Words;
}

/** Another heading: no figures, and most cells are known words, or after a gap or a title it looks like one. */
function startsTable(grid: Grid, at: number, cells: readonly GridCell[], around: Around): boolean {
  const { words, isApart } = around;
  if (cells.length < 2 || cells.some(isNumeric)) return false;
  const isLed = isApart || isUnderLine(grid, at, around);
  if (cells.length >= 3 && (isLed || cells.slice(0, 2).some(({ text }) => isWord(text, words)))) {
    const known = cells.filter(({ text }) => isWord(text, words)).length;
    if (known >= (isLed ? 2 : 3) && known >= cells.length * 0.6) return true;
  }
  if (!isLed || cells.some(({ text }) => text.length > 30 || isMissing(text))) return false;
  const sounding = share(cells, ({ text }) => isWord(text, words) || soundsLikeHeading(text));
  const isDifferent = new Set(cells.map(({ text }) => text)).size === cells.length;
  if (!isDifferent) return false;
  // Groups merged over several columns; rows of data are hardly ever merged across.
  if (grid.rows[at]?.cells.some(({ filled }) => filled === "across") === true) return true;
  const misfits = cells.filter(({ column }) => around.kinds.isFigures(column)).length;
  // Different words over two columns of figures are no row of this table, in whatever trade.
  const isWide = cells.length >= around.width * 0.5 && !cells.some(({ text }) => /[:：]/u.test(text));
  if (misfits >= 2 && isWide && misfits >= around.kinds.figureColumns() / 2) return true;
  if (misfits >= 2 || (misfits > 0 && around.kinds.figureColumns() === misfits)) return sounding >= 0.3;
  return sounding >= 0.6 || (sounding >= 0.4 && hasContrast(grid, at, cells, around.kinds));
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / Math.max(1, all.length);
}

/** Whether the row right above is a title of its own. */
function isUnderLine(grid: Grid, at: number, { storeys }: Around): boolean {
  const above = grid.rows[at - 1];
  if (above === undefined) return false;
  const cells = ownCells(above);
  if (cells.some(({ text }) => /[:：]/u.test(text)) && isBanner(above)) return true;
  return cells.length === 1 && isTitleLine(above, storeys[0]?.cells[0]?.column ?? 1);
}

/** The next row holds figures below texts where this table held none. */
function hasContrast(grid: Grid, at: number, cells: readonly GridCell[], kinds: ColumnKinds): boolean {
  const next = grid.rows[at + 1];
  if (next === undefined) return false;
  return cells.some(({ column }) => {
    const cell = cellAt(next, column);
    return cell !== undefined && isNumeric(cell) && !kinds.isFigures(column);
  });
}

/** Where the next table begins: lines of one cell right above its heading are its title, not data of this one. */
function beforeTable(grid: Grid, body: Body, at: number): number {
  let next = at;
  const firstData = body.rows[0];
  const lines: GridRow[] = [];
  while (next > 0) {
    const above = grid.rows[next - 1];
    if (above === undefined || !(isBanner(above) || (ownCells(above).length === 1 && above !== firstData))) break;
    if (totalKind(above) !== null) break;
    lines.unshift(above);
    next--;
  }
  takeOut(body, lines);
  return next;
}

function isFull(cells: readonly GridCell[], width: number): boolean {
  return cells.length >= Math.max(2, width * 0.6) && !cells.some((cell) => /[:：]/u.test(cell.text));
}
