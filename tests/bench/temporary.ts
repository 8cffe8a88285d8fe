import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../main/database/open.ts";

/** A folder for the length of `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "keji-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An empty database for the length of `work`. */
export async function inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const database = await openDatabase(join(folder, "keji.db"), { create: true });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}
