import BetterSqlite3 from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import type { Tx } from "../../../main/database/open.ts";
import { migrations } from "../../../main/database/migrations/index.ts";
import type { Schema } from "../../../main/database/schema.ts";
import type { Field, StageEntry } from "../../../shared/fields/field.ts";
import { firstDay, lastDay } from "../../../shared/fields/dateText.ts";
import type { Fields, LedgerDeclaration } from "../../../shared/ledgers/define.ts";

// A real SQLite in memory, filled past the store: metrics are tested on what lies in the tables, not on who put it there.

export type Memory = Kysely<Schema> & Tx;
export type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly status?: readonly StageEntry[] };

/** The real tables, and tables for further ledgers made from their declarations. */
export async function openMemory(further: readonly LedgerDeclaration<Fields>[] = []): Promise<Memory> {
  const raw = new BetterSqlite3(":memory:");
  // Random rows point at what was removed, or at what is written after them.
  raw.pragma("foreign_keys = OFF");
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) });
  for (const { up } of migrations) await up(db as unknown as Kysely<unknown>);
  for (const ledger of further) raw.exec(createTable(ledger));
  return db as Memory;
}

const types: Readonly<Partial<Record<Field["kind"], string>>> = {
  number: "REAL",
  percent: "REAL",
  count: "INTEGER",
  money: "INTEGER",
  year: "INTEGER",
  yesNo: "INTEGER",
};

function createTable(ledger: LedgerDeclaration<Fields>): string {
  const columns = Object.entries(ledger.fields)
    .filter(([, field]) => field.kind !== "stages")
    .map(([name, field]) => `, "${name}" ${types[field.kind] ?? "TEXT"}`);
  return `CREATE TABLE "${ledger.name}" (id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL, deletedAt TEXT, extras TEXT NOT NULL${columns.join("")}) STRICT`;
}

/** Writes rows as the store does: lists as JSON, yes and no as 1 and 0, stages beside. Absent fields are blank. */
export async function fill(db: Memory, ledger: string, rows: readonly Row[]): Promise<void> {
  const at = "2012-01-01T00:00:00.000Z";
  for (const { status, deletedAt = null, extras = {}, ...values } of rows) {
    const cells: Record<string, unknown> = {
      version: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt,
      extras: JSON.stringify(extras),
    };
    for (const [name, value] of Object.entries(values)) cells[name] = cell(value);
    const names = Object.keys(cells);
    await sql`INSERT INTO ${sql.table(ledger)} (${sql.join(names.map((name) => sql.ref(name)))})
      VALUES (${sql.join(Object.values(cells))})`.execute(db);
    for (const [position, entry] of (status ?? []).entries()) {
      const { stage, date, documentNo = null, note = null } = entry;
      const bounds =
        date === null ? { dateFrom: null, dateTo: null } : { dateFrom: firstDay(date), dateTo: lastDay(date) };
      await db
        .insertInto("stages")
        .values({ ledger, record: values.id, stage, date, ...bounds, documentNo, note, position })
        .execute();
    }
  }
}

function cell(value: unknown): unknown {
  if (typeof value === "boolean") return Number(value);
  if (Array.isArray(value)) return value.length === 0 ? null : JSON.stringify(value);
  return value ?? null;
}
