import { zip } from "../../../support/zip.ts";

const oasis = "urn:oasis:names:tc:opendocument:xmlns";

/** An .ods with one sheet, hidden by its style, of these columns and rows. */
export function odsBytes(rows: string, packed = false, before = ""): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content xmlns:office="${oasis}:office:1.0" xmlns:table="${oasis}:table:1.0" xmlns:text="${oasis}:text:1.0" xmlns:style="${oasis}:style:1.0"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表1" table:style-name="ta1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zip([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
    { name: "META-INF/manifest.xml", data: "<manifest/>" },
    { name: "content.xml", data: content, packed },
  ]);
}

/** A SpreadsheetML file with one hidden sheet; style `d` is a date. */
export function xmlBytes(table: string, before = ""): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>${before}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles><Worksheet ss:Name="表1"><Table>${table}</Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`,
  );
}
