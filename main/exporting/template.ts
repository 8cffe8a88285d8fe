import ExcelJS from "exceljs";
import { dropDowns } from "./templateLists.ts";
import { drawTemplate, type TemplateContent } from "./templateSheet.ts";
import { sheetName } from "./sheetText.ts";

/** A fill-in template (填报表样) of a ledger for its senders: bytes of an .xlsx whose way back is certain. */
export async function templateWorkbook(content: TemplateContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const title = sheetName(content.declaration.title);
  drawTemplate(
    workbook,
    content,
    dropDowns(workbook, (name) => name === title),
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
