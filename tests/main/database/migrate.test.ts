import { readdirSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { connect } from "../../../main/database/connection.ts";
import { migrate } from "../../../main/database/migrate.ts";
import { type Migration, migrations } from "../../../main/database/migrations/index.ts";
import { openDatabase } from "../../../main/database/open.ts";
import { problemOf } from "../../support/problems.ts";
import { temporaryFolder } from "../../support/temporary.ts";

const run = (...statements: string[]) =>
  async function up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
const last = migrations.at(-1)?.number ?? 0;
const step = (number: number, ...statements: string[]): Migration => ({ number, name: "step", up: run(...statements) });
const failing = step(2, "CREATE TABLE half (a INTEGER) STRICT", "INSERT INTO nowhere VALUES (1)");

const tables = (raw: BetterSqlite3.Database) =>
  raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

describe("migrations", () => {
  it("are numbered one after the other", () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it("leave nothing behind where a step fails half-way", async () => {
    const raw = new BetterSqlite3(":memory:");
    const first = step(1, "CREATE TABLE kept (a INTEGER) STRICT");
    await migrate(connect<unknown>(raw), [first]);
    const problem = await problemOf(migrate(connect<unknown>(raw), [first, failing]));
    expect(problem.code).toBe("E-DB-09");
    expect(tables(raw)).toEqual(["kept"]);
    expect(raw.pragma("user_version", { simple: true })).toBe(1);
    expect(raw.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("would leave half of it without the transaction (control)", async () => {
    const raw = new BetterSqlite3(":memory:");
    // The step's two statements by themselves: what the runner's transaction prevents does happen without it.
    raw.exec("CREATE TABLE half (a INTEGER) STRICT");
    expect(() => raw.exec("INSERT INTO nowhere VALUES (1)")).toThrow("no such table");
    expect(tables(raw)).toEqual(["half"]);
  });

  it("may rebuild a table that others point at without losing their rows", async () => {
    const raw = new BetterSqlite3(":memory:");
    raw.pragma("foreign_keys = ON");
    raw.exec("CREATE TABLE parents (id INTEGER PRIMARY KEY); INSERT INTO parents VALUES (1)");
    raw.exec(
      "CREATE TABLE children (parent INTEGER REFERENCES parents ON DELETE CASCADE); INSERT INTO children VALUES (1)",
    );
    const rebuild = step(
      1,
      "CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT)",
      "INSERT INTO fresh (id) SELECT id FROM parents",
      "DROP TABLE parents",
      "ALTER TABLE fresh RENAME TO parents",
    );
    await migrate(connect<unknown>(raw), [rebuild]);
    expect(raw.prepare("SELECT count(*) FROM children").pluck().get()).toBe(1);
  });

  it("are refused where rows would point at nothing", async () => {
    const raw = new BetterSqlite3(":memory:");
    raw.exec("CREATE TABLE parents (id INTEGER PRIMARY KEY); INSERT INTO parents VALUES (1)");
    raw.exec("CREATE TABLE children (parent INTEGER REFERENCES parents); INSERT INTO children VALUES (1)");
    expect((await problemOf(migrate(connect<unknown>(raw), [step(1, "DELETE FROM parents")]))).code).toBe("E-DB-09");
    expect(raw.prepare("SELECT count(*) FROM parents").pluck().get()).toBe(1);
  });
});

describe("batches from before rows were counted", () => {
  it("get the counts that they lack, and rows that stand as their main record does", async () => {
    const raw = new BetterSqlite3(":memory:");
    await migrate(connect<unknown>(raw), migrations.slice(0, 8));
    const counts = { added: 1, updated: 1, same: 0, twins: 1, invalid: 0, stubs: 1, doubts: 2 };
    const report = JSON.stringify({ tables: [{ sheet: "项目", counts }], counts });
    const batch = raw.prepare(`INSERT INTO batches (id, at, who, fileHash, fileName, status, report)
      VALUES (?, '2013-01-06T08:00:00.000Z', '李四', ?, '项目.xlsx', ?, ?)`);
    const table =
      raw.prepare(`INSERT INTO batchTables (id, batch, position, sheet, headerRows, firstRow, lastRow, columns)
      VALUES (?, ?, 0, '项目', '[]', 3, 4, '[]')`);
    const row = raw.prepare(`INSERT INTO stagedRows
      (batch, batchTable, position, row, raw, ledger, outcome, "values", extras, issues, prepared)
      VALUES (?, ?, ?, ?, '[]', ?, ?, '{}', '{}', ?, 0)`);
    for (const [id, status] of [
      [1, "staged"],
      [2, "applied"],
    ] as const) {
      batch.run(id, "0".repeat(63) + String(id), status, report);
      table.run(id, id);
      row.run(id, id, 0, 3, "organisations", "added", '{"role":"stub"}');
      row.run(id, id, 1, 3, "projects", "updated", '{"role":"main"}');
      row.run(id, id, 2, 4, "projects", "twin", '{"role":"main"}');
    }
    await migrate(connect<unknown>(raw));
    const standings = raw.prepare("SELECT standing FROM stagedRows ORDER BY batch, position").pluck();
    expect(standings.all()).toEqual(["updated", null, "twin", null, null, null]);
    const reports = raw.prepare("SELECT report FROM batches ORDER BY id").pluck().all() as string[];
    const found = reports.map((one) => JSON.parse(one) as { tables: { counts: object }[]; counts: object });
    for (const [at, waiting] of [1, 2].entries()) {
      const whole = { ...counts, skipped: 0, nearAdded: 0, nearUpdated: 0, waiting };
      expect(found[at]).toMatchObject({ tables: [{ counts: whole }], counts: whole });
    }
  });
});

describe("opening an older database", () => {
  const next = step(last + 1, "CREATE TABLE later (a TEXT) STRICT");

  it("backs it up first and says where", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "keji.db");
    const old = await openDatabase(file, { create: true });
    await old.write((tx) => tx.insertInto("settings").values({ key: "a", value: "1" }).execute());
    await old.close();
    const backups: string[] = [];
    const database = await openDatabase(file, {
      create: false,
      steps: [...migrations, next],
      onBackup: (made) => backups.push(made),
    });
    await database.close();
    expect(backups).toHaveLength(1);
    const raw = new BetterSqlite3(backups[0] ?? "", { readonly: true });
    expect(raw.pragma("user_version", { simple: true })).toBe(last);
    expect(raw.prepare("SELECT value FROM settings").pluck().get()).toBe("1");
    raw.close();
  });

  it("makes no backup of a new one, and keeps the old one usable where the step fails", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "keji.db");
    await (await openDatabase(file, { create: true })).close();
    expect(readdirSync(folder)).toEqual(["keji.db"]);
    const broken = step(last + 1, "CREATE TABLE later (a TEXT) STRICT", "nonsense");
    const problem = await problemOf(openDatabase(file, { create: false, steps: [...migrations, broken] }));
    expect(problem.code).toBe("E-DB-09");
    await (await openDatabase(file, { create: false })).close();
  });
});
