import { findHeading, isWord, type FoundHeading, type Words } from "./findHeading.ts";
import { normaliseHeading, unitNote } from "./normaliseHeading.ts";
import { isBanner, isColumnNumbers, isGroup, isNote, isNumeric, rowWords, totalKind } from "./rowKinds.ts";
import { ownCells, type Grid, type GridRow } from "./sheetGrid.ts";

// Where on a sheet a table stands, and which of its rows are data.

export interface TableColumn {
  /** 1-based. */
  readonly column: number;
  /** Storeys joined top-down with “/”; "" for a column that holds data under no heading. */
  readonly heading: string;
}
export interface FoundTable {
  readonly sheet: string;
  /** Title lines, banners and notes above the heading, joined with a space. */
  readonly title: string;
  /** Money unit from a note on the sheet (单位：万元). */
  readonly unit?: string;
  /** 1-based row numbers. */
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly TableColumn[];
  /** Data rows in order; totals, blank rows, repeated headings, group lines and notes are not among them. */
  readonly rows: readonly GridRow[];
  /** Rows set aside as check sums. `after` counts the data rows above. */
  readonly totals: readonly { readonly row: GridRow; readonly kind: "subtotal" | "total"; readonly after: number }[];
}

/** All tables of a sheet, at one go. */
export function findTables(grid: Grid, words: Words): FoundTable[] {
  const steps = findTablesInSteps(grid, words);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same with a rest every few dozen rows, for those who have other things to do. */
export function* findTablesInSteps(grid: Grid, words: Words): Generator<void, FoundTable[]> {
  const tables: FoundTable[] = [];
  let from = 0;
  while (from < grid.rows.length) {
    const heading = findHeading(grid, words, from);
    if (heading === null) break;
    const body = yield* readBody(grid, heading, words);
    if (body.rows.length > 0) tables.push(tableOf(grid, from, heading, body));
    from = body.next;
  }
  return tables;
}

const rowsInStep = 50;

interface Body {
  rows: GridRow[];
  totals: { row: GridRow; kind: "subtotal" | "total"; after: number }[];
  notes: GridRow[];
  /** Index where the next table's search begins. */
  next: number;
}

function* readBody(grid: Grid, heading: FoundHeading, words: Words): Generator<void, Body> {
  const storeys = grid.rows.slice(heading.top, heading.bottom + 1);
  const width = new Set(storeys.flatMap((row) => row.cells.map((cell) => cell.column))).size;
  const headings = storeys.map(rowWords);
  const body: Body = { rows: [], totals: [], notes: [], next: grid.rows.length };
  let ended = false;
  for (let at = heading.bottom + 1; at < grid.rows.length; at++) {
    if (at % rowsInStep === 0) yield;
    const row = grid.rows[at];
    if (row === undefined || ownCells(row).length === 0) continue;
    if (headings.some((known) => isRepeated(row, known))) ended = false;
    else if (startsTable(row, words)) return { ...body, ...beforeTable(grid, body, at) };
    else if (at === heading.bottom + 1 && isColumnNumbers(row)) continue;
    else if (isNote(row) || (ended && !isFull(row, width))) {
      ended = true;
      body.notes.push(row);
    } else {
      ended = false;
      const total = totalKind(row);
      if (total !== null) body.totals.push({ row, kind: total, after: body.rows.length });
      else if (isGroup(row, width)) body.notes.push(row);
      else body.rows.push(row);
    }
  }
  return body;
}

/** A page break repeats the heading. */
function isRepeated(row: GridRow, known: ReadonlyMap<number, string>): boolean {
  const words = [...rowWords(row)];
  return words.length >= 2 && words.every(([column, text]) => known.get(column) === text);
}

/** Another heading: at least three known words, most of the row, and not one figure. */
function startsTable(row: GridRow, words: Words): boolean {
  const cells = ownCells(row);
  if (cells.length < 3 || cells.some(isNumeric)) return false;
  let strange = 0;
  for (const { text } of cells) if (!isWord(text, words) && ++strange > cells.length * 0.4) return false;
  return cells.length - strange >= 3;
}

/** Lines of one cell right above the next heading are its title, not data of the table before. */
function beforeTable(grid: Grid, body: Body, at: number): Pick<Body, "rows" | "next"> {
  let next = at;
  const rows = [...body.rows];
  while (next > 0) {
    const above = grid.rows[next - 1];
    if (above === undefined || !(isBanner(above) || (ownCells(above).length === 1 && above !== rows[0]))) break;
    if (rows.at(-1) === above) rows.pop();
    next--;
  }
  return { rows, next };
}

function isFull(row: GridRow, width: number): boolean {
  const cells = ownCells(row);
  return cells.length >= Math.max(2, width * 0.6) && !cells.some((cell) => /[:：]/u.test(cell.text));
}

function tableOf(grid: Grid, from: number, heading: FoundHeading, body: Body): FoundTable {
  const storeys = grid.rows.slice(heading.top, heading.bottom + 1);
  const above = grid.rows.slice(from, heading.top).map(lineText);
  const unit =
    above.map(unitNote).find((found) => found !== undefined) ?? body.notes.map(lineText).map(unitNote).find(Boolean);
  return {
    sheet: grid.name,
    title: above.join(" ").trim(),
    ...(unit === undefined ? {} : { unit }),
    headerRows: storeys.map((row) => row.row),
    firstRow: body.rows[0]?.row ?? 0,
    lastRow: body.rows.at(-1)?.row ?? 0,
    columns: columnsOf(storeys, body.rows),
    rows: body.rows,
    totals: body.totals,
  };
}

function columnsOf(storeys: readonly GridRow[], rows: readonly GridRow[]): TableColumn[] {
  const parts = new Map<number, string[]>();
  for (const row of rows) for (const cell of row.cells) if (!parts.has(cell.column)) parts.set(cell.column, []);
  for (const row of storeys) {
    for (const cell of row.cells) {
      const text = cell.text.replace(/\s+/gu, "");
      const known = parts.get(cell.column) ?? [];
      // A heading over empty cells only is still a column: the sender meant it.
      if (text !== "" && !known.includes(text)) known.push(text);
      parts.set(cell.column, known);
    }
  }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .map(([column, texts]) => ({ column, heading: normaliseHeading(texts.join("/")).text }));
}

function lineText(row: GridRow): string {
  return ownCells(row)
    .map((cell) => cell.text.trim())
    .join(" ");
}
