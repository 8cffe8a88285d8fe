import { readFileSync, writeFileSync } from "node:fs";
import ExcelJS from "exceljs";

/** Changes the one cell that holds `before`, as a person in Excel would. Our own sample files are safe for ExcelJS to read. */
export async function changeCell(file: string, before: string, after: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const bytes = readFileSync(file);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  let changed = 0;
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== before || cell.isMerged) return;
        cell.value = after;
        changed += 1;
      }),
    ),
  );
  if (changed !== 1) throw new Error(`${changed} cells hold ${before}`);
  writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
}
