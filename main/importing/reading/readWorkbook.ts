import { basename } from "node:path";
import type { WorkbookSource } from "./messages.ts";
import { type ReadingOptions, readWorkbookStream } from "./readWorkbookStream.ts";
import type { RefusalCode } from "./refusals.ts";
import type { ReadSheet, ReadWorkbook } from "./sheet.ts";

export type ReadResult =
  | { ok: true; workbook: ReadWorkbook }
  /** `message` is Chinese and for the user, `detail` for the log; `needsPassword`: read again with one. */
  | { ok: false; code: RefusalCode; message: string; needsPassword?: true; detail?: string };

/**
 * Reads a whole workbook in a process of its own. Every file ends in a workbook or in a refusal; this never throws
 * for what a file may hold. For large files `readWorkbookStream` need not hold everything at once.
 */
export async function readWorkbook(source: WorkbookSource, options: ReadingOptions = {}): Promise<ReadResult> {
  const sheets: ReadSheet[] = [];
  for await (const event of readWorkbookStream(source, options)) {
    const sheet = sheets.at(-1);
    if (event.kind === "sheet") sheets.push({ ...event.sheet, rows: [], merges: [], hiddenColumns: [] });
    else if (event.kind === "rows") for (const row of event.rows) sheet?.rows.push(row);
    else if (event.kind === "sheetEnd") {
      if (sheet !== undefined) Object.assign(sheet, { merges: event.merges, hiddenColumns: event.hiddenColumns });
      // Few writers put rows out of order; a stream hands them over as they come.
      sheet?.rows.sort((a, b) => a.row - b.row);
    } else if (event.kind === "refused") return { ok: false, ...withoutKind(event) };
    else return { ok: true, workbook: { ...event.workbook, sheets } };
  }
  throw new Error(`The reading of ${nameOf(source)} ended without a word.`);
}

function withoutKind<T extends { kind: unknown }>({ kind: _kind, ...rest }: T): Omit<T, "kind"> {
  return rest;
}

function nameOf(source: WorkbookSource): string {
  if (typeof source === "string") return basename(source);
  return basename("path" in source ? source.path : source.name);
}
