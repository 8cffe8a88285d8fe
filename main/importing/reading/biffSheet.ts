import { afterRecord, biff, type BiffRecord, recordAt, substream, withContinues } from "./biffRecords.ts";
import { type CellMaker, rkNumber } from "./binaryCells.ts";
import type { ReadingLimits } from "./limits.ts";
import type { BiffText } from "./biffStrings.ts";
import type { Cell, Merge, SheetEnd } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";

export interface BiffSheetReading {
  text: BiffText;
  cells: CellMaker;
  limits: ReadingLimits;
  events: WorkbookEvents;
}

export interface BiffSheetEnd extends SheetEnd {
  droppedMerges: number;
}

// Excel 3 and 4 gave formulas other numbers; some old writers kept them.
const formulaTypes = new Set<number>([biff.formula, 0x0206, 0x0406]);
const cellTypes = new Set<number>([
  ...formulaTypes,
  biff.mulRk,
  biff.rString,
  biff.labelSst,
  biff.number,
  biff.label,
  biff.boolErr,
  biff.rk,
]);

const rowsBetween = 1_000;

/** Reads one sheet's records; hands over each row once, ascending. The declared dimensions are not believed. */
export async function readBiffSheet(stream: Buffer, start: number, reading: BiffSheetReading): Promise<BiffSheetEnd> {
  const { hidden, places, end } = survey(stream, start, reading.limits);
  let row = -1;
  let cells: Cell[] = [];
  let rows = 0;
  const flush = (): void => {
    if (cells.length > 0) {
      const ordered = inOrder(cells);
      reading.events.row(
        hidden.has(row) ? { row: row + 1, hidden: true, cells: ordered } : { row: row + 1, cells: ordered },
      );
    }
    cells = [];
  };
  for (const at of places) {
    const record = recordAt(stream, at);
    if (record === null) continue;
    const next = record.data.readUInt16LE(0);
    if (next !== row) {
      flush();
      row = next;
      if (++rows % rowsBetween === 0) await reading.events.settled(Math.min(1, at / stream.length));
    }
    for (const cell of cellsOf(stream, record, reading)) if (cell !== null) cells.push(cell);
  }
  flush();
  await reading.events.settled(Math.min(1, (places.at(-1) ?? 0) / stream.length));
  return end;
}

interface Survey {
  hidden: Set<number>;
  /** Where the cells' records stand, by row. */
  places: number[];
  end: BiffSheetEnd;
}

// Rows' own records may come after their cells, and nothing makes a writer keep the cells by rows: look first.
function survey(stream: Buffer, start: number, limits: ReadingLimits): Survey {
  const hidden = new Set<number>();
  const places: number[] = [];
  const end: BiffSheetEnd = { merges: [], hiddenColumns: [], droppedMerges: 0 };
  let last = -1;
  let isOrdered = true;
  for (const { type, at, data } of substream(stream, start)) {
    if (cellTypes.has(type)) {
      if (data.length < 6) continue;
      const row = data.readUInt16LE(0);
      if (row < last) isOrdered = false;
      last = row;
      places.push(at);
    } else if (type === biff.row && data.length >= 14) {
      if (((data[12] ?? 0) & 0x20) !== 0) hidden.add(data.readUInt16LE(0));
    } else if (type === biff.columnInfo && data.length >= 10) addHiddenColumns(end, data, limits);
    else if (type === biff.mergeCells && data.length >= 2) addMerges(end, data, limits);
  }
  if (!isOrdered) {
    const rowAt = (at: number): number => stream.readUInt16LE(at + 4);
    places.sort((a, b) => rowAt(a) - rowAt(b) || a - b);
  }
  end.hiddenColumns = [...new Set(end.hiddenColumns)].toSorted((a, b) => a - b);
  return { hidden, places, end };
}

function addHiddenColumns(end: BiffSheetEnd, data: Buffer, limits: ReadingLimits): void {
  if (((data[8] ?? 0) & 1) === 0) return;
  const to = Math.min(data.readUInt16LE(2) + 1, limits.columns, 256);
  for (let column = data.readUInt16LE(0) + 1; column <= to; column++) end.hiddenColumns.push(column);
}

function addMerges(end: BiffSheetEnd, data: Buffer, limits: ReadingLimits): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    if (end.merges.length === limits.merges) {
      end.droppedMerges++;
      continue;
    }
    const [top, bottom, left, right] = [0, 2, 4, 6].map((by) => data.readUInt16LE(at + by) + 1) as [
      number,
      number,
      number,
      number,
    ];
    const merge: Merge = { top, left, bottom, right };
    if (top <= bottom && left <= right) end.merges.push(merge);
  }
}

function cellsOf(stream: Buffer, record: BiffRecord, { text, cells }: BiffSheetReading): (Cell | null)[] {
  const { type, data } = record;
  const row = data.readUInt16LE(0) + 1;
  const column = data.readUInt16LE(2) + 1;
  const style = data.readUInt16LE(4);
  const long = (bytes: number): boolean => data.length >= bytes;
  if (type === biff.labelSst && long(10)) return [cells.shared(row, column, style, data.readUInt32LE(6))];
  if (type === biff.number && long(14)) return [cells.number(row, column, style, data.readDoubleLE(6))];
  if (type === biff.rk && long(10)) return [cells.number(row, column, style, rkNumber(data.readInt32LE(6)))];
  if (type === biff.label || type === biff.rString) {
    const [, ...more] = withContinues(stream, record);
    return [cells.text(row, column, style, text.read([data.subarray(6), ...more], 2))];
  }
  if (type === biff.boolErr && long(8)) {
    const value = data[6] ?? 0;
    return [data[7] === 1 ? cells.error(row, column, style, value) : cells.boolean(row, column, style, value !== 0)];
  }
  if (type === biff.mulRk) return manyNumbers(data, row, column, cells);
  if (formulaTypes.has(type) && long(14)) return [resultOf(stream, record, { row, column, style, text, cells })];
  return [];
}

function manyNumbers(data: Buffer, row: number, column: number, cells: CellMaker): Cell[] {
  const found: Cell[] = [];
  for (let at = 4; at + 6 <= data.length - 2; at += 6) {
    const place = column + (at - 4) / 6;
    found.push(cells.number(row, place, data.readUInt16LE(at), rkNumber(data.readInt32LE(at + 2))));
  }
  return found;
}

interface Result {
  row: number;
  column: number;
  style: number;
  text: BiffText;
  cells: CellMaker;
}

// The last result: a double, or where its upper bytes are FFFF a kind and a value; a text stands in a record behind.
function resultOf(stream: Buffer, record: BiffRecord, { row, column, style, text, cells }: Result): Cell | null {
  const { data } = record;
  if (data.readUInt16LE(12) !== 0xff_ff) return cells.number(row, column, style, data.readDoubleLE(6), true);
  const value = data[8] ?? 0;
  switch (data[6]) {
    case 0: {
      const found = stringBehind(stream, record);
      return found === null ? null : cells.text(row, column, style, text.read(withContinues(stream, found), 2), true);
    }
    case 1:
      return cells.boolean(row, column, style, value !== 0, true);
    case 2:
      return cells.error(row, column, style, value, true);
    default:
      return null; // the empty text
  }
}

// Between a formula and its text may stand one record that shares the formula with other cells, and its continuation.
function stringBehind(stream: Buffer, formula: BiffRecord): BiffRecord | null {
  let next = recordAt(stream, afterRecord(formula));
  for (let steps = 0; next !== null && steps < 8; steps++) {
    if (next.type === biff.string) return next;
    if (cellTypes.has(next.type) || next.type === biff.eof) return null;
    next = recordAt(stream, afterRecord(next));
  }
  return null;
}

// A cell written twice holds what was written last.
function inOrder(cells: Cell[]): Cell[] {
  for (let at = 1; at < cells.length; at++) {
    if ((cells[at]?.column ?? 0) > (cells[at - 1]?.column ?? 0)) continue;
    const last = new Map(cells.map((cell) => [cell.column, cell]));
    return [...last.values()].toSorted((a, b) => a.column - b.column);
  }
  return cells;
}
