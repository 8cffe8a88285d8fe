import ExcelJS from "exceljs";
import { columnName } from "../../shared/wording/columnName.ts";
import { readTemplateMark } from "../../shared/wording/templateMark.ts";
import { cellText, sheetName } from "./sheetText.ts";

// What a sender gets back: the sheet as it came, with a comment on each cell that has to be set right. The first sheet
// lists them as plain lines, which no import takes for a table.

export interface SheetForSender {
  readonly name: string;
  /** In order; `row` is the row of the original, of which some may be left out. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly CellForSender[] }[];
  /** In rows of the original, 1-based and inclusive. */
  readonly merges: readonly { top: number; left: number; bottom: number; right: number }[];
  /** 1-based. */
  readonly hiddenColumns: readonly number[];
  readonly marks: readonly Mark[];
}
export interface CellForSender {
  /** 1-based. */
  readonly column: number;
  readonly value: string | number | boolean;
  /** Number format code. */
  readonly format?: string;
}
/** A cell that has to be set right. */
export interface Mark {
  /** Of the original. */
  readonly row: number;
  readonly column: number;
  readonly field: string | null;
  readonly raw: string;
  readonly message: string;
  /** What the sender is asked to do. */
  readonly asked: string;
  /** A value that is missing or contradicts others, rather than one that cannot be read. */
  readonly faulty: boolean;
}

/** As wide as the paper, as long as it takes. */
const onOnePage = { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const faultyFill = "FFFFC7CE";
const doubtFill = "FFFFEB9C";

/** Bytes of an .xlsx. @param file name of the original. */
export async function errorWorkbook(file: string, sheets: readonly SheetForSender[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const taken = new Set(sheets.map(({ name }) => name));
  const list = workbook.addWorksheet(
    ["说明", "科绩说明", "请核对的单元格"].find((name) => !taken.has(name)) ?? "说明1",
    { pageSetup: onOnePage },
  );
  const lines: { text: string; link?: string }[] = [];
  for (const sheet of sheets) {
    const places = new Map(sheet.rows.map(({ row }, at) => [row, at + 1]));
    draw(workbook.addWorksheet(sheetName(sheet.name), { pageSetup: onOnePage }), sheet, places);
    for (const mark of sheet.marks) {
      const now = `${columnName(mark.column)}${places.get(mark.row) ?? mark.row}`;
      const then = `${columnName(mark.column)}${mark.row}`;
      const where = now === then ? now : `${now}（原表 ${then}）`;
      const text = `“${sheet.name}” ${where} ${said(mark)}`;
      lines.push({ text, link: `#'${sheetName(sheet.name).replaceAll("'", "''")}'!${now}` });
    }
  }
  listMarks(list, file, lines);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function listMarks(sheet: ExcelJS.Worksheet, file: string, lines: readonly { text: string; link?: string }[]): void {
  sheet.getColumn(1).width = 100;
  const intro = [
    `“${file}”中有 ${lines.length} 处请核对。`,
    "请在后面的工作表里直接改正标了颜色的单元格（指向它可看到批注），改好后把本文件发回；没有标颜色的不用改。",
  ];
  for (const [at, text] of intro.entries()) {
    const cell = sheet.getCell(at + 1, 1);
    cell.value = cellText(text);
    cell.font = { bold: at === 0, size: at === 0 ? 14 : 11 };
    cell.alignment = { wrapText: true, vertical: "top" };
  }
  for (const [at, { text, link }] of lines.entries()) {
    const cell = sheet.getCell(at + intro.length + 2, 1);
    const words = cellText(`${at + 1}. ${text}`);
    cell.value = link === undefined ? words : { text: words, hyperlink: link };
    cell.font = { color: { argb: "FF1F4E9E" } };
    cell.alignment = { wrapText: true, vertical: "top" };
  }
}

/** @param places rows of the original → rows here. */
function draw(sheet: ExcelJS.Worksheet, from: SheetForSender, places: ReadonlyMap<number, number>): void {
  for (const { row, cells } of from.rows) {
    // Our template goes back as one, known by the row that nobody sees.
    if (isMarkRow(cells)) sheet.getRow(places.get(row) ?? row).hidden = true;
    for (const { column, value, format } of cells) {
      const cell = sheet.getCell(places.get(row) ?? row, column);
      cell.value = typeof value === "string" ? cellText(value) : value;
      if (format !== undefined) cell.numFmt = format;
      cell.alignment = { vertical: "middle", wrapText: true };
    }
  }
  const merged = from.merges.flatMap((merge) => mergedHere(merge, places));
  const wide = new Set(merged.filter(({ left, right }) => left < right).map(({ top, left }) => `${top} ${left}`));
  for (const [column, width] of widthsOf(from, places, wide)) sheet.getColumn(column).width = width;
  for (const { top, left, bottom, right } of merged) {
    sheet.mergeCells(top, left, bottom, right);
    sheet.getCell(top, left).alignment = { vertical: "middle", horizontal: "center", wrapText: true };
  }
  for (const column of from.hiddenColumns) sheet.getColumn(column).hidden = true;
  for (const [place, marks] of Map.groupBy(from.marks, ({ row, column }) => `${row} ${column}`)) {
    const [row = 1, column = 1] = place.split(" ").map(Number);
    const cell = sheet.getCell(places.get(row) ?? row, column);
    const fill = marks.some(({ faulty }) => faulty) ? faultyFill : doubtFill;
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: fill } };
    cell.border = Object.fromEntries(["top", "left", "bottom", "right"].map((side) => [side, { style: "thin" }]));
    cell.note = cellText(marks.map(said).join("\n"));
  }
}

function isMarkRow([first]: readonly CellForSender[]): boolean {
  return typeof first?.value === "string" && readTemplateMark(first.value) !== null;
}

/** A title over the whole table does not widen its first column. @param wide places of merges over several columns. */
function widthsOf(
  { rows }: SheetForSender,
  places: ReadonlyMap<number, number>,
  wide: ReadonlySet<string>,
): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { row, cells } of rows) {
    // Neither does a lone line above it.
    if (cells.length < 2 || isMarkRow(cells)) continue;
    for (const { column, value, format } of cells) {
      if (wide.has(`${places.get(row)} ${column}`)) continue;
      // A day is shown longer than the number that it is.
      const width = format === undefined ? widthOf(String(value)) + 4 : 12;
      widths.set(column, Math.max(widths.get(column) ?? 8, Math.min(width, 42)));
    }
  }
  return widths;
}

/** Latin letters take one place, Chinese characters two. */
function widthOf(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length + line.replaceAll(/[\p{ASCII}]/gu, "").length));
}

function mergedHere(
  { top, left, bottom, right }: SheetForSender["merges"][number],
  places: ReadonlyMap<number, number>,
): SheetForSender["merges"][number][] {
  const rows: number[] = [];
  for (const [row, place] of places) if (row >= top && row <= bottom) rows.push(place);
  if (rows.length === 0 || (rows.length === 1 && left === right)) return [];
  return [{ top: Math.min(...rows), left, bottom: Math.max(...rows), right }];
}

function said({ field, raw, message, asked }: Mark): string {
  const about = field === null || field === "" ? "" : `【${field}】`;
  const written = raw.trim() === "" ? "" : `原文“${raw.trim().slice(0, 100)}”，`;
  return `${about}${written}${message}。${asked}`;
}
