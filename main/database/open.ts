import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import type { ReadonlyKysely } from "kysely/readonly";
import { type Clock, systemClock } from "../platform/clock.ts";
import { backupBeside } from "./backup.ts";
import { type Connection, connect, register } from "./connection.ts";
import { createFile } from "./createFile.ts";
import type { Database, ReadHandle, Tx } from "./handles.ts";
import { refuseByHeader, refuseNewer } from "./header.ts";
import { migrate, newestVersion, pendingSteps } from "./migrate.ts";
import { type Migration, migrations } from "./migrations/index.ts";
import { heldByAnother, removeOwner, writeOwner } from "./ownerLock.ts";
import { requireSqlite, setPragmas } from "./pragmas.ts";
import { isBusy, refusalOf, storageProblem } from "./refusals.ts";
import type { Schema } from "./schema.ts";

export type { Database, ReadHandle, Tx };

export interface OpenOptions {
  /** Make the file where there is none. Without it a missing file is refused: an empty database would look like loss. */
  readonly create: boolean;
  /** Told of the backup that was made before a migration. */
  readonly onBackup?: (file: string) => void;
  /** Which of our programs this is, for the message to whoever finds the file held. */
  readonly host?: string;
  readonly clock?: Clock;
  readonly steps?: readonly Migration[];
}

/** Milliseconds between the last write and the emptying of the WAL. */
const CHECKPOINT_AFTER = 2000;
/** Milliseconds to wait for another program that holds the file. */
const PATIENCE = 500;

/**
 * Files that this process has open. Asked before a file is even looked at: closing any handle on it drops, on Linux,
 * every lock that this process holds on it (https://sqlite.org/howtocorrupt.html §2.2), and another program could then
 * open it beside us.
 */
const opened = new Set<string>();

function keyOf(file: string): string {
  const { dev, ino } = statSync(file, { bigint: true });
  return `${dev} ${ino}`;
}

/** Throws ProblemError of kind storage, E-DB-01 … 09; a refused file keeps every byte. */
export async function openDatabase(file: string, options: OpenOptions): Promise<Database> {
  const steps = options.steps ?? migrations;
  if (!existsSync(file)) {
    if (!options.create) {
      throw storageProblem(
        "E-DB-03",
        `找不到数据文件，没有新建空的。数据若已移走请指明新位置；若是第一次使用请先新建。（${file}）`,
      );
    }
    await createFile(file, steps);
  }
  const key = keyOf(file);
  if (opened.has(key)) throw heldByAnother(file);
  refuseByHeader(file, newestVersion(steps));
  const clock = options.clock ?? systemClock;
  const connection = hold(file, newestVersion(steps));
  opened.add(key);
  writeOwner(file, options.host ?? "科绩", clock.now());
  const release = (): void => {
    connection.raw.close();
    opened.delete(key);
    removeOwner(file);
  };
  try {
    if (pendingSteps(connection, steps).length > 0) {
      const backup = await backupBeside(connection, join(dirname(file), "backups"), clock.now(), "before-migration");
      options.onBackup?.(backup.file);
      await migrate(connection, steps);
    }
  } catch (error) {
    release();
    throw error;
  }
  return databaseOf(file, connection as unknown as Connection<Schema>, release);
}

/** Opens the file for ourselves alone, with every pragma in force. */
function hold(file: string, newestKnown: number): Connection<unknown> {
  const raw = attempt(file, () => new BetterSqlite3(file, { fileMustExist: true, timeout: PATIENCE }));
  try {
    attempt(file, () => {
      requireSqlite(raw);
      raw.pragma("locking_mode = EXCLUSIVE");
      // In exclusive mode the lock that this takes is kept until the connection closes.
      raw.exec("BEGIN IMMEDIATE; COMMIT");
      // The header check read the file alone; a WAL left by a crash may say more.
      refuseNewer(file, Number(raw.pragma("user_version", { simple: true })), newestKnown);
      setPragmas(raw);
    });
  } catch (error) {
    raw.close();
    throw error;
  }
  return connect<unknown>(raw);
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isBusy(error) ? heldByAnother(file) : (refusalOf(error, file) ?? error);
  }
}

function databaseOf(file: string, connection: Connection<Schema>, release: () => void): Database {
  let timer: NodeJS.Timeout | undefined;
  const checkpoint = (): Promise<void> =>
    connection.alone((raw) => {
      raw.pragma("wal_checkpoint(TRUNCATE)");
    });
  const checkpointSoon = (): void => {
    clearTimeout(timer);
    // A checkpoint that fails loses nothing: the WAL stays, and the next write reports what is wrong.
    timer = setTimeout(() => void checkpoint().catch(() => {}), CHECKPOINT_AFTER).unref();
  };
  const database: Database = {
    file,
    // Reads only, by type and by the driver, which refuses a writing statement outside a transaction.
    read: connection.kysely as unknown as ReadonlyKysely<Schema>,
    async write(work, { large = false, lasting = true } = {}) {
      try {
        return await connection.transaction((tx) => work(tx as Tx), { checkpoint: !large, lasting });
      } finally {
        // In another turn of the event loop, so that what has waited is answered first.
        if (large) setImmediate(() => void checkpoint().catch(() => {}));
        else checkpointSoon();
      }
    },
    checkpoint,
    async close() {
      await connection.alone((raw) => {
        clearTimeout(timer);
        if (!raw.open) return;
        try {
          raw.pragma("optimize");
          raw.pragma("wal_checkpoint(TRUNCATE)");
        } catch {
          // On a full disk neither can be done, and nothing is lost by it: the WAL stays for the next start.
        } finally {
          release();
        }
      });
    },
  };
  register(database, connection as unknown as Connection<unknown>);
  return database;
}
