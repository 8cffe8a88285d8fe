import type { ImportReport } from "../../shared/api/api.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { folderOf } from "./droppedFiles.ts";
import { becomes, importsNow, newKey, setImports } from "./importStore.ts";
import { keepReport } from "./importWork.ts";
import { oneByOne, refreshBatches } from "./oneByOne.ts";
import { inOrder, isOpen, sortOut, stateAfter, type TakenFile, unreadable, unreadReport, untold } from "./taken.ts";

// Files → staged batches.

/**
 * Takes files into the list, beside those that are not done with, and reads them; while others are being read they wait
 * for their turn.
 * @returns the file as it was read, where it came alone
 */
export async function takeFiles(chosen: readonly File[], year: number): Promise<TakenFile | null> {
  const { take, large, skipped, layouts } = sortOut(chosen);
  // What is done with makes room; while work goes on, its lines stay together.
  const isBusy = importsNow().progress !== null;
  const before = importsNow().files.filter((file) => isBusy || isOpen(file));
  const fresh = take.filter(
    (source) => !before.some((file) => file.source !== undefined && isOpen(file) && isSame(file.source, source)),
  );
  const taken = (source: File, more: Pick<TakenFile, "state" | "report" | "source">): TakenFile => ({
    key: newKey(),
    name: source.name,
    folder: folderOf(source),
    ...more,
  });
  const files = inOrder([
    ...fresh.map((source) => taken(source, { state: "waiting", report: null, source })),
    ...large.map((source) =>
      taken(source, { state: "refused", report: unreadReport(source.name, unreadable.large), source }),
    ),
  ]);
  const twice = take.filter((source) => !fresh.includes(source));
  setImports({
    files: [...before, ...files],
    shown: null,
    leftOut: [
      ...words("是办公软件或系统的临时文件，没有读", skipped),
      ...words("不是工作簿，没有读；若是别处导出的表样方案，请在右上角“表样方案”里导入", layouts),
      ...words("已在清单里，没有再读", twice),
    ],
  });
  const [first] = files;
  await readOn(year);
  // Others may have joined it while it was read.
  const isAlone =
    first !== undefined && chosen.length === 1 && !isBusy && !importsNow().files.some(({ key }) => key > first.key);
  return (isAlone && importsNow().files.find(({ key }) => key === first.key)) || null;
}

function words(why: string, files: readonly File[]): string[] {
  const names = files.slice(0, 3).map(({ name }) => name);
  return files.length === 0 ? [] : [`${names.join("、")}${files.length > 3 ? ` 等 ${files.length} 个` : ""}${why}`];
}

function isSame(one: File, other: File): boolean {
  return (
    one.name === other.name &&
    one.size === other.size &&
    one.lastModified === other.lastModified &&
    folderOf(one) === folderOf(other)
  );
}

/** Reads what has not been read yet, and what is added meanwhile. */
export async function readOn(year: number): Promise<void> {
  await oneByOne(
    "正在读",
    () => importsNow().files.filter(({ state }) => state === "waiting"),
    async ({ key, name, source }, stopped) => {
      if (source === undefined) return becomes(key, { state: "refused", report: unreadReport(name, unreadable.gone) });
      becomes(key, { state: "reading" });
      const reading = read(source, year);
      try {
        const done = await Promise.race([reading, stopped]);
        if (done === null) {
          becomes(key, { state: "waiting" });
          void reading.then(dropStaged, () => undefined);
        } else keep(key, done.report, done.ticket);
      } catch (caught) {
        if (isGone(caught)) return becomes(key, { state: "refused", report: unreadReport(name, unreadable.gone) });
        becomes(key, { state: "waiting" });
        throw caught;
      }
    },
  );
}

interface Read {
  readonly report: ImportReport;
  readonly ticket: string;
}

async function read(source: File, year: number): Promise<Read> {
  const { ticket } = await bridge.upload(source);
  const [report] = await ask("importing", "stage", { tickets: [ticket], year });
  if (report === undefined) throw new Error("a file has a report");
  return { report, ticket };
}

/** What was still being read when a person stopped it: it will be read again, or not at all. */
async function dropStaged({ report }: Read): Promise<void> {
  if (report.batch === null) return;
  await ask("importing", "discard", { batch: report.batch }).catch(() => undefined);
  refreshBatches();
}

/** A file that was moved, deleted or written to after it was chosen. */
function isGone(caught: unknown): boolean {
  return caught instanceof DOMException && (caught.name === "NotFoundError" || caught.name === "NotReadableError");
}

/** Tries a locked workbook with a password; false where it is not the right one. */
export async function unlock({ key, ticket = "" }: TakenFile, password: string, year: number): Promise<boolean> {
  const [report] = await ask("importing", "stage", { tickets: [ticket], year, passwords: { [ticket]: password } });
  if (report === undefined) return false;
  keep(key, report, ticket);
  return report.needsPassword !== true;
}

/** Reads a workbook as one ledger's, whatever its sheets say; false where nothing in it can be that. */
export async function readAs(
  { key, ticket = "" }: TakenFile,
  ledger: string,
  year: number,
): Promise<ImportReport | null> {
  const [report] = await ask("importing", "stage", { tickets: [ticket], year, ledger });
  if (report === undefined || report.batch === null) return null;
  keep(key, report, ticket);
  return report;
}

function keep(key: number, report: ImportReport, ticket: string): void {
  const state = stateAfter(report);
  const again = state === "locked" || report.refusal?.code === untold;
  becomes(key, { report, state, ...(again ? { ticket } : {}) });
  keepReport(report);
}
