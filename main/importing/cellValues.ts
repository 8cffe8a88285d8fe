import type { CellInput, Value } from "../../shared/fields/field.ts";
import type { GridCell } from "./sheetGrid.ts";
import type { Part } from "./rowFacts.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

/** A cell that was understood. */
export interface CellValue {
  readonly column: PlannedColumn;
  readonly value: Value;
  readonly raw: string;
  /** Where it goes in the row's own record; null where it is another's. */
  readonly part: Part | null;
}

/** Columns of those cells that are not among `some`. */
export function columnsBut(all: readonly CellValue[], some: readonly CellValue[]): readonly number[] {
  if (all === some) return none;
  return all.filter((cell) => !some.includes(cell)).map(({ column }) => column.column);
}

/** A cell with what its column, its sheet and its row say about it; a unit in the heading outranks the sheet's. */
export function cellInput(
  plan: Pick<TablePlan, "table" | "date1904">,
  column: Pick<PlannedColumn, "field" | "unit" | "reading" | "seems">,
  cell: GridCell,
  year: number | undefined,
): CellInput {
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
    ...(column.seems === undefined ? {} : { seems: column.seems }),
  };
}

/**
 * A number format shows what the number alone has lost: of two places the month or day (2023.1 as 2023.10), of zeros
 * those in front of an official number (7 as 0007).
 */
function shownDigits({ field }: Pick<PlannedColumn, "field">, { text, type, format }: GridCell): string {
  if (type !== "number" || format === undefined) return text;
  if (field?.kind === "code" || field?.kind === "text")
    return /^0{2,}$/u.test(format) && /^\d+$/u.test(text) ? text.padStart(format.length, "0") : text;
  if (field?.kind !== "date" && field?.kind !== "period") return text;
  return /^0\.00(?![0#])/u.test(format) && /^\d{1,4}\.\d$/u.test(text) ? `${text}0` : text;
}

const none: readonly number[] = [];
