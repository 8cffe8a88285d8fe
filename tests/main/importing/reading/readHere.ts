// The reader without its cage: for tests of what it reads, and of what it refuses with other limits.
import { batchUnpacker } from "../../../../main/importing/reading/batchUnpacker.ts";
import { readingLimits, type ReadingLimits } from "../../../../main/importing/reading/limits.ts";
import { readSource } from "../../../../main/importing/reading/readSource.ts";
import { type Refusal, refusalOf } from "../../../../main/importing/reading/refusals.ts";
import type { Cell, ReadSheet, ReadWorkbook } from "../../../../main/importing/reading/sheet.ts";

export async function readHere(
  bytes: Uint8Array | string,
  limits: Partial<ReadingLimits> = {},
  name = "测试.xlsx",
): Promise<ReadWorkbook> {
  const sheets: ReadSheet[] = [];
  const unpack = batchUnpacker();
  const summary = await readSource(
    { name, bytes: Buffer.from(bytes) },
    { ...readingLimits, ...limits },
    {
      sheetStart: (sheet) => void sheets.push({ ...sheet, rows: [], merges: [], hiddenColumns: [] }),
      batch: (batch) => void sheets.at(-1)?.rows.push(...unpack(batch)),
      sheetEnd: (end) => void Object.assign(sheets.at(-1) ?? {}, end),
      settled: () => undefined,
    },
  );
  return { ...summary, sheets };
}

/** The refusal a file ends in; fails where it is read. */
export async function refusalHere(bytes: Uint8Array | string, limits: Partial<ReadingLimits> = {}): Promise<Refusal> {
  try {
    await readHere(bytes, limits);
  } catch (error) {
    return refusalOf(error);
  }
  throw new Error("the file was read");
}

/** "A1 text 甲" for each cell of the first sheet, formats and flags left out. */
export async function cellsHere(bytes: Uint8Array | string): Promise<string[]> {
  const { sheets } = await readHere(bytes);
  return (sheets[0]?.rows ?? []).flatMap(({ row, cells }) =>
    cells.map(({ column, type, text }) => `R${row}C${column} ${type} ${text}`),
  );
}

/** The first cell of the first sheet. */
export async function firstCell(bytes: Uint8Array | string): Promise<Cell | undefined> {
  return (await readHere(bytes)).sheets[0]?.rows[0]?.cells[0];
}
