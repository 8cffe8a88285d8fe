import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { connect } from "./connection.ts";
import { syncFile, syncFolder } from "./files.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { APPLICATION_ID } from "./pragmas.ts";
import { refusalOf } from "./refusals.ts";

/** Bytes of a page. Rows of twenty columns fill pages of SQLite's usual 4096 badly; files made with those stay as they are. */
const PAGE_SIZE = 8192;

/** Makes an empty database under another name and renames it: a crash half-way leaves no file that looks like ours. */
export async function createFile(file: string, steps: readonly Migration[]): Promise<void> {
  const unfinished = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
    const raw = new BetterSqlite3(unfinished);
    try {
      // Before anything is written, where alone it has effect.
      raw.pragma(`page_size = ${PAGE_SIZE}`);
      raw.pragma(`application_id = ${APPLICATION_ID}`);
      await migrate(connect<unknown>(raw), steps);
    } finally {
      raw.close();
    }
    syncFile(unfinished);
    renameSync(unfinished, file);
    syncFolder(dirname(file));
  } catch (error) {
    throw refusalOf(error, file) ?? error;
  }
}
