import type { CellInput, Field } from "../../shared/fields/field.ts";
import type { FoundTable } from "./findTables.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import type { GridCell } from "./sheetGrid.ts";

interface SheetFacts {
  readonly table: Pick<FoundTable, "unit">;
  readonly date1904: boolean;
}
interface ColumnFacts extends Pick<MatchedColumn, "unit" | "reading">, Pick<CellInput, "seems"> {
  readonly field: Field | null;
}

/** A cell with what its column, its sheet and its row say about it; a unit in the heading outranks the sheet's. */
export function cellInput(plan: SheetFacts, column: ColumnFacts, cell: GridCell, year: number | undefined): CellInput {
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
function shownDigits({ field }: Pick<ColumnFacts, "field">, { text, type, format }: GridCell): string {
  if (type !== "number" || format === undefined) return text;
  if (field?.kind === "code" || field?.kind === "text")
    return /^0{2,}$/u.test(format) && /^\d+$/u.test(text) ? text.padStart(format.length, "0") : text;
  if (field?.kind !== "date" && field?.kind !== "period") return text;
  return /^0\.00(?![0#])/u.test(format) && /^\d{1,4}\.\d$/u.test(text) ? `${text}0` : text;
}
