import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "../../../main/database/open.ts";

/** A data file in memory where the system has a folder for that: thousands of small transactions wait for no disk. */
export async function inMemory(): Promise<Database> {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "keji-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return await openDatabase(join(folder, "keji.db"), { create: true });
}
