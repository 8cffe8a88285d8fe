import type ExcelJS from "exceljs";
import { showDate } from "../../shared/fields/dateText.ts";
import { type TemplateColumn, templateHeading } from "../../shared/ledgers/templateColumns.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import { recordNumberField, recordNumberHeading } from "../../shared/wording/recordNumber.ts";
import { templateMark, unkeptColumn } from "../../shared/wording/templateMark.ts";
import { cellText, sheetName } from "./sheetText.ts";
import type { Lists } from "./templateLists.ts";
import { type ColumnRule, ruleOf } from "./templateRules.ts";

// The sheet that a sender fills in. Rows: title, notes, the hidden marks, the heading; below it an example and blank
// rows, or the records to be completed.

export interface TemplateRow {
  readonly id: string;
  /** In the order of the columns. */
  readonly cells: readonly (string | number | null)[];
}
export interface TemplateContent {
  readonly declaration: LedgerDeclaration;
  readonly columns: readonly TemplateColumn[];
  /** For rows that name none, and in the title. */
  readonly year: number | null;
  /** Records to be completed; none for a blank template. */
  readonly rows: readonly TemplateRow[];
  readonly returnTo: string | null;
  /** ISO day. */
  readonly due: string | null;
  /** Today's year where the template is of none: what the example shows. */
  readonly thisYear: number;
  /** Blank rows that are drawn; a sender may go on below them. */
  readonly lines?: number;
  /** Words that a column offers. */
  readonly wordsOf: (column: TemplateColumn) => readonly string[];
}

const place = { title: 1, notes: 2, marks: 3, heading: 4, first: 5 } as const;
const blankRows = 24;
const moreRows = 15;
/** Rows below those drawn that still check what is typed: senders go on beyond the lines. */
const checkedRows = 1_000;
const rowHeight = 21;
/** Excel and WPS have it; without a name each takes a face of its own. */
const face = { name: "宋体", size: 11 } as const;
const noteFill = "FFF2F6FC";
const headFill = "FFDCE6F5";

interface Drawn {
  readonly heading: string;
  readonly mark: string;
  readonly width: number;
  readonly rule: ColumnRule | null;
  readonly column: TemplateColumn | null;
}

export function drawTemplate(workbook: ExcelJS.Workbook, content: TemplateContent, lists: Lists): void {
  const { declaration, columns, year, rows } = content;
  const naming = namingColumn(declaration, columns);
  const about = { ledger: declaration.name, year, unit: null };
  const shown: Drawn[] = columns.map((column, at) => {
    const cell = `${columnName(at + 2)}${place.first}`;
    const asked = { column, year: year ?? content.thisYear, words: content.wordsOf(column), cell };
    const rule = ruleOf(asked, column === naming);
    const heading = templateHeading(column);
    const width = Math.min(30, Math.max(column === naming ? 28 : rule.width, longestLine(heading) + 3));
    return { heading, mark: templateMark({ ...about, column: column.key, unit: column.unit }), width, rule, column };
  });
  const serial: Drawn = {
    heading: "序号",
    mark: templateMark({ ...about, column: unkeptColumn }),
    width: 6,
    rule: null,
    column: null,
  };
  const number: Drawn = {
    heading: recordNumberHeading,
    mark: templateMark({ ...about, column: recordNumberField }),
    width: 38,
    rule: null,
    column: null,
  };
  const all = [serial, ...shown, ...(rows.length > 0 ? [number] : [])];
  const last = shown.length + 1;
  const { lines: open = rows.length > 0 ? moreRows : blankRows } = content;
  const drawnRows = Math.max(1, rows.length) + open;
  const bottom = place.heading + drawnRows;
  const sheet = workbook.addWorksheet(sheetName(declaration.title), {
    // A row grows with what is typed only where it has no height of its own.
    properties: { defaultRowHeight: rowHeight },
    views: [{ state: "frozen", xSplit: 2, ySplit: place.heading }],
    pageSetup: {
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${place.heading}:${place.heading}`,
      // ExcelJS puts a dollar before the letters alone.
      printArea: `A$1:${columnName(last)}$${bottom}`,
    },
    headerFooter: { oddFooter: "第 &P 页，共 &N 页" },
  });
  drawTop(sheet, content, last);
  for (const [at, one] of all.entries()) drawColumn(sheet, at + 1, one);
  if (rows.length > 0) sheet.getColumn(all.length).hidden = true;
  drawHeading(sheet, all);
  if (rows.length === 0 && naming !== undefined) drawExample(sheet, shown);
  for (const [at, row] of rows.entries()) {
    const target = sheet.getRow(place.first + at);
    const lines = row.cells.map((cell, index) => linesOf(cell, shown[index]?.width ?? 10));
    if (Math.max(...lines) > 1) target.height = Math.max(...lines) * 15 + 4;
    target.values = [at + 1, ...row.cells.map((cell) => (typeof cell === "string" ? cellText(cell) : cell)), row.id];
  }
  drawLines(sheet, bottom, all.slice(0, last));
  for (const [at, { rule, column }] of shown.entries()) {
    if (rule === null || column === null) continue;
    check(sheet, at + 2, rule, lists.formula(content.wordsOf(column)), bottom + checkedRows);
  }
  sheet.autoFilter = {
    from: { row: place.heading, column: 1 },
    to: { row: bottom, column: all.length },
  };
}

/** Lines that a cell takes; a Chinese character takes two places. */
function linesOf(cell: string | number | null, width: number): number {
  if (typeof cell !== "string") return 1;
  const places = cell.length + cell.replaceAll(/[\p{ASCII}]/gu, "").length;
  return Math.min(6, Math.ceil(places / (width - 1)));
}

function longestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length)) * 2;
}

/** The column whose words tell the example from a record. */
export function namingColumn(
  { name, titleField }: LedgerDeclaration,
  columns: readonly TemplateColumn[],
): TemplateColumn | undefined {
  const fits = columns.filter(
    ({ field, part }) => part === "value" && (field.kind === "text" || field.kind === "reference"),
  );
  return fits.find((column) => column.ledger === name && column.name === titleField) ?? fits[0];
}

function drawTop(sheet: ExcelJS.Worksheet, content: TemplateContent, last: number): void {
  const { declaration, year } = content;
  sheet.mergeCells(place.title, 1, place.title, last);
  const title = sheet.getCell(place.title, 1);
  title.value = cellText(`${year === null ? "" : `${year}年`}${declaration.title}填报表`);
  title.font = { ...face, bold: true, size: 16 };
  title.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(place.title).height = 30;
  const lines = notesOf(content);
  sheet.mergeCells(place.notes, 1, place.notes, last);
  const notes = sheet.getCell(place.notes, 1);
  notes.value = cellText(lines.join("\n"));
  notes.font = { ...face, size: 10, color: { argb: "FF44546A" } };
  notes.fill = { type: "pattern", pattern: "solid", fgColor: { argb: noteFill } };
  notes.alignment = { wrapText: true, vertical: "middle" };
  sheet.getRow(place.notes).height = lines.length * 15 + 6;
}

function notesOf(content: TemplateContent): string[] {
  const { columns, rows, returnTo, due } = content;
  const money = [...new Set(columns.flatMap(({ field, unit }) => (field.kind === "money" ? (unit ?? []) : [])))];
  const lines = [
    `填表说明：带“*”的必填，不清楚的留空，不用填“无”“/”。${rows.length > 0 ? "请核对已有内容，补填空白，有误的直接改。" : "灰色的示例行不用删，不会导入。"}`,
  ];
  const how = [
    money.length === 0 ? "" : `金额只填数字，单位是${money.join("、")}`,
    columns.some(({ field }) => field.kind === "date")
      ? "日期写成“年-月-日”，只知道年月的写“年-月”，只知道年的写四位年份"
      : "",
    columns.some(({ field }) => field.kind === "choice" || field.kind === "stages") ? "有下拉箭头的从列表里选" : "",
  ].filter((words) => words !== "");
  if (how.length > 0) lines.push(`${how.join("；")}。`);
  const whom = returnTo === null ? "" : `发回${returnTo}`;
  const when = due === null ? "" : `于${dueWords(due, content.thisYear)}前`;
  const back = whom === "" && when === "" ? "" : `填好后请${when}${whom === "" ? "报送" : whom}。`;
  lines.push(`可以增减行、调整次序；请不要改表头，不要删隐藏的行和列。${back}`);
  return lines;
}

/** A year in the notes would be taken for the rows' own where the hidden row is lost. */
function dueWords(day: string, thisYear: number): string {
  return showDate(day).replace(`${thisYear}年`, "");
}

function drawColumn(sheet: ExcelJS.Worksheet, at: number, { width, rule }: Drawn): void {
  const column = sheet.getColumn(at);
  column.width = width;
  if (rule !== null && rule.format !== "General") column.numFmt = rule.format;
}

function drawHeading(sheet: ExcelJS.Worksheet, all: readonly Drawn[]): void {
  const marks = sheet.getRow(place.marks);
  marks.values = all.map(({ mark }) => mark);
  marks.hidden = true;
  const row = sheet.getRow(place.heading);
  row.values = all.map(({ heading }) => cellText(heading));
  row.height = 34;
  row.eachCell((cell) => {
    cell.numFmt = "General";
    cell.font = { ...face, bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: headFill } };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  });
}

function drawExample(sheet: ExcelJS.Worksheet, shown: readonly Drawn[]): void {
  const row = sheet.getRow(place.first);
  row.values = ["示例", ...shown.map(({ rule }) => rule?.example ?? null)];
  row.eachCell((cell) => {
    cell.font = { ...face, italic: true, color: { argb: "FF8C8C8C" } };
  });
}

const thin = { style: "thin", color: { argb: "FFBFBFBF" } } as const;

function drawLines(sheet: ExcelJS.Worksheet, bottom: number, all: readonly Drawn[]): void {
  for (let at = place.heading; at <= bottom; at++) {
    const row = sheet.getRow(at);
    for (const [column, { rule }] of all.entries()) {
      const cell = row.getCell(column + 1);
      cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      if (at === place.heading) continue;
      if (rule !== null && rule.format !== "General") cell.numFmt = rule.format;
      if (cell.font === undefined) cell.font = face;
      cell.alignment = { vertical: "middle", wrapText: true, ...(column === 0 ? { horizontal: "center" } : {}) };
    }
  }
}

function check(sheet: ExcelJS.Worksheet, at: number, rule: ColumnRule, list: string | null, bottom: number): void {
  const { help } = rule;
  // A list without words checks nothing.
  const own = rule.check?.type === "list" && list === null ? null : rule.check;
  if (own === null && help === null) return;
  const letters = columnName(at);
  const words = help === null ? {} : { showInputMessage: true, prompt: help };
  // `any` is Excel's check that only shows words; ExcelJS types leave it out.
  const checked: ExcelJS.DataValidation =
    own === null
      ? ({ type: "any", formulae: [] } as unknown as ExcelJS.DataValidation)
      : { ...own, ...(own.type === "list" && list !== null ? { formulae: [list] } : {}) };
  validations(sheet).add(`${letters}${place.first}:${letters}${bottom}`, { ...checked, ...words });
}

/** ExcelJS keeps the checks of whole ranges here, but leaves it out of its types. */
function validations(sheet: ExcelJS.Worksheet): { add(range: string, check: ExcelJS.DataValidation): void } {
  return (sheet as unknown as { dataValidations: { add(range: string, check: ExcelJS.DataValidation): void } })
    .dataValidations;
}
