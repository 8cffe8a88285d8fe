import { batchUnpacker } from "./batchUnpacker.ts";
import { readingLimits, readingMemoryMb, readingTimeoutMs } from "./limits.ts";
import type { WorkbookSource } from "./messages.ts";
import { type ReadingSession, readingSession } from "./readingSession.ts";
import { type Refusal, refusal, refusalOf } from "./refusals.ts";
import type { Row, SheetEnd, SheetInfo, WorkbookSummary } from "./sheet.ts";
import { forkReader, type StartReader } from "./startReader.ts";

export interface ReadingProgress {
  /** Share of the file that has been read, 0 to 1. */
  done: number;
  /** Rows handed over so far. */
  rows: number;
}

export interface ReadingOptions {
  /** Rows that hold something, all sheets together. */
  rowLimit?: number;
  /** Time the reading itself may take; waiting for the consumer does not count. */
  timeoutMs?: number;
  memoryMb?: number;
  signal?: AbortSignal;
  onProgress?: (progress: ReadingProgress) => void;
  /** How the reading process is started; a host with another kind of process gives its own. */
  startReader?: StartReader;
}

/** In file order: for each sheet `sheet`, any number of `rows`, `sheetEnd`; then once `end` or `refused`. */
export type WorkbookEvent =
  | { kind: "sheet"; sheet: SheetInfo }
  | { kind: "rows"; sheet: number; rows: Row[] }
  | ({ kind: "sheetEnd"; sheet: number } & SheetEnd)
  | ({ kind: "end" } & { workbook: WorkbookSummary })
  | ({ kind: "refused" } & Refusal);

/**
 * Reads a workbook in a process of its own and hands over its rows in batches, as fast as they are asked for. Nothing
 * is certain before `end`: a file may turn out to be damaged after many rows, so what came before belongs in staging.
 * Never throws for what a file may hold; leaving the loop early stops the reading.
 */
export async function* readWorkbookStream(
  source: WorkbookSource,
  options: ReadingOptions = {},
): AsyncGenerator<WorkbookEvent, void, undefined> {
  const { signal, onProgress } = options;
  if (signal?.aborted === true) {
    yield { kind: "refused", ...refusal("E-IMP-92") };
    return;
  }
  const session = started(source, options);
  if ("code" in session) {
    yield { kind: "refused", ...session };
    return;
  }
  const cancel = (): void => session.stop(refusal("E-IMP-92"));
  signal?.addEventListener("abort", cancel, { once: true });
  const unpack = batchUnpacker();
  let rows = 0;
  let done = 0;
  try {
    for (;;) {
      const reply = await session.next();
      if (reply.kind === "rows") {
        const batch = unpack(reply.batch);
        rows += batch.length;
        yield { kind: "rows", sheet: reply.batch.sheet, rows: batch };
      } else if (reply.kind === "progress") done = reply.done;
      else if (reply.kind === "sheetEnd") yield { kind: "sheetEnd", sheet: reply.sheet, ...reply.end };
      else if (reply.kind === "sheet") yield reply;
      else {
        if (reply.kind === "end") {
          onProgress?.({ done: 1, rows });
          yield { kind: "end", workbook: reply.summary };
        } else yield { kind: "refused", ...reply.refusal };
        return;
      }
      onProgress?.({ done, rows });
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    session.stop(refusal("E-IMP-92"));
  }
}

// A system without room for one more process says so at once.
function started(source: WorkbookSource, options: ReadingOptions): ReadingSession | Refusal {
  try {
    return readingSession({
      source,
      rowLimit: options.rowLimit ?? readingLimits.rows,
      memoryMb: options.memoryMb ?? readingMemoryMb,
      timeoutMs: options.timeoutMs ?? readingTimeoutMs,
      start: options.startReader ?? forkReader,
    });
  } catch (error) {
    return refusalOf(error);
  }
}
