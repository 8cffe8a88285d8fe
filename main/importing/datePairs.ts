import { folded } from "../../shared/fields/cellText.ts";
import type { CellInput } from "../../shared/fields/field.ts";
import { cellAt, type GridRow } from "./sheetGrid.ts";

// 12.6 may be June 2012 or 6 December. Most columns show it themselves: no month is a 30th, and nobody writes a year as
// a single digit. The number 9.6 may have been typed as 09.6, though, and beside 2009.5 it is likely a month of 2009.

const looked = 2_000;

export type PairShape = NonNullable<CellInput["seems"]>;

/** What the pairs of numbers in a column are; undefined where nothing shows it, or where cells speak against each other. */
export function pairShape(rows: readonly GridRow[], column: number): PairShape | undefined {
  let days = 0;
  let single = 0;
  let months = 0;
  let isPadded = false;
  for (const row of rows.slice(0, looked)) {
    const cell = cellAt(row, column);
    if (cell === undefined || cell.filled !== undefined || cell.isDate === true) continue;
    const text = folded(cell.text);
    if (/^\d{1,2}月\d{1,2}[日号]?$/u.test(text)) days++;
    if (/^(?:19|20)\d{2}[./-]\d{1,2}$/u.test(text)) months++;
    const [, first = "", second = ""] = /^(\d{1,2})[./-](\d{1,2})$/u.exec(text) ?? [];
    if (first === "") continue;
    if (Number(first) > 12 || first === "00") return undefined;
    if (Number(second) > 12) days++;
    else if (first.length === 1 && cell.type !== "number") single++;
    // Whoever writes 6.01 means the tenth by 6.1.
    if (cell.type === "number" && second.startsWith("0")) isPadded = true;
  }
  if (days === 0 && (single === 0 || months > 0)) return undefined;
  return isPadded ? "monthDayTens" : "monthDay";
}
