import { chooseEncoding, decodeText } from "./decodeText.ts";
import { spoken } from "./figures.ts";
import { lastColumn, lastRow, type ReadingLimits } from "./limits.ts";
import { formulaNotes } from "./notes.ts";
import { type NumberFormat, namedFormat } from "./numberFormats.ts";
import { refuse } from "./refusals.ts";
import type { Cell, Merge, WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { type XmlCellContent, xmlCell } from "./xmlCells.ts";
import { isOn, localAttribute, readXml, type XmlAttributes, type XmlHandlers } from "./xmlPart.ts";

const namespaces = new Set([
  "urn:schemas-microsoft-com:office:spreadsheet",
  "urn:schemas-microsoft-com:office:excel",
  "http://www.w3.org/TR/REC-html40", // formatted text inside a cell
]);

interface Preview {
  date1904: boolean;
  /** By place; missing is visible. */
  hidden: boolean[];
  formats: Map<string, NumberFormat | null>;
}

/**
 * Reads XML spreadsheets of Excel 2003 (SpreadsheetML). Whether a sheet is hidden stands behind its rows, so the file
 * is parsed twice. @throws ReadRefusal
 */
export async function readXmlSpreadsheet(
  bytes: Buffer,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const preview = await readPreview(bytes, limits);
  const reading = sheetHandlers(preview, limits, events);
  let read = 0;
  const between = (): Promise<void> | void => events.settled(Math.min(1, (read += 65_536) / bytes.length));
  await readXml(utf8(bytes), reading.handlers, { namespaces, limits, between });
  const { formulas, droppedMerges } = reading;
  if (reading.sheets() === 0) refuse("E-IMP-40", "工作簿里没有工作表");
  const left = { otherTabs: 0, formulas: formulas(), droppedMerges: droppedMerges() };
  return { kind: "xml", notes: formulaNotes(left, limits) };
}

// The parser knows UTF-8 and UTF-16; Chinese exports come in GBK too.
async function* utf8(bytes: Buffer): AsyncGenerator<Buffer> {
  for (const text of decodeText(bytes, chooseEncoding(bytes))) if (text !== "") yield Buffer.from(text);
}

async function readPreview(bytes: Buffer, limits: ReadingLimits): Promise<Preview> {
  const preview: Preview = { date1904: false, hidden: [], formats: new Map() };
  let sheet = -1;
  let style = "";
  let inside = "";
  await readXml(
    utf8(bytes),
    {
      open(name, attributes) {
        inside = name;
        if (name === "Worksheet") sheet++;
        else if (name === "Date1904") preview.date1904 = true;
        else if (name === "Style") {
          style = localAttribute(attributes, "ID") ?? "";
          const parent = preview.formats.get(localAttribute(attributes, "Parent") ?? "Default");
          if (parent !== undefined) preview.formats.set(style, parent);
        } else if (name === "NumberFormat") {
          preview.formats.set(style, namedFormat(localAttribute(attributes, "Format") ?? ""));
        }
      },
      text(text) {
        if (inside === "Visible" && text.trim().startsWith("Sheet") && text.includes("Hidden"))
          preview.hidden[sheet] = true;
      },
      close() {
        inside = "";
      },
    },
    { namespaces, limits },
  );
  return preview;
}

function sheetHandlers(preview: Preview, limits: ReadingLimits, events: WorkbookEvents) {
  let sheet = -1;
  let row = 0;
  let column = 0;
  let rowHidden = false;
  let inTable = false;
  let cells: Cell[] = [];
  let merges: Merge[] = [];
  let hiddenColumns: number[] = [];
  let nextColumn = 1;
  let nextHidden = 1;
  let content: XmlCellContent | null = null;
  let inData = false;
  let inComment = false;
  let formulas = 0;
  let dropped = 0;

  const openCell = (attributes: XmlAttributes): void => {
    column = placeOf(attributes, nextColumn, lastColumn, row);
    const across = count(attributes, "MergeAcross", lastColumn - column);
    const down = count(attributes, "MergeDown", lastRow - row);
    nextColumn = column + across + 1;
    if (across > 0 || down > 0) {
      if (merges.length === limits.merges) dropped++;
      else merges.push({ top: row, left: column, bottom: row + down, right: column + across });
    }
    const style = localAttribute(attributes, "StyleID") ?? "Default";
    const isFormula = localAttribute(attributes, "Formula") !== undefined;
    content = { type: "", text: "", format: preview.formats.get(style) ?? null, isFormula };
  };
  const closeCell = (): void => {
    const cell = content === null ? null : xmlCell(row, column, content, limits);
    content = null;
    if (cell === null) return;
    if (cell.formula === true) formulas++;
    cells.push(cell);
  };
  const openRow = (attributes: XmlAttributes): void => {
    row = placeOf(attributes, row + 1, lastRow, row);
    rowHidden = isOn(localAttribute(attributes, "Hidden"));
    nextColumn = 1;
    cells = [];
    // Blank rows may be written once for many; such a row has no cells.
    pendingSpan = count(attributes, "Span", lastRow - row);
  };
  let pendingSpan = 0;
  const closeRow = (): void => {
    if (cells.length > 0) events.row(rowHidden ? { row, hidden: true, cells } : { row, cells });
    cells = [];
    row += pendingSpan;
    pendingSpan = 0;
  };
  const openColumn = (attributes: XmlAttributes): void => {
    const from = placeOf(attributes, nextHidden, lastColumn, 0);
    const to = from + count(attributes, "Span", lastColumn - from);
    nextHidden = to + 1;
    if (!isOn(localAttribute(attributes, "Hidden"))) return;
    for (let at = from; at <= Math.min(to, limits.columns); at++) hiddenColumns.push(at);
  };

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === "Worksheet") {
        if (++sheet === limits.sheets) refuse("E-IMP-46", `工作表超过上限 ${spoken(limits.sheets, "张")}`);
        const title = localAttribute(attributes, "Name") ?? `Sheet${sheet + 1}`;
        events.sheetStart({
          name: title,
          index: sheet,
          hidden: preview.hidden[sheet] === true,
          date1904: preview.date1904,
        });
        row = 0;
        nextHidden = 1;
        [merges, hiddenColumns] = [[], []];
      } else if (name === "Table") inTable = sheet >= 0;
      else if (!inTable) return;
      else if (name === "Column") openColumn(attributes);
      else if (name === "Row") openRow(attributes);
      else if (name === "Cell") openCell(attributes);
      else if (name === "Comment") inComment = true;
      else if (name === "Data" && content !== null && !inComment) {
        inData = true;
        content.type = localAttribute(attributes, "Type") ?? "String";
      }
    },
    text(text) {
      if (inData && content !== null) content.text += text;
    },
    close(name) {
      if (name === "Data") inData = false;
      else if (name === "Comment") inComment = false;
      else if (name === "Cell") closeCell();
      else if (name === "Row") closeRow();
      else if (name === "Table") inTable = false;
      else if (name === "Worksheet") events.sheetEnd({ merges, hiddenColumns });
    },
  };
  return { handlers, formulas: () => formulas, droppedMerges: () => dropped, sheets: () => sheet + 1 };
}

// Places are given only where some are left out; they may not go back.
function placeOf(attributes: XmlAttributes, next: number, last: number, row: number): number {
  const given = localAttribute(attributes, "Index");
  const place = given === undefined ? next : Number(given);
  if (!Number.isInteger(place) || place < next || place > last) {
    refuse("E-IMP-42", `第 ${row} 行之后行列编号异常（${(given ?? String(place)).slice(0, 20)}）`);
  }
  return place;
}

function count(attributes: XmlAttributes, name: string, most: number): number {
  const value = Number(localAttribute(attributes, name) ?? 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 0;
}
