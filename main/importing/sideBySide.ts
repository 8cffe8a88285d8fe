import { isBlank, type Grid, type GridCell, type GridRow } from "./sheetGrid.ts";

// Tables that stand beside each other: a sheet is cut where whole columns are blank, or where a heading begins anew.

/** First and last column, both inclusive. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

/** Parts of at least two used columns, set apart by columns that hold nothing in any row. One where nothing is. */
export function bandsOf(grid: Grid): Band[] {
  const used: boolean[] = [];
  for (const row of grid.rows) {
    for (const { column, text, filled } of row.cells) {
      if (used[column] !== true && filled !== "across" && !isBlank(text)) used[column] = true;
    }
  }
  const bands: { left: number; right: number }[] = [];
  for (let column = 1; column < used.length; column++) {
    if (used[column] !== true) continue;
    const last = bands.at(-1);
    if (last !== undefined && last.right === column - 1) last.right = column;
    else bands.push({ left: column, right: column });
  }
  // A single column beside a table is a remark, or a table's own column after a blank one.
  return bands.length > 1 && bands.every(({ left, right }) => right > left) ? bands : [];
}

/** 序号 名称 级别 | 序号 名称 级别: where a heading says the same words again and again; empty where it does not. */
export function repeatsOf(columns: readonly { column: number; heading: string }[]): Band[] {
  const words = columns.map(({ heading }) => heading);
  for (let period = 2; period <= words.length / 2; period++) {
    if (words.length % period !== 0 || words.some((word, at) => word === "" || word !== words[at % period])) continue;
    return Array.from({ length: words.length / period }, (_none, at) => ({
      left: columns[at * period]?.column ?? 0,
      right: columns[(at + 1) * period - 1]?.column ?? 0,
    }));
  }
  return [];
}

/**
 * The sheet as if it had only these columns; a title merged over several bands stands in each.
 * @param keepsRows rows that hold nothing there stay, so that an index means the same in all bands.
 */
export function within(grid: Grid, { left, right }: Band, keepsRows = false): Grid {
  const rows: GridRow[] = [];
  for (const row of grid.rows) {
    const cells: GridCell[] = [];
    for (const cell of row.cells) {
      if (cell.column < left || cell.column > right) continue;
      cells.push(cells.length === 0 && cell.filled === "across" ? withoutFill(cell) : cell);
    }
    if (keepsRows || cells.length > 0) rows.push({ ...row, cells });
  }
  const merges = grid.merges
    .filter((merge) => merge.right >= left && merge.left <= right)
    .map((merge) => ({ ...merge, left: Math.max(left, merge.left), right: Math.min(right, merge.right) }));
  return { ...grid, rows, merges, width: right };
}

function withoutFill({ filled: _filled, ...cell }: GridCell): GridCell {
  return cell;
}
