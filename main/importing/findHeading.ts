import type { Grid } from "./sheetGrid.ts";
import { scoreHeading, shapeOf, type RowShape } from "./scoreHeading.ts";
import { isStorey, type Storeys } from "./storeys.ts";
import type { Words } from "./words.ts";

// Which rows are the heading: the best-scoring row of a stretch, with the rows that belong to it.

export { isWord, type Words } from "./words.ts";

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
  const scores = shapes
    .slice(0, stretch)
    .map((shape, at) => scoreHeading(shape, shapes.slice(at + 1, at + 1 + lookedAhead), words));
  const best = Math.max(...scores);
  if (!(best > 0)) return null;
  // The first good row wins: rows of plain text below it may score as high.
  const first = start + scores.findIndex((score) => score >= best * 0.75);
  return withNeighbours(grid, first, from);
}

/** Rows whose words are broken over many lines are held together by a merge beside them. */
const mostRows = 10;

function withNeighbours(grid: Grid, at: number, from: number): FoundHeading {
  let found: Storeys = { top: at, bottom: at };
  // What a row above is merged over may reach further down than the row that was found first.
  for (let size = 0; size < found.bottom - found.top + 1;) {
    size = found.bottom - found.top + 1;
    while (isRoom(found) && isStorey(grid, found, found.bottom + 1)) found = { ...found, bottom: found.bottom + 1 };
    while (isRoom(found) && found.top > from && isStorey(grid, found, found.top - 1)) {
      found = { ...found, top: found.top - 1 };
    }
  }
  return found;
}

const isRoom = ({ top, bottom }: Storeys): boolean => bottom - top + 1 < mostRows;
