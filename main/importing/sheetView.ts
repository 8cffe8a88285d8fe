import { ProblemError } from "../../shared/problems/problem.ts";
import type { SheetView } from "../../shared/api/api.ts";
import { parseAddress } from "./reading/address.ts";
import type { ReadResult } from "./reading/readWorkbook.ts";
import type { ReadSheet } from "./reading/sheet.ts";
import { shownText } from "./shownText.ts";
import type { storedFile } from "./storedFiles.ts";
import { openStored } from "./storedSheets.ts";

const rowsAround = 12;
const columnsAround = 8;

/**
 * The stored original around a cell, as plain text. Throws E-IMP-97 where the file, the sheet or the place is unknown,
 * and the reader's own refusal where the original cannot be read any more.
 */
export async function sheetView(
  db: Parameters<typeof storedFile>[0],
  readWorkbook: (source: { name: string; bytes: Uint8Array; password?: string }) => Promise<ReadResult>,
  { fileHash, sheet, cell, password }: { fileHash: string; sheet: string; cell: string; password?: string },
): Promise<SheetView> {
  const file = await openStored(db, readWorkbook, fileHash, password);
  const found = file.workbook.sheets.find(({ name }) => name === sheet);
  const place = parseAddress(cell);
  if (found === undefined || place === null) {
    throw new ProblemError({
      kind: "notFound",
      code: "E-IMP-97",
      message: `原始文件“${file.name}”里没有“${sheet}”的 ${cell}。数据未改动；请打开原表核对。`,
    });
  }
  return viewAround(file.name, found, place);
}

/** `rowsAround` rows and `columnsAround` columns on each side; rows that hold nothing are there with empty cells. */
export function viewAround(file: string, sheet: ReadSheet, marked: { row: number; column: number }): SheetView {
  const top = Math.max(1, marked.row - rowsAround);
  const left = Math.max(1, marked.column - columnsAround);
  const bottom = Math.min(marked.row + rowsAround, Math.max(marked.row, sheet.rows.at(-1)?.row ?? 1));
  const right = Math.max(...sheet.rows.map((row) => row.cells.at(-1)?.column ?? 1), marked.column);
  const width = Math.min(right, marked.column + columnsAround) - left + 1;
  const byRow = new Map(sheet.rows.filter(({ row }) => row >= top && row <= bottom).map((row) => [row.row, row.cells]));
  const rows = Array.from({ length: bottom - top + 1 }, (_none, at) => {
    const cells: string[] = Array.from({ length: width }, () => "");
    for (const cell of byRow.get(top + at) ?? []) {
      const column = cell.column - left;
      if (column >= 0 && column < width) cells[column] = shownText(cell, sheet.date1904);
    }
    return { row: top + at, cells };
  });
  return { file, sheet: sheet.name, top, left, rows, marked };
}
