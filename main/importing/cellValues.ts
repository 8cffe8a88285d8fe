import type { CellInput, Value } from "../../shared/fields/field.ts";
import type { GridCell } from "./sheetGrid.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

/** A cell that was understood. */
export interface CellValue {
  readonly column: PlannedColumn;
  readonly value: Value;
  readonly raw: string;
}

/** Columns of those cells that are not among `some`. */
export function columnsBut(all: readonly CellValue[], some: readonly CellValue[]): number[] {
  return all.filter((cell) => !some.includes(cell)).map(({ column }) => column.column);
}

/** A cell with what its column, its sheet and its row say about it; a unit in the heading outranks the sheet's. */
export function cellInput(plan: TablePlan, column: PlannedColumn, cell: GridCell, year: number | undefined): CellInput {
  const unit = column.unit ?? (column.field?.kind === "money" ? plan.table.unit : undefined);
  return {
    text: cell.text,
    type: cell.type,
    ...(cell.isDate === true ? { isDate: true } : {}),
    ...(cell.format?.includes("%") === true ? { isPercent: true } : {}),
    ...(plan.date1904 ? { date1904: true } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
  };
}
