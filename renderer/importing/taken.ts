import type { BatchSummary, ImportReport } from "../../shared/api/api.ts";

// The files taken in one go, each with where it stands. Pure; the store keeps the list.

export interface TakenFile {
  /** Place in the order of taking. */
  readonly key: number;
  readonly name: string;
  /** The folders that it was chosen with, "" for none: two streets may both send a 报表.xlsx. */
  readonly folder: string;
  /** `waiting`: not read yet, or stopped before it was. `locked`: wants its password. */
  readonly state: "waiting" | "reading" | "locked" | "staged" | "applied" | "refused" | "given up";
  /** Null until it is read. */
  readonly report: ImportReport | null;
  /** Held until it is read. */
  readonly source?: File;
  /** Of a locked workbook, or one whose ledger is to be told: it need not be sent again. */
  readonly ticket?: string;
}
export type ReadFile = TakenFile & { readonly report: ImportReport };

/** What reading a file came to. */
export function stateAfter({ needsPassword, refusal, batch }: ImportReport): TakenFile["state"] {
  if (needsPassword === true) return "locked";
  return refusal === undefined && batch !== null ? "staged" : "refused";
}

/** Rows that confirming would write; organisations made from mere names belong to their rows, near ones as well. */
export function writesOf({ counts }: Pick<ImportReport, "counts">): number {
  return counts.added + counts.updated + counts.nearAdded + counts.nearUpdated;
}

/** Staged files that nothing need be asked about, and what confirming all of them would write. */
export function readyFiles(files: readonly TakenFile[]): { files: readonly ReadFile[]; writes: number } {
  const ready = files.filter(
    (file): file is ReadFile => file.state === "staged" && file.report !== null && questionsOf(file.report) === 0,
  );
  return { files: ready, writes: ready.reduce((sum, { report }) => sum + writesOf(report), 0) };
}

/** What only a person can say of whole columns. */
export function questionsOf({ tables }: Pick<ImportReport, "tables">): number {
  return tables.reduce((sum, { questions = [] }) => sum + questions.length, 0);
}

/** Whether a layout that was confirmed before fits every table to the letter, and no row wants a look. */
export function isKnown(report: ImportReport): boolean {
  const { tables, counts } = report;
  return (
    tables.length > 0 &&
    tables.every(
      ({ recipe, template }) => template === true || (recipe !== undefined && recipe.differs.length === 0),
    ) &&
    questionsOf(report) === 0 &&
    counts.twins + counts.invalid === 0
  );
}

/** The first step at which a person has something to say. */
export function firstStep(report: ImportReport): "sheet" | "columns" | "check" {
  if (isKnown(report)) return "check";
  if (report.tables.every(({ ledger }) => ledger === null)) return "sheet";
  const replayed = report.tables.every(
    ({ ledger, recipe, template }) => ledger === null || recipe !== undefined || template === true,
  );
  const doubtful = report.tables.some(({ ledger, columns }) =>
    ledger === null ? false : columns.some(({ field, confidence }) => field !== null && confidence < sureFrom),
  );
  return doubtful && !replayed ? "columns" : "check";
}

/** From here on a column's field counts as certain. */
export const sureFrom = 0.8;

/** The most that the way into the main process carries. */
const MOST_BYTES = 60 * 1024 * 1024;
const nobodys = /^(?:~\$|\.)|^(?:thumbs\.db|desktop\.ini)$/i;

/**
 * What goes to the reader, what is too large for the way there, and what is nobody's concern: lock files and the
 * system's own leavings in a folder. Layouts that another computer gave away have a place of their own. What a file is that is no workbook (PDF, picture, archive) the reader itself says.
 */
export function sortOut<F extends { name: string; size: number }>(
  files: readonly F[],
): { take: F[]; large: F[]; skipped: F[]; layouts: F[] } {
  const isLayout = ({ name }: F): boolean => /\.json$/iu.test(name);
  const real = files.filter((file) => !nobodys.test(file.name) && !isLayout(file));
  return {
    take: real.filter(({ size }) => size <= MOST_BYTES),
    large: real.filter(({ size }) => size > MOST_BYTES),
    skipped: files.filter(({ name }) => nobodys.test(name)),
    layouts: files.filter((file) => !nobodys.test(file.name) && isLayout(file)),
  };
}

/** What a file wants of a person, in the order in which a person would go about it. */
export const fileGroups = {
  unread: "未读",
  locked: "要密码",
  asked: "要先问清",
  doubtful: "有行要核对",
  ready: "待确认",
  refused: "不能导入",
  applied: "已导入",
  "given up": "已放弃",
} as const;
export type FileGroup = keyof typeof fileGroups;

export function groupOf({ state, report }: TakenFile): FileGroup {
  if (state === "waiting" || state === "reading") return "unread";
  if (state !== "staged" || report === null) return state === "staged" ? "ready" : state;
  if (questionsOf(report) > 0) return "asked";
  return report.counts.twins + report.counts.invalid > 0 ? "doubtful" : "ready";
}

/** Whether somebody has yet to read, answer or confirm it, or to tell its ledger. */
export function isOpen({ state, ticket }: TakenFile): boolean {
  return (
    state === "waiting" ||
    state === "reading" ||
    state === "locked" ||
    state === "staged" ||
    (state === "refused" && ticket !== undefined)
  );
}

/**
 * The files as the batches now stand: one may have gone in, or been given up, in the list below or another window. What
 * was given up is in no list; so the batches must be younger than the files.
 */
export function asOfBatches(files: readonly TakenFile[], batches: readonly BatchSummary[]): readonly TakenFile[] {
  const statuses = new Map(batches.map(({ id, status }) => [id, status]));
  const next = files.map((file): TakenFile => {
    const batch = file.report?.batch;
    if (file.state !== "staged" || batch == null) return file;
    const status = statuses.get(batch);
    if (status === "staged") return file;
    return { ...file, state: status === undefined ? "given up" : "applied" };
  });
  return next.some((file, at) => file !== files[at]) ? next : files;
}

/** Staged batches that stand in no line: read before the program was closed, or in another window. */
export function unlisted(files: readonly TakenFile[], batches: readonly BatchSummary[]): BatchSummary[] {
  const listed = new Set(files.map(({ report }) => report?.batch));
  return batches.filter(({ id, status }) => status === "staged" && !listed.has(id));
}

const order = new Intl.Collator("zh-CN", { numeric: true });

/** By folder and name, 2 before 10. */
export function inOrder(files: readonly TakenFile[]): TakenFile[] {
  return files.toSorted((a, b) => order.compare(a.folder, b.folder) || order.compare(a.name, b.name));
}

/** The refusal of a file in which no ledger's table was found: a person can tell which it is. */
export const untold = "E-IMP-50";

export const unreadable = {
  large: { code: "E-IMP-04", message: "文件过大，没有读取，数据未改动。请拆分成几个文件后再导入。" },
  gone: {
    code: "E-IMP-02",
    message: "文件找不到了，或选中之后又改动过；没有读取，数据未改动。请关闭它，重新选择一次。",
  },
} satisfies Record<string, ImportReport["refusal"]>;

/** A file that never went to the reader, as a report, so that it stands in the list with the others. */
export function unreadReport(file: string, refusal: { code: string; message: string }): ImportReport {
  const rows = { added: 0, updated: 0, same: 0, twins: 0, invalid: 0, skipped: 0 };
  const counts = { ...rows, nearAdded: 0, nearUpdated: 0, waiting: 0, stubs: 0, doubts: 0 };
  return { file, fileHash: "", batch: null, ok: false, refusal, tables: [], counts, troubles: [], preview: [] };
}
