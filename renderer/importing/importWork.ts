import type { ImportReport } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { becomes, importsNow, setImports } from "./importStore.ts";
import { type ReadFile, sortOut, stateAfter, type TakenFile, tooLarge } from "./taken.ts";

// Reading, confirming and giving up the files of one go. A file that fails stops none of the others.

let stopped = false;

/** Stops after the file in hand; what is not read yet stays in the list. */
export function stop(): void {
  stopped = true;
}

export async function takeFiles(chosen: readonly File[], year: number): Promise<void> {
  const { take, large } = sortOut(chosen);
  const files: TakenFile[] = [
    ...take.map((source, key): TakenFile => ({ key, name: source.name, state: "waiting", report: null, source })),
    ...large.map(({ name }, at): TakenFile => ({
      key: take.length + at,
      name,
      state: "refused",
      report: tooLarge(name),
    })),
  ];
  setImports({ files });
  await readOn(year);
}

/** Reads what has not been read yet. */
export async function readOn(year: number): Promise<void> {
  const waiting = importsNow().files.filter(({ state }) => state === "waiting");
  await each(waiting, "正在读", async ({ key, source }) => {
    if (source === undefined) return;
    becomes(key, { state: "reading" });
    try {
      const { ticket } = await bridge.upload(source);
      const [report] = await ask("importing", "stage", { tickets: [ticket], year });
      if (report !== undefined) keep(key, report, ticket);
    } catch (caught) {
      becomes(key, { state: "waiting" });
      throw caught;
    }
  });
}

/** Tries a locked workbook with a password; false where it is not the right one. */
export async function unlock({ key, ticket = "" }: TakenFile, password: string, year: number): Promise<boolean> {
  const [report] = await ask("importing", "stage", { tickets: [ticket], year, passwords: { [ticket]: password } });
  if (report === undefined) return false;
  keep(key, report, ticket);
  return report.needsPassword !== true;
}

function keep(key: number, report: ImportReport, ticket: string): void {
  const state = stateAfter(report);
  becomes(key, { report, state, ...(state === "locked" ? { ticket } : {}) });
  keepReport(report);
}

/** The report as the screens of its batch will ask for it. */
export function keepReport(report: ImportReport): void {
  if (report.batch !== null) queryClient.setQueryData(["importing", "report", { batch: report.batch }], report);
  // While many are read, the list of batches follows once at the end.
  if (importsNow().progress === null) refreshBatches();
}

/** @returns how many have gone in. */
export async function applyFiles(wanted: readonly ReadFile[]): Promise<number> {
  let done = 0;
  await each(wanted, "正在导入", async ({ key, report }) => {
    const after = await ask("importing", "apply", { batch: report.batch ?? 0 });
    becomes(key, { report: after, state: "applied" });
    done += 1;
  });
  return done;
}

export async function giveUp({ key, report }: TakenFile): Promise<void> {
  try {
    await ask("importing", "discard", { batch: report?.batch ?? 0 });
    becomes(key, { state: "given up" });
    refreshBatches();
  } catch (caught) {
    setImports({ error: problemOf(caught) });
  }
}

export function closeFiles(): void {
  setImports({ files: [], error: null });
}

async function each<F extends TakenFile>(
  all: readonly F[],
  verb: string,
  work: (one: F) => Promise<void>,
): Promise<void> {
  stopped = false;
  setImports({ error: null });
  for (const [at, one] of all.entries()) {
    if (stopped) break;
    setImports({ progress: { words: `${verb} ${one.name}`, done: at, total: all.length } });
    try {
      await work(one);
    } catch (caught) {
      setImports({ error: problemOf(caught) });
    }
  }
  setImports({ progress: null });
  refreshBatches();
}

/** Reading a file and giving it up touch no ledger, and so are no change that the envelope would tell of. */
export function refreshBatches(): void {
  void queryClient.invalidateQueries({ queryKey: ["importing", "batches"] });
}

/** Uploading fails outside the envelope; then the connection to the main process is at fault. */
function problemOf(caught: unknown): ProblemError {
  if (caught instanceof ProblemError) return caught;
  return new ProblemError({
    kind: "fault",
    code: "E-WIN-02",
    message: "文件没有传到主程序，没有导入，数据未改动。请再试一次；仍不行就重新打开科绩。",
  });
}
