import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { connect } from "./connection.ts";
import { syncFile, syncFolder } from "./files.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migrations/index.ts";
import { APPLICATION_ID } from "./pragmas.ts";
import { refusalOf } from "./refusals.ts";

/** Makes an empty database under another name and renames it: a crash half-way leaves no file that looks like ours. */
export async function createFile(file: string, steps: readonly Migration[]): Promise<void> {
  const unfinished = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    for (const left of [unfinished, `${unfinished}-journal`]) rmSync(left, { force: true });
    const raw = new BetterSqlite3(unfinished);
    try {
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
