import { ProblemError } from "../../shared/problems/problem.ts";
import type { SheetPage } from "../../shared/api/api.ts";
import type { ReadHandle } from "../database/open.ts";
import type { ReadResult } from "./reading/readWorkbook.ts";
import type { ReadSheet, ReadWorkbook } from "./reading/sheet.ts";
import { shownText } from "./shownText.ts";
import { storedFile } from "./storedFiles.ts";

// Stored originals, opened again to be paged through. The last few stay in memory, so that the next page is at once.

type Reader = (source: { name: string; bytes: Uint8Array; password?: string }) => Promise<ReadResult>;
export interface OpenedWorkbook {
  readonly name: string;
  readonly workbook: ReadWorkbook;
}

const most = 4;
/** Cells of all kept workbooks: some 200 bytes each. */
const mostCells = 1_000_000;
const usualLimit = 100;

interface Kept {
  readonly opened: Promise<OpenedWorkbook>;
  cells: number;
}
/** Per reader, which lives as long as its program does; the hash names the content, whatever data folder it lies in. */
const kept = new WeakMap<Reader, Map<string, Kept>>();

/**
 * The stored original, read. Throws E-IMP-97 where it is not stored, the reader's refusal where it cannot be read.
 * @param password of a locked one that has not been opened since the program began.
 */
export async function openStored(
  db: ReadHandle,
  readWorkbook: Reader,
  hash: string,
  password?: string,
): Promise<OpenedWorkbook> {
  const books = kept.get(readWorkbook) ?? new Map<string, Kept>();
  kept.set(readWorkbook, books);
  const before = books.get(hash);
  const book: Kept = before ?? { opened: read(db, readWorkbook, hash, password), cells: 0 };
  // The newest last.
  books.delete(hash);
  books.set(hash, book);
  try {
    const opened = await book.opened;
    if (before === undefined) book.cells = cellsIn(opened.workbook);
    drop(books, hash);
    return opened;
  } catch (error) {
    books.delete(hash);
    throw error;
  }
}

function drop(books: Map<string, Kept>, newest: string): void {
  let cells = [...books.values()].reduce((sum, book) => sum + book.cells, 0);
  for (const [hash, book] of books) {
    if ((books.size <= most && cells <= mostCells) || hash === newest) continue;
    books.delete(hash);
    cells -= book.cells;
  }
  // Too large to keep at all: the next page reads it again.
  if (cells > mostCells) books.delete(newest);
}

async function read(
  db: ReadHandle,
  readWorkbook: Reader,
  hash: string,
  password: string | undefined,
): Promise<OpenedWorkbook> {
  const file = await storedFile(db, hash);
  const result = await readWorkbook({ ...file, ...(password === undefined ? {} : { password }) });
  if (!result.ok) {
    const message =
      result.needsPassword === true
        ? `“${file.name}”设有打开密码${password === undefined ? "" : "，输入的不对"}。数据未改动；请输入打开密码。`
        : result.message;
    throw new ProblemError({ kind: "unreadable", code: result.code, message });
  }
  return { name: file.name, workbook: result.workbook };
}

function cellsIn({ sheets }: ReadWorkbook): number {
  return sheets.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.cells.length, 0), 0);
}

/** Rows of a sheet, its first visible one where none is named; rows that hold nothing are left out. */
export function pageOf(
  { name, workbook }: OpenedWorkbook,
  asked: { sheet?: string; from?: number; limit?: number },
): SheetPage {
  const { sheets } = workbook;
  const sheet =
    asked.sheet === undefined
      ? (sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0])
      : sheets.find((one) => one.name === asked.sheet);
  if (sheet === undefined) {
    throw new ProblemError({
      kind: "notFound",
      code: "E-IMP-97",
      message: `原始文件“${name}”里没有工作表“${asked.sheet ?? ""}”。数据未改动；请打开原表核对。`,
    });
  }
  const from = asked.from ?? 1;
  const to = from + (asked.limit ?? usualLimit) - 1;
  return {
    file: name,
    sheet: sheet.name,
    sheets: sheets.map((one) => ({ name: one.name, hidden: one.hidden, rows: lastRow(one) })),
    rows: sheet.rows
      .filter(({ row }) => row >= from && row <= to)
      .map(({ row, hidden, cells }) => ({
        row,
        hidden: hidden === true,
        cells: cells.map((cell) => ({ column: cell.column, text: shownText(cell, sheet.date1904) })),
      })),
    merges: sheet.merges.filter(({ top, bottom }) => bottom >= from && top <= to),
    hiddenColumns: sheet.hiddenColumns,
    total: lastRow(sheet),
  };
}

function lastRow({ rows }: ReadSheet): number {
  return rows.at(-1)?.row ?? 0;
}
