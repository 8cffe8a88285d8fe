import type { Cell, Merge, ReadSheet } from "../../../main/importing/reading/sheet.ts";
import { columnName } from "../../../shared/wording/columnName.ts";

export type Given = string | number | null | Partial<Cell>;

/** A sheet as the reader gives it; null and "" are cells that hold nothing. Merges as "A1:C1". */
export function sheetOf(
  rows: readonly (readonly Given[])[],
  merges: readonly string[] = [],
  name = "Sheet1",
): ReadSheet {
  return {
    name,
    index: 0,
    hidden: false,
    date1904: false,
    merges: merges.map(mergeOf),
    hiddenColumns: [],
    rows: rows
      .map((cells, at) => ({ row: at + 1, cells: cells.flatMap((cell, column) => cellOf(cell, column + 1)) }))
      .filter((row) => row.cells.length > 0),
  };
}

function cellOf(given: Given, column: number): Cell[] {
  if (given === null || given === "") return [];
  if (typeof given === "number") return [{ column, text: String(given), type: "number" }];
  if (typeof given === "string") return [{ column, text: given, type: "text" }];
  return [{ column, text: "", type: "text", ...given }];
}

function mergeOf(range: string): Merge {
  const [from = "", to = ""] = range.split(":");
  const place = (address: string): [number, number] => {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
    let column = 1;
    while (columnName(column) !== letters) column++;
    return [column, Number(row)];
  };
  const [left, top] = place(from);
  const [right, bottom] = place(to);
  return { top, left, bottom, right };
}
