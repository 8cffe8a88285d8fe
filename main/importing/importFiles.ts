import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { ImportReport } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { applyBatchApart } from "./apply.ts";
import { discardBatch } from "./batches.ts";
import { fileRank, ledgerRanks } from "./ledgerOrder.ts";
import { pacing } from "./pause.ts";
import { readingLimits } from "./reading/limits.ts";
import { localFile } from "./reading/localFile.ts";
import { refusalOf } from "./reading/refusals.ts";
import type { ReadWorkbook } from "./reading/sheet.ts";
import { refusedReport, stageFile, stageWorkbook, type FileToImport, type ImportServices } from "./stage.ts";
import { loadKnowledge } from "./storedKnowledge.ts";
import { understandWorkbook } from "./understandWorkbook.ts";

// Files and folders, each file a batch: staged and applied at once. What others refer to goes first, so that the names
// and aliases in a company list are known when the lists that use them come.

export interface FilesToImport {
  /** Files, and folders that are walked in the order of names. */
  readonly paths: readonly string[];
  readonly who: string;
  readonly ledger?: string;
  readonly year?: number;
  /** Opens those that are locked; neither stored nor logged. */
  readonly password?: string;
}

/** Bytes of files whose contents are kept between finding their order and staging them. */
const mostKept = 30_000_000;

const extensions = /\.(?:xlsx|xlsm|xls|xlsb|et|ods|csv|txt)$/iu;

/** In the order in which they went in. A file that cannot be read is reported; the others go on. */
export async function importFiles(services: ImportServices, given: FilesToImport): Promise<ImportReport[]> {
  const { paths, ...rest } = given;
  const files = paths.flatMap(filesIn);
  const ordered =
    files.length === 1 ? files.map((path) => ({ path, workbook: null })) : await inOrder(services, given, files);
  const reports: ImportReport[] = [];
  for (const { path, workbook } of ordered) {
    const found = await bytesOf(path);
    const file: FileToImport = { ...rest, name: basename(path), bytes: "bytes" in found ? found.bytes : nothing };
    if ("refusal" in found) {
      reports.push(refusedReport(file, found.refusal));
      continue;
    }
    const staged = workbook === null ? await stageFile(services, file) : await stageWorkbook(services, file, workbook);
    reports.push(await applied(services, file, staged));
  }
  return reports;
}

const nothing = new Uint8Array();

async function bytesOf(path: string): Promise<{ bytes: Uint8Array } | { refusal: { code: string; message: string } }> {
  try {
    return { bytes: await localFile(path, readingLimits) };
  } catch (error) {
    const { code, message } = refusalOf(error);
    return { refusal: { code, message } };
  }
}

async function applied(
  { database, clock }: ImportServices,
  file: FileToImport,
  staged: ImportReport,
): Promise<ImportReport> {
  const { batch } = staged;
  if (batch === null) return staged;
  try {
    return await applyBatchApart(database, { who: file.who, now: () => clock.now() }, batch);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await database.write((tx) => discardBatch(tx, batch));
    return refusedReport(file, { code: error.problem.code, message: error.problem.message });
  }
}

/** Excel's lock files (~$…) and hidden ones are no workbooks. */
function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (/^(?:\.|~\$)/u.test(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(join(path, entry.name));
    return entry.isFile() && extensions.test(entry.name) ? [join(path, entry.name)] : [];
  });
}

interface Ordered {
  readonly path: string;
  /** null where it will be read again. */
  readonly workbook: ReadWorkbook | null;
}

async function inOrder(services: ImportServices, given: FilesToImport, paths: readonly string[]): Promise<Ordered[]> {
  const knowledge = await loadKnowledge(services.database.read);
  const ranks = ledgerRanks(knowledge.ledgers);
  const unlocked = given.password === undefined ? {} : { password: given.password };
  const ranked: (Ordered & { rank: number })[] = [];
  let kept = 0;
  for (const path of paths) {
    const found = await bytesOf(path);
    const bytes = "bytes" in found ? found.bytes : nothing;
    const read = "bytes" in found ? await services.readWorkbook({ name: basename(path), bytes, ...unlocked }) : null;
    if (read === null || !read.ok) {
      ranked.push({ path, workbook: null, rank: Infinity });
      continue;
    }
    const told = { file: basename(path), ledger: given.ledger, year: given.year };
    const { tables } = await understandWorkbook(read.workbook, knowledge, told, pacing());
    const ledgers = tables.flatMap(({ plan }) => (plan === null ? [] : [plan.declaration.name]));
    const rank = fileRank(ledgers, ranks);
    kept += bytes.byteLength;
    ranked.push({ path, workbook: kept > mostKept ? null : read.workbook, rank });
  }
  // Files of one rank, and unreadable ones, keep their order.
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
}
