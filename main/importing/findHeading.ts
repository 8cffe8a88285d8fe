import { isBanner } from "./rowKinds.ts";
import type { Grid } from "./sheetGrid.ts";
import { scoreHeading, shapeOf, type RowShape } from "./scoreHeading.ts";
import { isStorey } from "./storeys.ts";
import type { Words } from "./words.ts";

// Which rows are the heading: the best-scoring row of a stretch, with the rows that belong to it.

/** Indices into `grid.rows`, both inclusive. */
export interface FoundHeading {
  readonly top: number;
  readonly bottom: number;
}

/** Rows that compete with each other. */
const stretch = 20;
const lookedAhead = 12;

/** Looks through the rows from index `from`; null where nothing there looks like a heading. */
export function findHeading(grid: Grid, words: Words, from = 0): FoundHeading | null {
  for (let start = from; start < grid.rows.length; start += stretch) {
    const found = headingIn(grid, words, start, from);
    if (found !== null) return found;
  }
  return null;
}

function headingIn(grid: Grid, words: Words, start: number, from: number): FoundHeading | null {
  const shapes: RowShape[] = grid.rows.slice(start, start + stretch + lookedAhead).map(shapeOf);
  const scores = shapes.slice(0, stretch).map((shape, at) => scoreHeading(shape, belowOf(shapes, at), words));
  const best = Math.max(...scores.map(({ score }) => score));
  if (!(best > 0)) return null;
  // The first good row wins: rows of plain text below it may score as high, and so may the next table's heading.
  const first = scores.findIndex(
    ({ score, contrast }, at) =>
      score >= best * goodEnough || (score > 0 && contrast >= 2 && headsFigures(shapes.slice(at + 1, at + 5))),
  );
  return withNeighbours(grid, start + first, from);
}

/** Share of the best score at which an earlier row is taken instead. */
const goodEnough = 0.75;

/** Rows of data follow at once: whatever scores better below them heads another table. */
function headsFigures(next: readonly RowShape[]): boolean {
  return next.filter(({ figures, own }) => figures >= 2 && figures >= own.length / 3).length >= 2;
}

/** The rows that a row may head: those after it, up to what looks like the end of their table. */
function belowOf(shapes: readonly RowShape[], at: number): RowShape[] {
  const below: RowShape[] = [];
  let hasFigures = false;
  for (const shape of shapes.slice(at + 1, at + 1 + lookedAhead)) {
    const isApart = shape.row.row - (below.at(-1)?.row.row ?? shape.row.row) > 1;
    const isLine = shape.own.length === 1 && shape.covered > 1;
    if (hasFigures && shape.figures === 0 && (isLine || isApart || isBanner(shape.row))) break;
    hasFigures ||= shape.figures > 0;
    below.push(shape);
  }
  return below;
}

/** Rows whose words are broken over many lines are held together by a merge beside them. */
const mostRows = 10;

function withNeighbours(grid: Grid, at: number, from: number): FoundHeading {
  let top = at;
  let bottom = at;
  // What a row above is merged over may reach further down than the row that was found first.
  for (let size = 0; size < bottom - top + 1;) {
    size = bottom - top + 1;
    while (bottom - top + 1 < mostRows && isStorey(grid, { top, bottom }, bottom + 1)) bottom++;
    while (bottom - top + 1 < mostRows && top > from && isStorey(grid, { top, bottom }, top - 1)) top--;
  }
  return { top, bottom };
}
