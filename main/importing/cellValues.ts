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
    text: shownDigits(column, cell),
    type: cell.type,
    ...(cell.isDate === true ? { isDate: true } : {}),
    ...(cell.format?.includes("%") === true ? { isPercent: true } : {}),
    ...(plan.date1904 ? { date1904: true } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    ...(column.reading === undefined ? {} : { reading: column.reading }),
  };
}

/** A number format of two places shows the month that the number alone has lost: 2023.1 as 2023.10. */
function shownDigits({ field }: PlannedColumn, { text, type, format }: GridCell): string {
  if (type !== "number" || format === undefined || !/^0\.00(?![0#])/u.test(format)) return text;
  if (field?.kind !== "date" && field?.kind !== "period") return text;
  return /^\d{2,4}\.\d$/u.test(text) ? `${text}0` : text;
}
