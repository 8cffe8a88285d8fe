import { type CellMaker, rkNumber } from "./binaryCells.ts";
import { lastColumn, lastRow, type ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import type { Cell, Row, SheetEnd } from "./sheet.ts";
import { wideString, xlsb, type XlsbRecord, xlsbRecords } from "./xlsbRecords.ts";
import type { Part } from "./zipPackage.ts";

export interface XlsbSheetReading {
  cells: CellMaker;
  limits: ReadingLimits;
  row(row: Row): void;
  /** `bytes` of the part have been read. */
  between(bytes: number): Promise<void> | void;
}

const rowsBetween = 1_000;

/** Streams one sheet's records; the declared dimensions are not believed. @throws ReadRefusal */
export async function readXlsbSheet(
  part: Part,
  { cells: maker, limits, row: hand, between }: XlsbSheetReading,
): Promise<SheetEnd & { droppedMerges: number }> {
  const end = { merges: [] as SheetEnd["merges"], hiddenColumns: [] as number[], droppedMerges: 0 };
  let row = 0;
  let last = 0;
  let hidden = false;
  let rows = 0;
  let bytes = 0;
  let cells: Cell[] = [];
  const flush = (): void => {
    if (cells.length > 0) hand(hidden ? { row, hidden: true, cells } : { row, cells });
    cells = [];
  };
  for await (const record of xlsbRecords(part.bytes(limits.sheetXmlBytes), limits)) {
    const { type, data } = record;
    bytes += data.length + 2;
    if (type === xlsb.row) {
      flush();
      if (data.length < 12) refuse("E-IMP-42", undefined, "BrtRowHdr");
      row = data.readUInt32LE(0) + 1;
      hidden = ((data[11] ?? 0) & 0x10) !== 0;
      if (row > lastRow || row <= last) refuse("E-IMP-42", `第 ${last} 行之后有一行编号异常（${row}）`);
      last = row;
      if (++rows % rowsBetween === 0) await between(bytes);
    } else if (type >= xlsb.rk && type <= xlsb.formulaError) addCell(cells, record, row, maker);
    else if (type === xlsb.richText) addCell(cells, record, row, maker);
    else if (type === xlsb.columnInfo && data.length >= 18) addHiddenColumns(end.hiddenColumns, data, limits);
    else if (type === xlsb.mergeCell && data.length >= 16) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 4, 8, 12].map((at) => data.readUInt32LE(at) + 1);
      if (end.merges.length === limits.merges) end.droppedMerges++;
      else if (top <= bottom && left <= right && bottom <= lastRow && right <= lastColumn) {
        end.merges.push({ top, left, bottom, right });
      }
    }
  }
  flush();
  await between(bytes);
  return end;
}

function addCell(cells: Cell[], { type, data }: XlsbRecord, row: number, maker: CellMaker): void {
  if (row === 0 || data.length < 9) return;
  const column = data.readUInt32LE(0) + 1;
  const before = cells.at(-1)?.column ?? 0;
  if (column > lastColumn || column <= before) refuse("E-IMP-42", `第 ${row} 行单元格编号异常（第 ${column} 列）`);
  const cell = cellOf(type, data, row, column, maker);
  if (cell !== null) cells.push(cell);
}

function cellOf(type: number, data: Buffer, row: number, column: number, maker: CellMaker): Cell | null {
  const style = data.readUInt32LE(4) & 0xff_ff_ff;
  const isFormula = type >= xlsb.formulaText && type <= xlsb.formulaError ? true : undefined;
  const byte = data[8] ?? 0;
  const long = (bytes: number): boolean => data.length >= bytes;
  switch (type) {
    case xlsb.rk:
      return long(12) ? maker.number(row, column, style, rkNumber(data.readInt32LE(8))) : null;
    case xlsb.real:
    case xlsb.formulaNumber:
      return long(16) ? maker.number(row, column, style, data.readDoubleLE(8), isFormula) : null;
    case xlsb.boolean:
    case xlsb.formulaBoolean:
      return maker.boolean(row, column, style, byte !== 0, isFormula);
    case xlsb.error:
    case xlsb.formulaError:
      return maker.error(row, column, style, byte, isFormula);
    case xlsb.sharedText:
      return long(12) ? maker.shared(row, column, style, data.readUInt32LE(8)) : null;
    default: {
      const text = wideString(data, type === xlsb.richText ? 9 : 8);
      return text === null
        ? refuse("E-IMP-30", undefined, "cell text")
        : maker.text(row, column, style, text.text, isFormula);
    }
  }
}

function addHiddenColumns(columns: number[], data: Buffer, limits: ReadingLimits): void {
  if ((data.readUInt16LE(16) & 1) === 0) return;
  const from = Math.max(data.readUInt32LE(0) + 1, (columns.at(-1) ?? 0) + 1);
  const to = Math.min(data.readUInt32LE(4) + 1, limits.columns);
  for (let column = from; column <= to; column++) columns.push(column);
}
