import type { Cell, CellType } from "./sheet.ts";

/**
 * Rows on their way between processes, of one sheet. A table says the same things over and over, so a cell that was
 * met before is one number: both ends keep the same cells at the same places (`batchPacker`, `batchUnpacker`), and a
 * repeated cell is one object in the end.
 */
export interface Batch {
  /** `SheetInfo.index`. */
  sheet: number;
  /** How many rows it holds. */
  rows: number;
  /**
   * For each row: its number (negative: hidden), how many cells, then for each cell `place * 4 + step` and what the
   * step takes.
   */
  numbers: Int32Array;
  /** UTF-8 of the texts that come with `step.text` and `step.newShared`, one after another. */
  bytes: Uint8Array;
  /** Number format codes that come after those of earlier batches; the very first, 0, is General. */
  formats: string[];
}

/** What the receiver does for a cell. */
export const step = {
  /** The cell at this place. */
  known: 0,
  /** Takes a cell word, a format and the text's length in UTF-16: a new cell, kept at this place. */
  text: 1,
  /** The same for a shared text, which is kept besides under the next number. */
  newShared: 2,
  /** Takes a cell word, a format and the number of a shared text that came before. */
  shared: 3,
} as const;

/** Cells that both ends keep; one more place is for those not kept. */
export const places = 1 << 16;

const types: readonly CellType[] = ["text", "number", "boolean", "error", "formulaWithoutValue", "dateIso"];
const typeNumbers = new Map(types.map((type, number) => [type, number]));

// Column in 15 bits (it may be 16,384), type in 3, two flags.
const columnMask = 0x7f_ff;
const typeShift = 15;
const dateFlag = 1 << 18;
const formulaFlag = 1 << 19;

/** What is known of a cell but its text and format, in one number. */
export function cellWord(column: number, type: CellType, isDate: boolean, isFormula: boolean): number {
  return column | ((typeNumbers.get(type) ?? 0) << typeShift) | (isDate ? dateFlag : 0) | (isFormula ? formulaFlag : 0);
}

/** The cell of a `cellWord`; `format` "" is General. */
export function cellOf(word: number, text: string, format: string): Cell {
  const column = word & columnMask;
  const type = types[(word >> typeShift) & 7] ?? "text";
  if (format === "" && (word & (dateFlag | formulaFlag)) === 0) return { column, text, type };
  return {
    column,
    text,
    type,
    ...(format === "" ? {} : { format }),
    ...((word & dateFlag) === 0 ? {} : { isDate: true as const }),
    ...((word & formulaFlag) === 0 ? {} : { formula: true as const }),
  };
}
