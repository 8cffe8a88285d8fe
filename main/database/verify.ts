import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import { APPLICATION_ID } from "./pragmas.ts";
import { quoted } from "./insertMany.ts";
import { refusalOf, storageProblem } from "./refusals.ts";

/** What a copy must share with the database that it was made from. */
export interface Facts {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Rows per table. */
  readonly rows: Readonly<Record<string, number>>;
}

export function factsOf(raw: BetterSqlite3.Database): Facts {
  const names = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")
    .pluck()
    .all();
  const rows: Record<string, number> = {};
  for (const name of names.sort()) {
    rows[name] =
      raw
        .prepare<[], number>(`SELECT count(*) FROM ${quoted(name)}`)
        .pluck()
        .get() ?? 0;
  }
  return {
    applicationId: Number(raw.pragma("application_id", { simple: true })),
    userVersion: Number(raw.pragma("user_version", { simple: true })),
    rows,
  };
}

/** Chinese lines for what is wrong inside; empty where nothing is. */
export function faultsOf(raw: BetterSqlite3.Database): string[] {
  const integrity = (raw.pragma("integrity_check(20)") as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  );
  const broken = raw.pragma("foreign_key_check") as { table: string; parent: string }[];
  return [
    ...integrity.filter((line) => line !== "ok").map((line) => `完整性检查：${line}`),
    ...broken.slice(0, 20).map(({ table, parent }) => `表 ${table} 有指向 ${parent} 的行找不到对象`),
  ];
}

/** Opens a copy read-only and compares it (E-DB-08). Without `expected` only what the copy says of itself is checked. */
export function verifyFile(file: string, expected: Facts | null): Facts {
  let facts: Facts;
  let faults: string[];
  try {
    const raw = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    try {
      faults = faultsOf(raw);
      facts = factsOf(raw);
    } finally {
      raw.close();
    }
  } catch (error) {
    throw refusalOf(error, file) ?? error;
  }
  if (facts.applicationId !== APPLICATION_ID) faults.push("不是科绩的数据文件");
  if (expected !== null && JSON.stringify(facts) !== JSON.stringify(expected)) faults.push("内容与原数据不一致");
  if (faults.length > 0) {
    throw storageProblem(
      "E-DB-08",
      `这份备份没有通过检查（${faults[0]}），不能算作备份。现有数据未改动；请检查磁盘后再备份，或换一份备份。（${file}）`,
    );
  }
  return facts;
}

/** Hex digest of the file's bytes. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
