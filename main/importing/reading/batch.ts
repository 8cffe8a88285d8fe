import type { Cell, CellType, Row } from "./sheet.ts";

/**
 * Rows on their way between processes, of one sheet: one long string and two numbers a cell, since a structured clone
 * of millions of small objects costs more than reading them.
 */
export interface Batch {
  /** `SheetInfo.index`. */
  sheet: number;
  /** For each row: its number (negative: hidden), how many cells, then for each cell `cellWord` and a place in `formats`. */
  numbers: Int32Array;
  /** The cells' texts, with NUL between them; no cell text holds one. */
  text: string;
  /** Number format codes; place 0 is General. */
  formats: string[];
}

const types: readonly CellType[] = ["text", "number", "boolean", "error", "formulaWithoutValue", "dateIso"];
const typeNumbers = new Map(types.map((type, number) => [type, number]));

// Column in 15 bits (it may be 16,384), type in 3, two flags.
const columnMask = 0x7f_ff;
const typeShift = 15;
const dateFlag = 1 << 18;
const formulaFlag = 1 << 19;

function cellWord(cell: Cell): number {
  const type = typeNumbers.get(cell.type) ?? 0;
  const flags = (cell.isDate === true ? dateFlag : 0) | (cell.formula === true ? formulaFlag : 0);
  return cell.column | (type << typeShift) | flags;
}

export interface BatchPacker {
  add(row: Row): void;
  /** Cells and rows waiting. */
  size(): number;
  /** Hands over what waits and begins anew. */
  take(sheet: number): Batch;
}

export function batchPacker(): BatchPacker {
  let numbers: number[] = [];
  let texts: string[] = [];
  let characters = 0;
  let formats = new Map<string, number>();
  return {
    add(row) {
      numbers.push(row.hidden === true ? -row.row : row.row, row.cells.length);
      for (const cell of row.cells) {
        let format = 0;
        if (cell.format !== undefined) {
          format = formats.get(cell.format) ?? formats.size + 1;
          if (format > formats.size) formats.set(cell.format, format);
        }
        numbers.push(cellWord(cell), format);
        texts.push(cell.text);
        characters += cell.text.length;
      }
    },
    size: () => numbers.length + (characters >> 4),
    take(sheet) {
      const batch = {
        sheet,
        numbers: Int32Array.from(numbers),
        text: texts.join("\0"),
        formats: ["", ...formats.keys()],
      };
      numbers = [];
      texts = [];
      characters = 0;
      formats = new Map();
      return batch;
    },
  };
}

/** The rows of a batch, as they were added. */
export function unpackBatch(batch: Batch): Row[] {
  const { numbers, formats } = batch;
  const texts = batch.text.split("\0");
  const rows: Row[] = [];
  let text = 0;
  for (let at = 0; at < numbers.length;) {
    const number = numbers[at] ?? 0;
    const count = numbers[at + 1] ?? 0;
    at += 2;
    const cells: Cell[] = [];
    for (let n = 0; n < count; n++, at += 2) {
      cells.push(unpackCell(numbers[at] ?? 0, texts[text++] ?? "", formats[numbers[at + 1] ?? 0] ?? ""));
    }
    rows.push(number < 0 ? { row: -number, hidden: true, cells } : { row: number, cells });
  }
  return rows;
}

function unpackCell(word: number, text: string, format: string): Cell {
  const cell: Cell = { column: word & columnMask, text, type: types[(word >> typeShift) & 7] ?? "text" };
  if (format !== "") cell.format = format;
  if ((word & dateFlag) !== 0) cell.isDate = true;
  if ((word & formulaFlag) !== 0) cell.formula = true;
  return cell;
}
