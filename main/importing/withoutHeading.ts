import { isNumeric } from "./cellKinds.ts";
import { columnKinds } from "./columnKinds.ts";
import { isFurniture, isTitleLine, totalKind } from "./rowKinds.ts";
import { ownCells, type Grid, type GridCell, type GridRow } from "./sheetGrid.ts";
import { isWord, type Words } from "./words.ts";

// Rows of data with no heading above them: the next page of a table, or a list that never had one.

const linesAbove = 4;

/** What of the table before tells whether rows are its own. */
interface Before {
  readonly rows: readonly GridRow[];
  readonly columns: readonly { readonly column: number }[];
}

/** Index of the first row that goes on with the table of the sheet before; null where this sheet is one of its own. */
export function continuation(grid: Grid, before: Before, words: Words): number | null {
  const kinds = columnKinds();
  for (const row of before.rows) kinds.add(ownCells(row));
  const columns = new Set(before.columns.map(({ column }) => column));
  const first = before.columns[0]?.column ?? 1;
  for (let at = 0; at < Math.min(grid.rows.length, linesAbove + 1); at++) {
    const row = grid.rows[at];
    if (row === undefined) return null;
    const cells = ownCells(row);
    if (isFurniture(row) || (cells.length === 1 && isTitleLine(row, first))) continue;
    return goesOn(cells) ? at : null;
  }
  return null;

  function goesOn(cells: readonly GridCell[]): boolean {
    const figures = cells.filter(isNumeric);
    if (figures.length === 0 || cells.some(({ text }) => isWord(text, words))) return false;
    if (!figures.every(({ column }) => kinds.isFigures(column))) return false;
    const texts = cells.filter((cell) => !isNumeric(cell));
    return (
      cells.length >= Math.max(2, columns.size * 0.5) &&
      cells.every(({ column }) => columns.has(column)) &&
      texts.every(({ column }) => !kinds.isFigures(column))
    );
  }
}

/** The first of at least three rows of one width that begin alike; null where a sheet holds no list. */
export function regularBlock(grid: Grid): { from: number; width: number } | null {
  for (let at = 0; at + 2 < grid.rows.length; at++) {
    const rows = grid.rows.slice(at, at + 3);
    const shapes = rows.map(kindsOf);
    const [first] = rows;
    if (first === undefined || totalKind(first) !== null) continue;
    const width = ownCells(first).length;
    if (width >= 2 && shapes.every((shape) => shape === shapes[0])) return { from: at, width };
  }
  return null;
}

function kindsOf(row: GridRow): string {
  return ownCells(row)
    .map((cell) => `${cell.column}${isNumeric(cell) ? "n" : "t"}`)
    .join();
}
