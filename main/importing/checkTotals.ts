import type { CheckedSum, CheckedTotal } from "../../shared/api/api.ts";
import { showValue } from "../../shared/fields/index.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import { addsUp, type Figures } from "./figures.ts";
import type { RowTrouble } from "./incoming.ts";
import { cellAt, ownCells } from "./sheetGrid.ts";
import type { TablePlan } from "./tablePlan.ts";

/**
 * Totals that the sender wrote against the sum of the rows. A total may stand below its rows or above them, and a
 * 小计 covers the rows since the last one; only where no reading fits does it not agree, which is a trouble as well.
 */
export function checkTotals(
  plan: TablePlan,
  figures: readonly Figures[],
): { totals: CheckedTotal[]; troubles: RowTrouble[] } {
  const { totals } = plan.table;
  const troubles: RowTrouble[] = [];
  const checked = totals.flatMap(({ row, kind, after }, at): CheckedTotal[] => {
    // No sum of neighbours yields 东部地区.
    if (kind === "aggregate") return [];
    const word = kind === "total" ? "合计" : "小计";
    const before = totals.slice(0, at).map((total) => total.after);
    const starts = kind === "total" ? [0, ...before] : [before.at(-1) ?? 0];
    const ends = [after, totals[at + 1]?.after ?? figures.length, figures.length];
    const columns = plan.columns.flatMap((column, index): CheckedSum[] => {
      const { field } = column;
      const cell = cellAt(row, column.column);
      if (field === null || cell === undefined || cell.filled !== undefined || !addsUp(field.kind)) return [];
      const reading = column.read(cell, plan.year);
      if ("doubt" in reading || typeof reading.value !== "number") return [];
      const figure = reading.value;
      const sums = [
        ...starts.map((start) => sum(figures, index, start, after)),
        ...ends.map((end) => sum(figures, index, after, end)),
        sum(figures, index, 0, figures.length),
      ];
      const agrees = sums.some((one) => isClose(one, figure));
      const written = showValue(field, figure);
      const summed = agrees ? written : showValue(field, rounded(sums[0] ?? 0));
      if (!agrees) {
        const message = `${word}写的是 ${written}，各行相加是 ${summed}`;
        const place = { row: row.row, column: column.column };
        troubles.push({ kind: "total", ...place, raw: cell.text, field: field.label, message });
      }
      return [{ cell: `${columnName(column.column)}${row.row}`, label: field.label, written, summed, agrees }];
    });
    const words =
      ownCells(row)
        .find(({ text }) => /[计总全]|total/iu.test(text))
        ?.text.trim() ?? word;
    return columns.length === 0 ? [] : [{ row: row.row, words, columns }];
  });
  return { totals: checked, troubles };
}

function sum(figures: readonly Figures[], index: number, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += figures[at]?.[index] ?? 0;
  return total;
}

// Binary fractions add up to a hair beside the written figure.
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
