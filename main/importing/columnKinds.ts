import { isMissing, isNumeric } from "./cellKinds.ts";
import type { GridCell } from "./sheetGrid.ts";

/** What the columns of a table hold, learnt from its first data rows. */
export interface ColumnKinds {
  add(cells: readonly GridCell[]): void;
  /** At least two cells, and most of them, were figures. */
  isFigures(column: number): boolean;
  /** How many columns hold figures. */
  figureColumns(): number;
}

const learntFrom = 50;

export function columnKinds(): ColumnKinds {
  const counts = new Map<number, { figures: number; texts: number }>();
  let rows = 0;
  const isFigures = (column: number): boolean => {
    const count = counts.get(column);
    return count !== undefined && count.figures >= 2 && count.figures >= count.texts * 2;
  };
  return {
    add(cells) {
      if (rows++ >= learntFrom) return;
      for (const cell of cells) {
        if (isMissing(cell.text)) continue;
        const count = counts.get(cell.column) ?? { figures: 0, texts: 0 };
        if (isNumeric(cell)) count.figures++;
        else count.texts++;
        counts.set(cell.column, count);
      }
    },
    isFigures,
    figureColumns: () => [...counts.keys()].filter(isFigures).length,
  };
}
