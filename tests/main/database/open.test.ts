import { existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { connectionOf } from "../../../main/database/connection.ts";
import { readHeader, refuseByHeader } from "../../../main/database/header.ts";
import { newestVersion } from "../../../main/database/migrate.ts";
import { type Database, openDatabase } from "../../../main/database/open.ts";
import { APPLICATION_ID, pragmas, requireSqlite, setPragmas } from "../../../main/database/pragmas.ts";
import { problemOf } from "../../support/problems.ts";
import { temporaryFolder } from "../../support/temporary.ts";

async function made(): Promise<string> {
  const file = join(temporaryFolder(), "keji.db");
  await (await openDatabase(file, { create: true })).close();
  return file;
}

const fill = (db: Database) =>
  db.write((tx) =>
    tx
      .insertInto("settings")
      .values({ key: "big", value: "大".repeat(200_000) })
      .execute(),
  );

/** Opening is refused with this code and not one byte of the file changes. */
async function refused(file: string): Promise<string> {
  const before = readFileSync(file);
  const problem = await problemOf(openDatabase(file, { create: true }));
  expect(problem.kind).toBe("storage");
  expect(problem.message).toMatch(/没有打开|没有改动|未改动/u);
  expect(readFileSync(file).equals(before)).toBe(true);
  return problem.code;
}

describe("a database that opens", () => {
  it("holds every pragma, read back from the live connection", async () => {
    const database = await openDatabase(join(temporaryFolder(), "keji.db"), { create: true });
    const { raw } = connectionOf(database);
    const held = pragmas.map(([name]) => [name, raw.pragma(name, { simple: true })]);
    expect(held).toEqual(pragmas.map(([name, , value]) => [name, value]));
    expect(raw.pragma("synchronous", { simple: true })).toBe(2);
    await database.close();
  });

  it("carries our application id and the last migration's number in its first hundred bytes", async () => {
    expect(readHeader(await made())).toMatchObject({ applicationId: APPLICATION_ID, userVersion: newestVersion() });
  });

  it("leaves one file when closed, and keeps what was written", async () => {
    const file = await made();
    const first = await openDatabase(file, { create: false });
    await first.write((tx) => tx.insertInto("settings").values({ key: "a", value: "1" }).execute());
    expect(existsSync(join(file, "..", "owner.lock"))).toBe(true);
    await first.close();
    expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`), existsSync(join(file, "..", "owner.lock"))]).toEqual([
      false,
      false,
      false,
    ]);
    const second = await openDatabase(file, { create: false });
    expect(await second.read.selectFrom("settings").selectAll().execute()).toEqual([{ key: "a", value: "1" }]);
    await second.close();
  });

  it("empties the WAL on demand, so that a copied file has everything", async () => {
    const file = await made();
    const database = await openDatabase(file, { create: false });
    await database.write((tx) => tx.insertInto("settings").values({ key: "a", value: "1" }).execute());
    expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0);
    await database.checkpoint();
    expect(readFileSync(`${file}-wal`).length).toBe(0);
    await database.close();
  });
});

describe("a database that is refused", () => {
  it("E-DB-01: made by a newer program", async () => {
    const file = await made();
    const raw = new BetterSqlite3(file);
    raw.pragma("journal_mode = DELETE");
    raw.pragma(`user_version = ${newestVersion() + 1}`);
    raw.close();
    expect(await refused(file)).toBe("E-DB-01");
  });

  it("E-DB-02: another program's database, a text, an empty file", async () => {
    const file = join(temporaryFolder(), "keji.db");
    const raw = new BetterSqlite3(file);
    raw.exec("CREATE TABLE t (a)");
    raw.close();
    expect(await refused(file)).toBe("E-DB-02");
    writeFileSync(file, "PK not a database".repeat(50));
    expect(await refused(file)).toBe("E-DB-02");
    writeFileSync(file, "");
    expect(await refused(file)).toBe("E-DB-02");
  });

  it("E-DB-03: missing where one was expected, and none is made", async () => {
    const file = join(temporaryFolder(), "nowhere", "keji.db");
    expect((await problemOf(openDatabase(file, { create: false }))).code).toBe("E-DB-03");
    expect(existsSync(join(file, ".."))).toBe(false);
  });

  it("E-DB-04: held by another, named from owner.lock", async () => {
    const file = await made();
    const holder = await openDatabase(file, { create: false });
    const problem = await problemOf(openDatabase(file, { create: false }));
    expect(problem.code).toBe("E-DB-04");
    expect(problem.message).toContain(`进程 ${process.pid}`);
    await holder.close();
    await (await openDatabase(file, { create: false })).close();
  });

  it("E-DB-04: by another program, even after this one has tried to open its own file twice", async () => {
    const file = await made();
    const holder = await openDatabase(file, { create: false });
    const again = join(temporaryFolder(), "link.db");
    symlinkSync(file, again);
    for (const name of [file, again])
      expect((await problemOf(openDatabase(name, { create: false }))).code).toBe("E-DB-04");
    const module = join(import.meta.dirname, "../../../main/database/open.ts");
    const other = `const { openDatabase } = await import(${JSON.stringify(module)});
      console.log(await openDatabase(${JSON.stringify(file)}, { create: false }).then(() => "opened", (e) => e.problem.code));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", other], { encoding: "utf8" });
    expect(stdout.trim()).toBe("E-DB-04");
    await holder.close();
  });

  it("E-DB-05: cut off, or torn inside", async () => {
    const file = await made();
    truncateSync(file, 8192);
    expect(await refused(file)).toBe("E-DB-05");
    const torn = await made();
    const bytes = readFileSync(torn);
    bytes.fill(0xff, 100, 4096);
    writeFileSync(torn, bytes);
    expect(await refused(torn)).toBe("E-DB-05");
  });

  it("a short file with a WAL beside it is for SQLite to recover, not to be refused by its header", async () => {
    const file = await made();
    truncateSync(file, 8192);
    writeFileSync(`${file}-wal`, "frames");
    refuseByHeader(file, newestVersion());
  });

  it("E-DB-06: a pragma that does not hold, an SQLite that is too old", async () => {
    const raw = new BetterSqlite3(":memory:");
    expect((await problemOf(() => setPragmas(raw, [["journal_mode", "WAL", "wal"]]))).code).toBe("E-DB-06");
    expect((await problemOf(() => requireSqlite(raw, "3.999.0"))).code).toBe("E-DB-06");
    requireSqlite(raw, "3.9.0");
    raw.close();
  });

  it("E-DB-07: a disk that is full", async () => {
    const database = await openDatabase(join(temporaryFolder(), "keji.db"), { create: true });
    const { raw } = connectionOf(database);
    raw.pragma(`max_page_count = ${raw.pragma("page_count", { simple: true })}`);
    expect((await problemOf(fill(database))).code).toBe("E-DB-07");
    raw.pragma("max_page_count = 100000");
    await fill(database);
    await database.close();
  });

  it("E-DB-07: a place that takes no files", async () => {
    const file = join(temporaryFolder(), "text");
    writeFileSync(file, "not a folder");
    const problem = await problemOf(openDatabase(join(file, "数据", "keji.db"), { create: true }));
    expect(problem).toMatchObject({ kind: "storage", code: "E-DB-07" });
    expect(problem.message).toContain("数据未改动");
  });
});
