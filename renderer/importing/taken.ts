import type { ImportReport } from "../../shared/api/api.ts";

// The files taken in one go, each with where it stands. Pure; the page keeps the list.

export interface TakenFile {
  /** Place in the order of taking. */
  readonly key: number;
  readonly report: ImportReport;
  readonly state: "staged" | "applied" | "refused" | "given up";
}

export function takenFile(key: number, report: ImportReport): TakenFile {
  return { key, report, state: report.refusal === undefined && report.batch !== null ? "staged" : "refused" };
}

/** Rows that confirming would write; organisations made from mere names belong to their rows. */
export function writesOf({ counts }: ImportReport): number {
  return counts.added + counts.updated;
}

/** Staged files and what confirming all of them would write. */
export function waiting(files: readonly TakenFile[]): { files: readonly TakenFile[]; writes: number } {
  const staged = files.filter(({ state }) => state === "staged");
  return { files: staged, writes: staged.reduce((sum, { report }) => sum + writesOf(report), 0) };
}

/** The most that the way into the main process carries. */
const MOST_BYTES = 60 * 1024 * 1024;
const nobodys = /^(?:~\$|\.)|^(?:thumbs\.db|desktop\.ini)$/i;

/**
 * What goes to the reader, and what is too large for the way there. The reader itself says what a file is that is no
 * workbook (PDF, picture, archive); lock files and the system's own leavings in a folder are nobody's concern.
 */
export function sortOut<F extends { name: string; size: number }>(files: readonly F[]): { take: F[]; large: F[] } {
  const real = files.filter(({ name }) => !nobodys.test(name));
  return { take: real.filter(({ size }) => size <= MOST_BYTES), large: real.filter(({ size }) => size > MOST_BYTES) };
}

/** A file that never went to the reader, as a report, so that it stands in the list with the others. */
export function tooLarge(file: string): ImportReport {
  const counts = { added: 0, updated: 0, same: 0, twins: 0, invalid: 0, stubs: 0, doubts: 0 };
  const message = "文件过大，没有读取，数据未改动。请拆分成几个文件后再导入。";
  return {
    file,
    fileHash: "",
    batch: null,
    ok: false,
    refusal: { code: "E-IMP-04", message },
    tables: [],
    counts,
    troubles: [],
    preview: [],
  };
}
