import { sureConfidence, type MatchedColumn } from "./matchColumns.ts";
import { cellInput } from "./cellValues.ts";
import { cellAt } from "./sheetGrid.ts";
import type { TablePlan } from "./tablePlan.ts";

const looked = 50;

/** A loose match whose cells mostly make no sense for its field was no match: the column is unknown after all. */
export function withoutUnfit(plan: TablePlan): MatchedColumn[] {
  return plan.columns.map((planned) => {
    const { field, read: readCell, ...column } = planned;
    if (field === null || column.confidence >= sureConfidence) return column;
    let read = 0;
    let doubts = 0;
    for (const row of plan.table.rows.slice(0, looked)) {
      const cell = cellAt(row, column.column);
      if (cell === undefined || cell.filled !== undefined) continue;
      const reading = readCell(cellInput(plan, planned, cell, plan.year));
      if ("doubt" in reading) doubts++;
      else if (reading.value !== null) read++;
    }
    return doubts > 0 && doubts >= read ? { ...column, target: null, confidence: 0 } : column;
  });
}
