import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Connection, connectionOf } from "./connection.ts";
import { syncFile, syncFolder } from "./files.ts";
import type { Database } from "./handles.ts";
import { refusalOf, storageProblem } from "./refusals.ts";
import { type Facts, factsOf, sha256, verifyFile } from "./verify.ts";

// A backup counts only once it has been opened again and agrees with what was live. `db.backup()` is never used: with
// a transaction open it succeeds and writes nothing.

export type BackupReason = "manual" | "before-migration" | "before-restore";

/** Written beside each backup; without it a file is no backup. */
export interface Manifest extends Facts {
  readonly at: string;
  readonly reason: BackupReason;
  readonly size: number;
  readonly sha256: string;
}

export interface Backup {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly at: string;
}

/** `at` is an ISO moment in UTC and names the file. */
export async function backupNow(
  database: Database,
  folder: string,
  at: string,
  reason: BackupReason = "manual",
): Promise<Backup> {
  return await backupBeside(connectionOf(database), folder, at, reason);
}

/** As backupNow, to a file that a person named. Replaces it only once the new one has passed its check. */
export async function backupTo(
  database: Database,
  file: string,
  at: string,
  reason: BackupReason = "manual",
): Promise<Backup> {
  return await write(connectionOf(database), file, at, reason);
}

/** A verified copy to go on with. It has no manifest: the first change would belie it. */
export async function copyTo(database: Database, file: string, at: string): Promise<void> {
  await write(connectionOf(database), file, at, "manual");
  rmSync(manifestOf(file));
}

export async function backupBeside(
  connection: Connection<unknown>,
  folder: string,
  at: string,
  reason: BackupReason,
): Promise<Backup> {
  return await write(connection, join(folder, `keji-${at.replaceAll(/[:.]/g, "-")}-${reason}.db`), at, reason);
}

async function write(connection: Connection<unknown>, file: string, at: string, reason: BackupReason): Promise<Backup> {
  const unfinished = `${file}.unfinished`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(unfinished, { force: true });
    if (existsSync(file) && realpathSync(file) === realpathSync(connection.raw.name)) {
      throw storageProblem(
        "E-DB-08",
        `备份不能写到正在使用的数据文件上，没有备份。数据未改动；请另选位置。（${file}）`,
      );
    }
    // In one turn of the queue, so that no write comes between the copy and the facts it is compared with.
    const live = await connection.alone((raw) => {
      try {
        raw.prepare("VACUUM INTO ?").run(unfinished);
      } catch (error) {
        // It is the backup's disk that is full, not the data's.
        throw refusalOf(error, file) ?? error;
      }
      return factsOf(raw);
    });
    syncFile(unfinished);
    verifyFile(unfinished, live);
    const { size } = statSync(unfinished);
    const manifest: Manifest = { ...live, at, reason, size, sha256: await sha256(unfinished) };
    writeFileSync(`${manifestOf(file)}.unfinished`, `${JSON.stringify(manifest, null, 2)}\n`);
    syncFile(`${manifestOf(file)}.unfinished`);
    // An older backup's manifest must not stand beside the new file, should the program die in between.
    rmSync(manifestOf(file), { force: true });
    renameSync(unfinished, file);
    renameSync(`${manifestOf(file)}.unfinished`, manifestOf(file));
    syncFolder(dirname(file));
    return { file, size, at };
  } catch (error) {
    for (const left of [unfinished, `${manifestOf(file)}.unfinished`]) if (existsSync(left)) rmSync(left);
    throw refusalOf(error, file) ?? error;
  }
}

function manifestOf(file: string): string {
  return `${file}.manifest.json`;
}

/** Null where the file has no manifest (a plain copy that somebody made). */
export function readManifest(file: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(manifestOf(file), "utf8")) as Manifest;
  } catch {
    return null;
  }
}

/** Throws E-DB-08 where the file is not the one that its manifest describes. */
export async function checkManifest(file: string): Promise<Manifest | null> {
  const manifest = readManifest(file);
  if (manifest !== null && (await sha256(file)) !== manifest.sha256) {
    throw storageProblem(
      "E-DB-08",
      `备份文件与它的清单不符（可能已损坏或被改动），没有使用它。现有数据未改动；请换一份备份。（${file}）`,
    );
  }
  return manifest;
}

/** When the newest verified backup of the folder was made; null where there is none. */
export function lastBackup(folder: string): string | null {
  let newest: string | null = null;
  for (const name of list(folder)) {
    if (!name.endsWith(".db")) continue;
    const at = readManifest(join(folder, basename(name)))?.at ?? null;
    if (at !== null && (newest === null || at > newest)) newest = at;
  }
  return newest;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
