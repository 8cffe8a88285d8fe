import { serialDay } from "../../shared/fields/excelSerial.ts";
import type { Cell } from "./reading/sheet.ts";

/** A date stands as its day, not as the number that the file keeps. */
export function shownText(cell: Cell, date1904: boolean): string {
  const day = cell.isDate === true && cell.type === "number" ? serialDay(cell.text, date1904) : null;
  return day ?? cell.text;
}
