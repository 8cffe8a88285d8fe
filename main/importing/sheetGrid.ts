import type { Cell, Merge, ReadSheet, Row } from "./reading/sheet.ts";

// A sheet with its merged cells filled: every covered cell holds the text of the merge's first one, marked.

export interface GridCell extends Cell {
  /** The text stands in another cell: the one above in a vertical merge, or one to the left. */
  filled?: "down" | "across";
}
export interface GridRow extends Row {
  cells: GridCell[];
}
export interface Grid {
  name: string;
  date1904: boolean;
  /** Only rows that hold something, ascending. */
  rows: GridRow[];
  merges: Merge[];
  /** Right-most used column. */
  width: number;
}

/** Copies that all merges of a sheet together may cost; a hostile file could ask for billions. */
const mostFilled = 1_000_000;

export function gridOf(sheet: ReadSheet): Grid {
  let width = 0;
  for (const row of sheet.rows) width = Math.max(width, row.cells.at(-1)?.column ?? 0);
  const rows: GridRow[] = sheet.rows.map((row) => ({ ...row }));
  let left = mostFilled;
  for (const merge of sheet.merges) {
    if (left <= 0) break;
    left -= fill(rows, merge, Math.min(merge.right, width), left);
  }
  return { name: sheet.name, date1904: sheet.date1904, rows, merges: sheet.merges, width };
}

function fill(rows: GridRow[], merge: Merge, right: number, most: number): number {
  const first = firstAtOrAfter(rows, merge.top);
  const top = rows[first];
  if (top === undefined || top.row !== merge.top) return 1;
  const anchor = cellAt(top, merge.left);
  if (anchor === undefined || anchor.text === "") return 1;
  let spent = 1;
  for (let at = first; at < rows.length && spent < most; at++) {
    const row = rows[at];
    if (row === undefined || row.row > merge.bottom) break;
    const covered: GridCell[] = [];
    for (let column = merge.left; column <= right; column++) {
      spent++;
      if (row === top && column === merge.left) continue;
      if (cellAt(row, column) !== undefined) continue;
      covered.push({ ...anchor, column, filled: column === merge.left ? "down" : "across" });
    }
    if (covered.length > 0) row.cells = [...row.cells, ...covered].sort((a, b) => a.column - b.column);
  }
  return spent;
}

/** Index of the first row whose number is at least `row`. */
function firstAtOrAfter(rows: readonly Row[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cell of a column; undefined where the row holds nothing there. */
export function cellAt(row: GridRow, column: number): GridCell | undefined {
  let low = 0;
  let high = row.cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = row.cells[middle];
    if (cell === undefined) return undefined;
    if (cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Cells that hold text of their own or from above; what a merge spreads to the right is left out. */
export function ownCells(row: GridRow): GridCell[] {
  return row.cells.filter((cell) => cell.filled !== "across" && !isBlank(cell.text));
}

/** Most cells begin with something to see; only those that do not are looked at whole. */
export function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  return !((code > 0x20 && code < 0x80) || (code >= 0x4e00 && code < 0xa000)) && text.trim() === "";
}

const starts = new WeakMap<readonly Merge[], Map<number, Merge[]>>();

/** Merges whose first row this is; a sheet may have a hundred thousand of them. */
export function mergesFrom({ merges }: Grid, row: number): readonly Merge[] {
  let known = starts.get(merges);
  if (known === undefined) {
    starts.set(merges, (known = new Map()));
    for (const merge of merges) {
      const some = known.get(merge.top);
      if (some === undefined) known.set(merge.top, [merge]);
      else some.push(merge);
    }
  }
  return known.get(row) ?? [];
}
