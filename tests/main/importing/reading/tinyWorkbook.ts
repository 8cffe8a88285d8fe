// Workbooks written by hand, for what no library would write.
import { zip, type ZipPart } from "../../../support/zip.ts";

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface TinyWorkbook {
  /** What stands inside `<sheetData>`, a sheet each. */
  sheets: readonly string[];
  /** What follows `</sheetData>` on the first sheet, and what comes before it. */
  after?: string;
  before?: string;
  sharedStrings?: string;
  styles?: string;
  workbookPr?: string;
  /** The second sheet and on: state="hidden". */
  hideRest?: boolean;
  packed?: boolean;
}

/** The parts of a workbook, for tests to spoil before zipping. */
export function tinyParts(book: TinyWorkbook): ZipPart[] {
  const { sheets, sharedStrings, styles } = book;
  const targets = sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]);
  if (sharedStrings !== undefined) targets.push(["sharedStrings", "sharedStrings.xml"]);
  if (styles !== undefined) targets.push(["styles", "styles.xml"]);
  const parts: ZipPart[] = [
    { name: "_rels/.rels", data: relationships([["officeDocument", "xl/workbook.xml"]]) },
    { name: "xl/_rels/workbook.xml.rels", data: relationships(targets) },
    { name: "xl/workbook.xml", data: workbookXml(book) },
    ...sheets.map((data, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, data: sheetXml(data, at, book) })),
  ];
  if (sharedStrings !== undefined) {
    parts.push({ name: "xl/sharedStrings.xml", data: `<sst xmlns="${mainNamespace}">${sharedStrings}</sst>` });
  }
  if (styles !== undefined) {
    parts.push({ name: "xl/styles.xml", data: `<styleSheet xmlns="${mainNamespace}">${styles}</styleSheet>` });
  }
  return book.packed === true ? parts.map((part) => ({ ...part, packed: true })) : parts;
}

export function tinyWorkbook(book: TinyWorkbook): Buffer {
  return zip(tinyParts(book));
}

/** One sheet with these rows. */
export function tinySheet(rows: string, rest: Omit<TinyWorkbook, "sheets"> = {}): Buffer {
  return tinyWorkbook({ ...rest, sheets: [rows] });
}

function sheetXml(data: string, at: number, { before, after }: TinyWorkbook): string {
  const [head, foot] = at === 0 ? [before ?? "", after ?? ""] : ["", ""];
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${mainNamespace}">${head}<sheetData>${data}</sheetData>${foot}</worksheet>`;
}

function workbookXml({ sheets, hideRest, workbookPr }: TinyWorkbook): string {
  const tabs = sheets.map((_, at) => {
    const state = hideRest === true && at > 0 ? ' state="hidden"' : "";
    return `<sheet name="表${at + 1}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  return `<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelationships}">${workbookPr ?? ""}<sheets>${tabs.join("")}</sheets></workbook>`;
}

export function relationships(targets: readonly (readonly string[])[]): string {
  const items = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${officeRelationships}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelationships}">${items.join("")}</Relationships>`;
}
