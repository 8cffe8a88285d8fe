import type { BatchSummary, ImportReport } from "../../shared/api/api.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { becomes, importsNow, newKey, setImports } from "./importStore.ts";
import { oneByOne, problemOf, refreshBatches } from "./oneByOne.ts";
import { asOfBatches, isOpen, type ReadFile, type TakenFile } from "./taken.ts";

// Staged batches: confirming and giving up those of one go.

/** The report as the screens of its batch will ask for it. */
export function keepReport(report: ImportReport): void {
  if (report.batch !== null) queryClient.setQueryData(["importing", "report", { batch: report.batch }], report);
  // While many are read, the list of batches follows once at the end.
  if (importsNow().progress === null) refreshBatches();
}

/** Batches that were read in an earlier session, or in another window, and wait to be confirmed: into the list. */
export async function listStaged(batches: readonly number[]): Promise<void> {
  try {
    const reports = await Promise.all(batches.map((batch) => ask("importing", "report", { batch })));
    const files = reports.map((report): TakenFile => ({
      key: newKey(),
      name: report.file,
      folder: "",
      state: "staged",
      report,
    }));
    setImports({ files: [...importsNow().files.filter(isOpen), ...files], error: null });
  } catch (caught) {
    setImports({ error: problemOf(caught) });
  }
}

export function followBatches(batches: readonly BatchSummary[]): void {
  const { files } = importsNow();
  const now = asOfBatches(files, batches);
  if (now !== files) setImports({ files: now });
}

/** @returns the reports of those that have gone in. */
export async function applyFiles(wanted: readonly ReadFile[]): Promise<ImportReport[]> {
  const done: ImportReport[] = [];
  const left = [...wanted];
  await oneByOne(
    "正在导入",
    () => left,
    async (file) => {
      left.shift();
      const after = await ask("importing", "apply", { batch: file.report.batch ?? 0 });
      becomes(file.key, { report: after, state: "applied" });
      done.push(after);
    },
  );
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

/** Files that were not read after all. */
export function dropUnread(): void {
  setImports({ files: importsNow().files.filter(({ state }) => state !== "waiting") });
}

export function closeFiles(): void {
  setImports({ files: [], error: null, leftOut: [], shown: null });
}
