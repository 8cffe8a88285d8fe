import { isNumeric } from "./cellKinds.ts";
import { sureConfidence, type MatchedColumn } from "./matchColumns.ts";
import { cellAt, type GridCell } from "./sheetGrid.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

const looked = 50;
/** Cells without one that makes sense, at which a heading alone is no longer enough. */
const fewest = 3;
/** Of a heading that says one thing and cells that say nothing of it. */
const contradicted = 0.5;

/**
 * A loose match whose cells mostly make no sense for its field was no match: the column is unknown after all. A sure one
 * of which no cell makes sense is to be checked.
 * @param said columns of which a person has spoken.
 */
export function withoutUnfit(plan: TablePlan, said: ReadonlySet<number>): MatchedColumn[] {
  return plan.columns.map((planned) => {
    const { field, read: _read, seems: _seems, ...column } = planned;
    if (field === null || said.has(column.column)) return column;
    const { read, doubts } = tried(plan, planned);
    if (column.confidence >= sureConfidence)
      return read === 0 && doubts >= fewest ? { ...column, confidence: contradicted } : column;
    return doubts > 0 && doubts >= read ? { ...column, target: null, confidence: 0 } : column;
  });
}

function tried(plan: TablePlan, planned: PlannedColumn): { read: number; doubts: number } {
  let read = 0;
  let doubts = 0;
  for (const row of plan.table.rows.slice(0, looked)) {
    const cell = cellAt(row, planned.column);
    if (cell === undefined || cell.filled !== undefined) continue;
    const reading = planned.read(cell, plan.year);
    if (!("doubt" in reading)) read += reading.value === null ? 0 : 1;
    else if (!isAmbiguous(planned, cell)) doubts++;
  }
  return { read, doubts };
}

/** 2023.1 and 0.3 fit their field well; what they mean is another question. */
function isAmbiguous({ field }: PlannedColumn, cell: GridCell): boolean {
  const kind = field?.kind;
  return (kind === "percent" || kind === "date" || kind === "period" || kind === "year") && isNumeric(cell);
}
