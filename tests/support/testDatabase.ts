import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import type { WriteContext } from "../../main/records/change.ts";
import { type Migration, migrations } from "../../main/database/migrations/index.ts";
import { type Database, openDatabase } from "../../main/database/open.ts";
import type { FieldKind } from "../../shared/fields/field.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import { temporaryFolder } from "./temporary.ts";

/** An empty database in a folder of its own. */
export async function testDatabase(): Promise<Database> {
  return await openDatabase(join(temporaryFolder(), "keji.db"), { create: true, steps: testSteps() });
}

/** Somebody at a desk; `minute` tells one write's time from another's. */
export function byHand(minute = 0): WriteContext {
  return { at: `2012-12-31T08:${String(minute).padStart(2, "0")}:00.000Z`, who: "张三", batch: null };
}

/** The same for an import. */
export function byBatch(batch: number, minute = 0): WriteContext {
  return { ...byHand(minute), who: "李四", batch };
}

export function testSteps(): readonly Migration[] {
  if (migrations.length > 1) return migrations;
  return [...migrations, { number: migrations.length + 1, name: "ledgers", up: ledgerTables }];
}

const types: Partial<Record<FieldKind, string>> = {
  number: "REAL",
  percent: "REAL",
  count: "INTEGER",
  money: "INTEGER",
  year: "INTEGER",
  yesNo: "INTEGER",
};

async function ledgerTables(db: Kysely<unknown>): Promise<void> {
  for (const { name, fields, identifiedBy } of ledgerList) {
    const columns = Object.entries(fields)
      .filter(([, { kind }]) => kind !== "stages")
      .map(
        ([field, { kind, required }]) => `"${field}" ${types[kind] ?? "TEXT"}${required === true ? " NOT NULL" : ""}`,
      );
    const common = `id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL, deletedAt TEXT, extras TEXT NOT NULL`;
    await sql.raw(`CREATE TABLE ${name} (${[common, ...columns].join(", ")}) STRICT`).execute(db);
    for (const alternative of identifiedBy) {
      const kinds = alternative.map((field) => fields[field]?.kind);
      if (!kinds.includes("code") || kinds.some((kind) => kind !== "code" && kind !== "year")) continue;
      const filled = alternative.map((field) => `${field} IS NOT NULL`).join(" AND ");
      const index = `CREATE UNIQUE INDEX ${name}_${alternative.join("_")} ON ${name} (${alternative.join(", ")})`;
      await sql.raw(`${index} WHERE deletedAt IS NULL AND ${filled}`).execute(db);
    }
    for (const [field, { kind }] of Object.entries(fields)) {
      if (kind === "reference") await sql.raw(`CREATE INDEX ${name}_${field} ON ${name} (${field})`).execute(db);
    }
  }
}
