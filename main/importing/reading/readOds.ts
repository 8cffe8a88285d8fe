import { columnName } from "../../../shared/wording/columnName.ts";
import { spoken } from "./figures.ts";
import { lastColumn, lastRow, type ReadingLimits } from "./limits.ts";
import { formulaNotes } from "./notes.ts";
import { odsText } from "./odsText.ts";
import { refuse } from "./refusals.ts";
import type { Cell, Merge, WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { type XmlCellContent, xmlCell } from "./xmlCells.ts";
import { localAttribute, readXml, type XmlAttributes, type XmlHandlers } from "./xmlPart.ts";
import type { ZipPackage } from "./zipPackage.ts";

const namespaces = new Set([
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
]);

/** Reads an OpenDocument spreadsheet from a checked archive. Repeated blank cells and rows are counted, never made. @throws ReadRefusal */
export async function readOds(
  zip: ZipPackage,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const part = zip.parts.get("content.xml") ?? refuse("E-IMP-40");
  const reading = contentHandlers(limits, events);
  let read = 0;
  await readXml(part.bytes(limits.sheetXmlBytes), reading.handlers, {
    namespaces,
    limits,
    between: () => events.settled(Math.min(1, (read += 65_536) / (part.size + 1))),
  });
  if (reading.sheets() === 0) refuse("E-IMP-17");
  const left = { otherTabs: 0, formulas: reading.formulas(), droppedMerges: reading.droppedMerges() };
  return { kind: "ods", notes: formulaNotes(left, limits) };
}

interface OpenCell {
  column: number;
  repeat: number;
  content: XmlCellContent;
  hasValue: boolean;
}

// Value types to SpreadsheetML's words, and the attribute that holds the value as it was stored.
const values = new Map([
  ["float", ["Number", "value"]],
  ["percentage", ["Number", "value"]],
  ["currency", ["Number", "value"]],
  ["date", ["DateTime", "date-value"]],
  ["time", ["String", ""]],
  ["boolean", ["Boolean", "boolean-value"]],
] as const);

function contentHandlers(limits: ReadingLimits, events: WorkbookEvents) {
  let sheet = -1;
  // Tables inside cells and the remembered contents of linked sheets are no sheets.
  let depth = 0;
  let row = 0;
  let column = 1;
  let repeatRow = 1;
  let rowHidden = false;
  let cells: Cell[] = [];
  let merges: Merge[] = [];
  let hiddenColumns: number[] = [];
  let listed = 0;
  let open: OpenCell | null = null;
  let formulas = 0;
  let dropped = 0;
  const hiddenStyles = new Set<string>();
  let style = "";
  const text = odsText(limits.cellCharacters);

  const openCell = (attributes: XmlAttributes, covered: boolean): void => {
    const repeat = count(attributes, "number-columns-repeated", lastColumn);
    const across = covered ? 1 : count(attributes, "number-columns-spanned", lastColumn - column + 1);
    const down = covered ? 1 : count(attributes, "number-rows-spanned", lastRow - row + 1);
    if (across > 1 || down > 1) {
      if (merges.length === limits.merges) dropped++;
      else merges.push({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 });
    }
    const valueType = localAttribute(attributes, "value-type") ?? "";
    const [type, source] = values.get(valueType as "float") ?? ["String", ""];
    const value = source === "" ? undefined : localAttribute(attributes, source);
    const format = valueType === "percentage" ? { code: "0.00%", isDate: false } : null;
    const isFormula = localAttribute(attributes, "formula") !== undefined;
    open = { column, repeat, hasValue: value !== undefined, content: { type, text: value ?? "", format, isFormula } };
    column += repeat;
    text.start();
  };
  const closeCell = (): void => {
    const cell = open;
    open = null;
    if (cell === null) return;
    if (!cell.hasValue) Object.assign(cell.content, { type: "String", text: text.value() });
    if (cell.content.text === "") return;
    for (let at = 0; at < cell.repeat; at++) {
      const made = xmlCell(row, cell.column + at, cell.content, limits);
      if (made === null) return;
      if (made.formula === true) formulas++;
      cells.push(made);
    }
  };
  const closeRow = (): void => {
    const times = cells.length === 0 ? 0 : repeatRow;
    // Nothing waits inside this loop: more than may be must not be made first.
    if (times > limits.rows) refuse("E-IMP-44", `超过 ${spoken(limits.rows, "行")}上限`);
    for (let at = 0; at < times; at++) {
      events.row(rowHidden ? { row: row + at, hidden: true, cells } : { row: row + at, cells });
    }
    row += repeatRow - 1;
    cells = [];
  };
  const openColumn = (attributes: XmlAttributes): void => {
    const times = count(attributes, "number-columns-repeated", lastColumn);
    if (isAway(attributes)) {
      for (let at = listed + 1; at <= Math.min(listed + times, limits.columns); at++) hiddenColumns.push(at);
    }
    listed += times;
  };
  const openTable = (attributes: XmlAttributes): void => {
    if (++sheet === limits.sheets) refuse("E-IMP-46", `工作表超过上限 ${spoken(limits.sheets, "张")}`);
    const name = localAttribute(attributes, "name") ?? `Sheet${sheet + 1}`;
    const hidden = hiddenStyles.has(localAttribute(attributes, "style-name") ?? "");
    events.sheetStart({ name, index: sheet, hidden, date1904: false });
    [row, listed] = [0, 0];
    [merges, hiddenColumns] = [[], []];
  };

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === "style") style = localAttribute(attributes, "name") ?? "";
      else if (name === "table-properties" && localAttribute(attributes, "display") === "false")
        hiddenStyles.add(style);
      else if (name === "table" && ++depth === 1) openTable(attributes);
      else if (depth !== 1) return;
      else if (open !== null) text.open(name, Number(localAttribute(attributes, "c") ?? 1));
      else if (name === "table-column") openColumn(attributes);
      else if (name === "table-row") {
        row++;
        if (row > lastRow) refuse("E-IMP-42", `行数超出表格范围（${columnName(1)}${row}）`);
        column = 1;
        repeatRow = count(attributes, "number-rows-repeated", lastRow - row + 1);
        rowHidden = isAway(attributes);
      } else if (name === "table-cell" || name === "covered-table-cell") openCell(attributes, name !== "table-cell");
    },
    text(piece) {
      if (open !== null && depth === 1) text.add(piece);
    },
    close(name) {
      if (name === "table" && depth-- === 1) events.sheetEnd({ merges, hiddenColumns });
      else if (depth !== 1) return;
      else if (name === "table-cell" || name === "covered-table-cell") closeCell();
      else if (open !== null) text.close(name);
      else if (name === "table-row") closeRow();
    },
  };
  return { handlers, sheets: () => sheet + 1, formulas: () => formulas, droppedMerges: () => dropped };
}

function isAway(attributes: XmlAttributes): boolean {
  const visibility = localAttribute(attributes, "visibility");
  return visibility === "collapse" || visibility === "filter";
}

function count(attributes: XmlAttributes, name: string, most: number): number {
  const value = Number(localAttribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value > 1 ? Math.min(value, Math.max(1, most)) : 1;
}
