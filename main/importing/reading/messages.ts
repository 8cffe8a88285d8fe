import type { Batch } from "./batch.ts";
import type { Refusal } from "./refusals.ts";
import type { SheetEnd, SheetInfo, WorkbookSummary } from "./sheet.ts";

/**
 * A file on disk, or its bytes with the name they came under; with the password that opens it where one was asked for.
 * A password goes to the reading process and nowhere else: it is neither logged nor stored.
 */
export type WorkbookSource =
  | string
  | { path: string; password?: string | undefined }
  | { name: string; bytes: Uint8Array; password?: string | undefined };

/** To the reading process. */
export type ReaderRequest =
  | { kind: "read"; source: WorkbookSource; rowLimit: number; memoryMb: number }
  /** A batch has been consumed: one more may come. */
  | { kind: "more" };

/** From the reading process; `end` and `refused` are the last words on a file. */
export type ReaderReply =
  | { kind: "sheet"; sheet: SheetInfo }
  | { kind: "rows"; batch: Batch }
  | { kind: "sheetEnd"; sheet: number; end: SheetEnd }
  | { kind: "progress"; done: number }
  | ({ kind: "end"; summary: WorkbookSummary } & ReaderMemory)
  | ({ kind: "refused"; refusal: Refusal } & ReaderMemory);

export interface ReaderMemory {
  /** Resident, MB: now, and the most since the process began; 0 where nobody knows. */
  memoryMb: number;
  peakMb?: number;
}

/** Batches that may be under way before the reading process waits for `more`. */
export const batchesUnderWay = 4;
