import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ProblemError } from "../../shared/problems/problem.ts";
import { backupNow, checkManifest } from "./backup.ts";
import { syncFile, syncFolder } from "./files.ts";
import { readHeader, refuseByHeader } from "./header.ts";
import { newestVersion } from "./migrate.ts";
import { type Database, openDatabase } from "./open.ts";
import { refusalOf, storageProblem } from "./refusals.ts";
import { verifyFile } from "./verify.ts";

const JOURNALS = ["-wal", "-shm", "-journal"];

export interface Restored {
  /** The restored database, open. */
  readonly database: Database;
  /** Where the files that lay here before are now; null where there were none. */
  readonly movedTo: string | null;
}

/**
 * Puts a backup in the place of `file`, which must be closed. The old files are moved aside, journals and all: a stale
 * -wal beside a restored database silently turns new rows into old ones. `at` (ISO, UTC) names what is kept.
 */
export async function restoreDatabase(backup: string, file: string, at: string): Promise<Restored> {
  if (!existsSync(backup)) {
    throw storageProblem("E-DB-03", `找不到备份文件，没有恢复。现有数据未改动；请检查备份的位置。（${backup}）`);
  }
  const candidate = `${file}.restoring`;
  try {
    refuseByHeader(backup, newestVersion());
    const manifest = await checkManifest(backup);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(backup, candidate);
    syncFile(candidate);
    verifyFile(candidate, manifest === null ? null : pickFacts(manifest));
    await saveCurrent(file, at);
    return await swap(candidate, file, at);
  } catch (error) {
    throw refusalOf(error, file) ?? error;
  } finally {
    for (const end of ["", ...JOURNALS]) if (existsSync(`${candidate}${end}`)) rmSync(`${candidate}${end}`);
  }
}

function pickFacts({ applicationId, userVersion, rows }: Parameters<typeof verifyFile>[1] & object) {
  return { applicationId, userVersion, rows };
}

/** A verified backup of what is there now, where it can be opened at all; refuses while another program holds it. */
async function saveCurrent(file: string, at: string): Promise<void> {
  if (!existsSync(file) || readHeader(file) === null) return;
  let current: Database;
  try {
    current = await openDatabase(file, { create: false });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === "E-DB-04") throw error;
    // Damaged or newer: its raw files are moved aside below and nothing of them is lost.
    return;
  }
  try {
    await backupNow(current, join(dirname(file), "backups"), at, "before-restore");
  } catch {
    // A database that opens but does not pass its check: the raw files are kept all the same.
  } finally {
    await current.close();
  }
}

async function swap(candidate: string, file: string, at: string): Promise<Restored> {
  const aside = join(dirname(file), "backups", `replaced-${at.replaceAll(/[:.]/g, "-")}`);
  const moved: [from: string, to: string][] = [];
  let placed = false;
  try {
    for (const end of ["", ...JOURNALS]) {
      if (!existsSync(`${file}${end}`)) continue;
      mkdirSync(aside, { recursive: true });
      const to = join(aside, `${basename(file)}${end}`);
      renameSync(`${file}${end}`, to);
      moved.push([`${file}${end}`, to]);
    }
    renameSync(candidate, file);
    placed = true;
    syncFolder(dirname(file));
    const database = await openDatabase(file, { create: false });
    return { database, movedTo: moved.length === 0 ? null : aside };
  } catch (error) {
    // Before the new file stands there, whatever lies in its place is old and could not be moved.
    if (placed) for (const end of ["", ...JOURNALS]) rmSync(`${file}${end}`, { force: true });
    for (const [from, to] of moved) renameSync(to, from);
    throw error;
  }
}
