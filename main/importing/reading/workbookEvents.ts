import type { Batch } from "./batch.ts";
import type { CellSink } from "./batchPacker.ts";
import type { Row, SheetEnd, SheetInfo } from "./sheet.ts";

/**
 * Where a format's reader puts what it finds, in file order: `sheetStart`, any number of `row`, `sheetEnd`.
 * Between pieces of input it awaits `settled`, where a slow receiver may hold it back.
 */
export interface WorkbookEvents {
  sheetStart(sheet: SheetInfo): void;
  row(row: Row): void;
  /** Takes rows as well, cell by cell: for a reader to whom an object for each cell is too dear. */
  readonly cells: CellSink;
  sheetEnd(end: SheetEnd): void;
  /** `done` is the share of the file that has been read, 0 to 1. */
  settled(done: number): Promise<void> | void;
}

/** Where a file's content goes, from `readSource`: the same with its rows packed. */
export interface WorkbookOutput extends Pick<WorkbookEvents, "sheetStart" | "sheetEnd" | "settled"> {
  batch(batch: Batch): void;
}
