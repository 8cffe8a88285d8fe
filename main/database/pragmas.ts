import type BetterSqlite3 from "better-sqlite3";
import { storageProblem } from "./refusals.ts";

/** Name, value to set, value as SQLite reads it back. */
export type Pragma = readonly [name: string, set: string | number, held: string | number];

/** "keji" in ASCII: the first thing that tells our file from another program's. */
export const APPLICATION_ID = 0x6b656a69;

/**
 * Reliability §4.2. locking_mode stands before the first access to the WAL, so no -shm file is made. better-sqlite3
 * compiles WAL to synchronous=NORMAL, which loses acknowledged commits when the power fails.
 */
export const pragmas: readonly Pragma[] = [
  ["locking_mode", "EXCLUSIVE", "exclusive"],
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["recursive_triggers", "ON", 1],
  ["mmap_size", 0, 0],
  ["temp_store", "MEMORY", 2],
  ["busy_timeout", 3000, 3000],
  ["wal_autocheckpoint", 1000, 1000],
  ["journal_size_limit", 67_108_864, 67_108_864],
  ["cache_size", -32_000, -32_000],
];

/** Sets each and reads it back: E-DB-06 where one does not hold. */
export function setPragmas(raw: BetterSqlite3.Database, wanted: readonly Pragma[] = pragmas): void {
  for (const [name, set, held] of wanted) {
    raw.pragma(`${name} = ${set}`);
    const now: unknown = raw.pragma(name, { simple: true });
    if (now !== held) {
      throw storageProblem(
        "E-DB-06",
        `数据文件的安全设置 ${name} 不能生效（应为 ${held}，实为 ${String(now)}），为防丢失数据没有打开它。数据未改动；请把数据文件夹放在本机硬盘上再试。`,
      );
    }
  }
}

/** The oldest SQLite without the WAL-reset corruption race. */
export function requireSqlite(raw: BetterSqlite3.Database, least = "3.51.3"): void {
  const version: unknown = raw.prepare("SELECT sqlite_version()").pluck().get();
  if (typeof version !== "string" || compareVersions(version, least) < 0) {
    throw storageProblem(
      "E-DB-06",
      `程序自带的数据库组件过旧（${String(version)}，至少需要 ${least}），没有打开数据。数据未改动；请重新安装程序。`,
    );
  }
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
