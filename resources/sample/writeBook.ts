import ExcelJS from "exceljs";
import type { Book, Sheet } from "./layout.ts";
import { withFixedDates } from "./fixedZipDates.ts";

const WRITTEN = new Date(Date.UTC(2013, 0, 6, 2));

const thin = { style: "thin" } as const;

function draw(workbook: ExcelJS.Workbook, sheet: Sheet): void {
  const target = workbook.addWorksheet(sheet.name);
  sheet.widths.forEach((width, at) => {
    target.getColumn(at + 1).width = width;
  });
  const [firstHeading, lastHeading] = sheet.headingRows ?? [0, 0];
  sheet.lines.forEach((line, rowIndex) => {
    line.forEach((value, columnIndex) => {
      const row = rowIndex + 1;
      const cell = target.getCell(row, columnIndex + 1);
      if (value !== null) cell.value = value;
      if (value instanceof Date) cell.numFmt = columnIndex % 2 === 0 ? "yyyy-mm-dd" : 'yyyy"年"m"月"d"日"';
      if (row >= firstHeading && line.length > 1) cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      if (row <= sheet.titleRows) {
        cell.font = { name: "方正小标宋简体", size: 18 };
        cell.alignment = { horizontal: "center", vertical: "middle" };
      } else if (row >= firstHeading && row <= lastHeading) {
        cell.font = { name: "黑体", size: 11 };
        cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
      }
    });
  });
  for (const { from, to } of sheet.merges) target.mergeCells(from[0], from[1], to[0], to[1]);
}

/** The .xlsx bytes of a book; the same book gives the same bytes every time. */
export async function bookBytes(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "示例区科技局";
  workbook.lastModifiedBy = "示例区科技局";
  workbook.created = WRITTEN;
  workbook.modified = WRITTEN;
  for (const sheet of book.sheets) draw(workbook, sheet);
  return withFixedDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
