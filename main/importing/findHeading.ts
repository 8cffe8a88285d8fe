import { normaliseHeading } from "./normaliseHeading.ts";
import { isBanner, isNote, isNumeric, isYear, totalKind } from "./rowKinds.ts";
import { cellAt, ownCells, type Grid, type GridRow } from "./sheetGrid.ts";

// Which rows are the heading: the best-scoring row among the first ones, with the rows that belong to it.

/** All words that stand in a heading of any ledger, normalised (`headingWords`). */
export type Words = ReadonlySet<string>;

/** Indices into `grid.rows`, both inclusive. */
export interface FoundHeading {
  readonly top: number;
  readonly bottom: number;
}

const searched = 20;
const mostRows = 3;

/** Looks through the rows from index `from`; null where nothing there looks like a heading. */
export function findHeading(grid: Grid, words: Words, from = 0): FoundHeading | null {
  const scores: number[] = [];
  for (let at = from; at < Math.min(grid.rows.length, from + searched); at++) {
    const row = grid.rows[at];
    scores.push(row === undefined ? -Infinity : scoreRow(row, words));
  }
  const best = Math.max(...scores);
  if (!(best > 0)) return null;
  // The first good row wins: rows of plain text below it may score as high.
  const first = from + scores.findIndex((score) => score >= best * 0.75);
  return withNeighbours(grid, first, from);
}

/** +2 for a known word, +1 for a short text, −3 where most cells are figures; title and note lines are out. */
export function scoreRow(row: GridRow, words: Words): number {
  const cells = ownCells(row);
  if (cells.length === 0 || isBanner(row) || isNote(row) || totalKind(row) !== null) return -10;
  let score = 0;
  let known = 0;
  let figures = 0;
  for (const cell of cells) {
    if (isWord(cell.text, words)) {
      known++;
      score += 2;
    } else if (isNumeric(cell)) figures++;
    else if (cell.text.length > 30) score -= 1;
    else if (isYear(cell) || !/\d/u.test(cell.text)) score += 1;
  }
  if (cells.length === 1 && known === 0) return -10;
  return figures > cells.length / 2 ? score - 3 : score;
}

export function isWord(text: string, words: Words): boolean {
  if (text.length > 60) return false;
  const heading = normaliseHeading(text);
  return words.has(heading.key) || words.has(heading.bare);
}

function withNeighbours(grid: Grid, at: number, from: number): FoundHeading {
  let top = at;
  let bottom = at;
  while (bottom - top + 1 < mostRows && belongs(grid, bottom, bottom + 1)) bottom++;
  while (bottom - top + 1 < mostRows && top > from && belongs(grid, top - 1, top)) top--;
  return { top, bottom };
}

/** Whether two rows are storeys of one heading. */
function belongs(grid: Grid, upperAt: number, lowerAt: number): boolean {
  const upper = grid.rows[upperAt];
  const lower = grid.rows[lowerAt];
  if (upper === undefined || lower === undefined || isBanner(upper) || isNote(upper)) return false;
  const above = ownCells(upper);
  const below = ownCells(lower).filter((cell) => cell.filled === undefined);
  if (above.length < 2 || below.length === 0 || totalKind(lower) !== null) return false;
  if (below.some((cell) => isNumeric(cell) || cell.text.length > 30)) return false;
  const tied = grid.merges.some(
    (merge) =>
      merge.top <= upper.row &&
      merge.bottom >= lower.row &&
      merge.bottom - merge.top <= mostRows &&
      merge.right <= grid.width,
  );
  if (tied) return true;
  const spread = grid.merges.filter((merge) => merge.bottom === upper.row && merge.right > merge.left);
  const isUnder = (column: number): boolean => spread.some((merge) => column >= merge.left && column <= merge.right);
  if (spread.length > 0 && below.length >= 2 && below.every((cell) => isUnder(cell.column))) return true;
  return isUnmergedStorey(grid, upper, lower, lowerAt);
}

// Without merges: the lower row fills only gaps to the right of an upper text, and leaves the first column blank.
function isUnmergedStorey(grid: Grid, upper: GridRow, lower: GridRow, lowerAt: number): boolean {
  const below = ownCells(lower);
  const next = grid.rows[lowerAt + 1];
  const firstColumn = ownCells(upper)[0]?.column ?? 1;
  if (below.length < 2 || next === undefined || (below[0]?.column ?? 0) <= firstColumn) return false;
  if (!below.some((cell) => cellAt(upper, cell.column) === undefined)) return false;
  return ownCells(next).length > below.length && cellAt(next, firstColumn) !== undefined;
}
