import { columnName } from "../../../shared/wording/columnName.ts";
import { cleaned } from "./cellText.ts";
import { chooseEncoding, decodeText } from "./decodeText.ts";
import { spoken } from "./figures.ts";
import { htmlAttribute, htmlText, htmlTokens } from "./htmlTokens.ts";
import { lastColumn, lastRow, type ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import type { Cell, Merge, WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { textSheetName } from "./textSheetName.ts";

/**
 * Reads the tables of a web page, which portals like to name .xls, as one sheet: every `<tr>` of the page is a row, as
 * Excel shows it. All cells are text as written (01 stays 01); `rowspan` and `colspan` become merges. @throws ReadRefusal
 */
export async function readHtml(
  file: { name: string; bytes: Buffer },
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const page = [...decodeText(file.bytes, chooseEncoding(file.bytes))].join("");
  events.sheetStart({ name: textSheetName(file.name), index: 0, hidden: false, date1904: false });
  const sheet = pageSheet(limits, events);
  let tokens = 0;
  for (const token of htmlTokens(page)) {
    if (token.kind === "text") sheet.text(token.text);
    else if (token.kind === "open") sheet.open(token.name, token.attributes);
    else sheet.close(token.name);
    if (++tokens % 10_000 === 0) await events.settled(Math.min(1, (tokens * 20) / page.length));
  }
  const merges = sheet.finish();
  events.sheetEnd({ merges, hiddenColumns: [] });
  return { kind: "html", notes: ["这是网页形式的表格，已按表格读取。"] };
}

const sliceCharacters = 65_536;

interface OpenTable {
  /** Rows that cells above still reach into, by column. */
  reach: Map<number, number>;
  cells: Cell[];
  merges: { left: number; right: number; rows: number }[];
  column: number;
  inRow: boolean;
  hidden: boolean;
  /** The open cell; null outside one. */
  cell: { left: number; right: number; rows: number; text: string } | null;
  holdsTable: boolean;
}

function pageSheet(limits: ReadingLimits, events: WorkbookEvents) {
  const tables: OpenTable[] = [];
  const merges: Merge[] = [];
  let row = 0;
  let anyTable = false;

  const tooLong = (column: number): never =>
    refuse(
      "E-IMP-43",
      `第 ${row + 1} 行 ${columnName(column)} 列内容过长（上限 ${spoken(limits.cellCharacters, "字")}）`,
    );
  const endCell = (table: OpenTable): void => {
    const { cell } = table;
    table.cell = null;
    if (cell === null) return;
    const text = tidy(htmlText(cell.text));
    if (text.length > limits.cellCharacters) tooLong(cell.left);
    if (cell.rows > 1 || cell.right > cell.left) table.merges.push(cell);
    if (text === "") return;
    if (cell.left > limits.columns) {
      refuse("E-IMP-45", `${columnName(cell.left)} 列有内容，超过列数上限 ${spoken(limits.columns, "列")}`);
    }
    table.cells.push({ column: cell.left, text, type: "text" });
  };
  const endRow = (table: OpenTable): void => {
    endCell(table);
    if (!table.inRow) return;
    table.inRow = false;
    // A row that only holds other tables is layout: theirs are the rows.
    if (table.holdsTable && table.cells.length === 0) return;
    if (++row > lastRow) refuse("E-IMP-44", `超过 ${spoken(limits.rows, "行")}上限`);
    for (const { left, right, rows } of table.merges) {
      if (merges.length < limits.merges) {
        merges.push({ top: row, left, bottom: Math.min(lastRow, row + rows - 1), right });
      }
    }
    if (table.cells.length > 0) {
      const { cells } = table;
      events.row(table.hidden ? { row, hidden: true, cells } : { row, cells });
    }
  };
  const startRow = (table: OpenTable, attributes: string): void => {
    endRow(table);
    for (const [column, left] of table.reach) {
      if (left <= 1) table.reach.delete(column);
      else table.reach.set(column, left - 1);
    }
    Object.assign(table, { cells: [], merges: [], column: 1, inRow: true, holdsTable: false });
    table.hidden = /display\s*:\s*none/iu.test(htmlAttribute(attributes, "style") ?? "");
  };
  const startCell = (table: OpenTable, attributes: string): void => {
    endCell(table);
    if (!table.inRow) startRow(table, "");
    while (table.reach.has(table.column)) table.column++;
    const left = table.column;
    const right = Math.min(lastColumn, left + span(attributes, "colspan") - 1);
    const rows = span(attributes, "rowspan");
    if (rows > 1)
      for (let column = left; column <= Math.min(right, limits.columns); column++) table.reach.set(column, rows);
    table.column = right + 1;
    table.cell = { left, right, rows, text: "" };
  };

  return {
    open(name: string, attributes: string) {
      const table = tables.at(-1);
      if (name === "table") {
        anyTable = true;
        if (table !== undefined) table.holdsTable = true;
        if (tables.length === limits.xmlDepth) refuse("E-IMP-33", `文件结构异常：嵌套超过 ${limits.xmlDepth} 层`);
        tables.push(openTable());
      } else if (name === "tr") startRow(table ?? implied(tables), attributes);
      else if (table === undefined) return;
      else if (name === "td" || name === "th") startCell(table, attributes);
      else if (name === "br" && table.cell !== null) table.cell.text += "\n";
    },
    close(name: string) {
      const table = tables.at(-1);
      if (table === undefined) return;
      if (name === "td" || name === "th") endCell(table);
      else if (name === "tr") endRow(table);
      else if (name === "table") {
        endRow(table);
        tables.pop();
      } else if ((name === "p" || name === "div") && table.cell !== null) table.cell.text += "\n";
    },
    text(text: string) {
      const cell = tables.at(-1)?.cell;
      if (cell === undefined || cell === null) return;
      // In slices: a page may be one text of many millions, and only so much of it is ever a cell.
      for (let at = 0; at < text.length; at += sliceCharacters) {
        cell.text += text.slice(at, at + sliceCharacters).replaceAll(/\s+/gu, " ");
        if (cell.text.length > 2 * limits.cellCharacters + sliceCharacters) tooLong(cell.left);
      }
    },
    finish() {
      for (let table = tables.pop(); table !== undefined; table = tables.pop()) endRow(table);
      if (!anyTable && row === 0) refuse("E-IMP-15");
      return merges;
    },
  };
}

// Rows without a table around them, as in a piece cut out of a page.
function implied(tables: OpenTable[]): OpenTable {
  const table = openTable();
  tables.push(table);
  return table;
}

function openTable(): OpenTable {
  return {
    reach: new Map(),
    cells: [],
    merges: [],
    column: 1,
    inRow: false,
    hidden: false,
    cell: null,
    holdsTable: false,
  };
}

function span(attributes: string, name: string): number {
  const count = Number.parseInt(htmlAttribute(attributes, name) ?? "1", 10);
  return Number.isInteger(count) && count > 1 ? Math.min(count, 65_534) : 1;
}

// No-break spaces fill cells that would be empty; line ends come from tags only.
function tidy(text: string): string {
  return cleaned(text)
    .split("\n")
    .map((line) => line.replaceAll(/[ \u00a0]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
