import { columnName } from "../../../shared/wording/columnName.ts";
import { parseAddress, parseRowNumber } from "./address.ts";
import type { CellSink } from "./batchPacker.ts";
import { cellReader, type CellTables } from "./worksheetCell.ts";
import { spoken } from "./figures.ts";
import { lastColumn, lastRow, type ReadingLimits } from "./limits.ts";
import { readItems } from "./readItems.ts";
import { refuse } from "./refusals.ts";
import { rowScanner } from "./rowScanner.ts";
import type { Cell, Merge, Row, SheetEnd } from "./sheet.ts";
import { spreadsheetNamespaces } from "./workbookPart.ts";
import { attribute, isOn, type XmlAttributes, xmlFeed, type XmlHandlers } from "./xmlPart.ts";

export interface WorksheetReading {
  tables: CellTables;
  limits: ReadingLimits;
  row(row: Row): void;
  /** Where the usual form of rows goes, which are not made objects of. */
  cells: CellSink;
  between(): Promise<void> | void;
}

export interface WorksheetEnd extends SheetEnd {
  /** Merges beyond the limit, which were not kept. */
  droppedMerges: number;
  formulas: number;
  formulasWithoutValue: number;
}

/**
 * Streams a sheet's rows. Drawings, validations, conditional formats, links and comments are never looked at; merged
 * ranges and columns are never expanded. Rows come in file order, each number once. @throws ReadRefusal
 */
export async function readWorksheet(bytes: AsyncIterable<Buffer>, reading: WorksheetReading): Promise<WorksheetEnd> {
  const { handlers, end, isInData, take } = worksheetHandlers(reading);
  const { limits, between } = reading;
  const feed = xmlFeed(handlers, { namespaces: spreadsheetNamespaces, limits });
  const scan = rowScanner({
    ...reading,
    take,
    isBound: feed.isBound,
    formulas(count, withoutValue) {
      end.formulas += count;
      end.formulasWithoutValue += withoutValue;
    },
  });
  const form = { opening: "<sheetData", closing: "</row>", depth: 2, isOpen: isInData, scan };
  await readItems(bytes, feed, limits.scanned ? form : null, between);
  return end;
}

interface WorksheetHandlers {
  handlers: XmlHandlers;
  end: WorksheetEnd;
  isInData(): boolean;
  /** Claims a row's number, see `ScannedRows`. */
  take(row: number): number;
}

function worksheetHandlers(reading: WorksheetReading): WorksheetHandlers {
  const { limits } = reading;
  const end: WorksheetEnd = {
    merges: [],
    hiddenColumns: [],
    droppedMerges: 0,
    formulas: 0,
    formulasWithoutValue: 0,
  };
  const cell = cellReader(reading.tables, limits);
  const numbers = rowNumbers();
  let inData = false;
  let inCell = false;
  let hidden = false;
  let row = 0;
  let nextColumn = 1;
  let cells: Cell[] = [];

  const openRow = (attributes: XmlAttributes): void => {
    row = numbers.ofRow(attribute(attributes, "r"));
    hidden = isOn(attribute(attributes, "hidden"));
    nextColumn = 1;
    cells = [];
  };
  const openCell = (attributes: XmlAttributes): void => {
    const reference = attribute(attributes, "r");
    let column = nextColumn;
    if (reference !== undefined) {
      const address = parseAddress(reference) ?? badReference(reference);
      row = numbers.ofCell(row, address.row);
      column = address.column;
    }
    if (column > lastColumn) badReference(`第 ${row} 行第 ${column} 列`);
    nextColumn = column + 1;
    inCell = true;
    cell.start(row || numbers.next(), column, attributes);
  };
  const closeCell = (): void => {
    inCell = false;
    const value = cell.finish();
    if (value === null) return;
    if (value.column > limits.columns) {
      refuse("E-IMP-45", `${columnName(value.column)} 列有内容，超过列数上限 ${spoken(limits.columns, "列")}`);
    }
    if (value.formula === true) end.formulas++;
    if (value.type === "formulaWithoutValue") end.formulasWithoutValue++;
    cells.push(value);
  };
  const closeRow = (): void => {
    const number = numbers.take(row);
    row = 0;
    if (cells.length === 0) return;
    reading.row(
      hidden
        ? { row: number, hidden: true, cells: inOrder(cells, number) }
        : { row: number, cells: inOrder(cells, number) },
    );
    cells = [];
  };

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (inCell) cell.open(name);
      else if (!inData) {
        if (name === "sheetData") inData = true;
        else if (name === "mergeCell") addMerge(end, attribute(attributes, "ref") ?? "", limits);
        else if (name === "col") addHiddenColumns(end, attributes, limits);
      } else if (name === "c") openCell(attributes);
      else if (name === "row") openRow(attributes);
    },
    text(text) {
      if (inCell) cell.add(text);
    },
    close(name) {
      if (inCell) {
        if (name === "c") closeCell();
        else cell.close(name);
      } else if (name === "row") closeRow();
      else if (name === "sheetData") inData = false;
    },
  };
  const take = (asked: number): number => {
    if (!numbers.isFree(asked)) return 0;
    row = 0;
    return numbers.take(asked);
  };
  return { handlers, end, isInData: () => inData, take };
}

/** Numbers of rows: given, taken from their first cell, or one after the last; each at most once. */
function rowNumbers() {
  const seen = new Uint8Array((lastRow >> 3) + 1);
  let last = 0;
  return {
    next: () => last + 1,
    /** 0 where the row does not say. */
    ofRow(given: string | undefined): number {
      if (given === undefined) return 0;
      return parseRowNumber(given) ?? refuse("E-IMP-42", `第 ${last + 1} 行之后有一行编号异常（${shown(given)}）`);
    },
    ofCell(row: number, cellRow: number): number {
      if (row !== 0 && row !== cellRow) refuse("E-IMP-42", `第 ${row} 行编号异常：其中的单元格自称在第 ${cellRow} 行`);
      return cellRow;
    },
    /** 0 asks for the next one. */
    isFree(row: number): boolean {
      const number = row === 0 ? last + 1 : row;
      return number <= lastRow && ((seen[number >> 3] ?? 0) & (1 << (number & 7))) === 0;
    },
    take(row: number): number {
      const number = row === 0 ? last + 1 : row;
      const bit = 1 << (number & 7);
      const byte = seen[number >> 3] ?? 0;
      if (number > lastRow || (byte & bit) !== 0) refuse("E-IMP-42", `第 ${number} 行编号异常：出现两次`);
      seen[number >> 3] = byte | bit;
      last = number;
      return number;
    },
  };
}

function inOrder(cells: Cell[], row: number): Cell[] {
  let ordered = true;
  for (let at = 1; at < cells.length; at++) {
    if ((cells[at]?.column ?? 0) <= (cells[at - 1]?.column ?? 0)) ordered = false;
  }
  if (ordered) return cells;
  cells.sort((a, b) => a.column - b.column);
  const twice = cells.find((cell, at) => at > 0 && cells[at - 1]?.column === cell.column);
  if (twice !== undefined) refuse("E-IMP-42", `第 ${row} 行 ${columnName(twice.column)} 列出现两次`);
  return cells;
}

function addMerge(end: WorksheetEnd, reference: string, limits: ReadingLimits): void {
  if (end.merges.length === limits.merges) {
    end.droppedMerges++;
    return;
  }
  const merge = parseMerge(reference);
  if (merge !== null) end.merges.push(merge);
}

// Merges are decoration: one that names no range is left out, it does not cost the file.
function parseMerge(reference: string): Merge | null {
  const colon = reference.indexOf(":");
  const first = parseAddress(colon < 0 ? reference : reference.slice(0, colon));
  const second = colon < 0 ? first : parseAddress(reference.slice(colon + 1));
  if (first === null || second === null) return null;
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  };
}

function addHiddenColumns(end: WorksheetEnd, attributes: XmlAttributes, limits: ReadingLimits): void {
  if (!isOn(attribute(attributes, "hidden"))) return;
  // Hiding all columns to the right up to XFD is common; only those that may hold data matter.
  const from = Math.max(1, Number(attribute(attributes, "min")) || 1, (end.hiddenColumns.at(-1) ?? 0) + 1);
  const to = Math.min(Number(attribute(attributes, "max")) || from, limits.columns);
  for (let column = from; column <= to; column++) end.hiddenColumns.push(column);
}

function badReference(reference: string): never {
  return refuse("E-IMP-42", `单元格编号异常（${shown(reference)}）`);
}

function shown(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
