import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { backupNow, backupTo, lastBackup, readManifest } from "../../../main/database/backup.ts";
import { checkDatabase } from "../../../main/database/checkDatabase.ts";
import { type Database, openDatabase } from "../../../main/database/open.ts";
import { restoreDatabase } from "../../../main/database/restore.ts";
import { sha256 } from "../../../main/database/verify.ts";
import { problemOf } from "../../support/problems.ts";
import { temporaryFolder } from "../../support/temporary.ts";

const at = "2012-12-31T09:30:00.000Z";

async function opened(): Promise<Database> {
  return await openDatabase(join(temporaryFolder(), "keji.db"), { create: true });
}
async function put(database: Database, ...names: string[]): Promise<void> {
  await database.write(async (tx) => {
    for (const key of names) await tx.insertInto("settings").values({ key, value: "1" }).execute();
  });
}
async function keys(database: Database): Promise<string[]> {
  return (await database.read.selectFrom("settings").select("key").orderBy("key").execute()).map(({ key }) => key);
}
function keysIn(file: string): unknown[] {
  const raw = new BetterSqlite3(file, { readonly: true });
  try {
    return raw.prepare("SELECT key FROM settings ORDER BY key").pluck().all();
  } finally {
    raw.close();
  }
}

describe("a backup", () => {
  it("is one file with a manifest whose hash is that of its bytes", async () => {
    const database = await opened();
    await put(database, "a", "b");
    const folder = join(database.file, "..", "backups");
    expect(lastBackup(folder)).toBe(null);
    const { file, size } = await backupNow(database, folder, at);
    expect(keysIn(file)).toEqual(["a", "b"]);
    expect(readFileSync(file).length).toBe(size);
    expect(readManifest(file)).toMatchObject({ at, sha256: await sha256(file), rows: { settings: 2 } });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(lastBackup(folder)).toBe(at);
    await database.close();
  });

  it("asked for while a transaction is open waits for it and holds all of it", async () => {
    const database = await opened();
    const writing = database.write(async (tx) => {
      await tx.insertInto("settings").values({ key: "a", value: "1" }).execute();
      await wait(30);
      await tx.insertInto("settings").values({ key: "b", value: "1" }).execute();
    });
    const backup = await backupNow(database, temporaryFolder(), at);
    await writing;
    expect(keysIn(backup.file)).toEqual(["a", "b"]);
    await database.close();
  });

  it("asked for inside a transaction is refused at once, and no file counts as one", async () => {
    const database = await opened();
    const folder = temporaryFolder();
    await database.write(async (tx) => {
      await tx.insertInto("settings").values({ key: "a", value: "1" }).execute();
      await expect(backupNow(database, folder, at)).rejects.toThrow("outer database handle");
    });
    expect(readdirSync(folder)).toEqual([]);
    await database.close();
  });

  it("replaces an older one only when it has passed its check", async () => {
    const database = await opened();
    const file = join(temporaryFolder(), "mine.db");
    await put(database, "a");
    await backupTo(database, file, at);
    await put(database, "b");
    await backupTo(database, file, at);
    expect(keysIn(file)).toEqual(["a", "b"]);
    await database.close();
  });
});

async function withBackup() {
  const database = await opened();
  await put(database, "old");
  const { file: backup } = await backupNow(database, join(database.file, "..", "backups"), at);
  await put(database, "new");
  return { database, backup, file: database.file };
}

describe("a place that cannot be written to", () => {
  it("is the data file itself, by whatever name", async () => {
    const { database, file } = await withBackup();
    const link = join(temporaryFolder(), "数据.db");
    symlinkSync(file, link);
    for (const to of [file, link]) expect((await problemOf(backupTo(database, to, at))).code).toBe("E-DB-08");
    expect(await keys(database)).toEqual(["new", "old"]);
    expect(existsSync(`${file}.manifest.json`)).toBe(false);
    await database.close();
  });

  it("is refused in words, for a backup and for a restore", async () => {
    const { database, backup } = await withBackup();
    const text = join(temporaryFolder(), "text");
    writeFileSync(text, "not a folder");
    expect(await problemOf(backupTo(database, join(text, "b.db"), at))).toMatchObject({
      code: "E-DB-07",
      message: expect.stringContaining(join(text, "b.db")),
    });
    expect((await problemOf(restoreDatabase(backup, join(text, "keji.db"), at))).code).toBe("E-DB-07");
    expect((await problemOf(restoreDatabase(temporaryFolder(), database.file, at))).code).toBe("E-DB-07");
    expect(await keys(database)).toEqual(["new", "old"]);
    await database.close();
  });
});

describe("restoring", () => {
  it("brings the backup's rows back and keeps what was there", async () => {
    const { database, backup, file } = await withBackup();
    await database.close();
    const { database: restored, movedTo } = await restoreDatabase(backup, file, "2013-01-01T00:00:00.000Z");
    expect(await keys(restored)).toEqual(["old"]);
    expect(keysIn(join(movedTo ?? "", "keji.db"))).toEqual(["new", "old"]);
    const saved = readdirSync(join(file, "..", "backups")).filter((name) => name.endsWith("before-restore.db"));
    expect(saved.map((name) => keysIn(join(file, "..", "backups", name)))).toEqual([["new", "old"]]);
    expect((await checkDatabase(restored)).ok).toBe(true);
    await restored.close();
  });

  it("is not undone by a stale -wal that lay beside the old file", async () => {
    const { database, backup, file } = await withBackup();
    const wal = readFileSync(`${file}-wal`);
    await database.close();
    writeFileSync(`${file}-wal`, wal);
    const { database: restored } = await restoreDatabase(backup, file, at);
    expect(await keys(restored)).toEqual(["old"]);
    await restored.close();
  });

  it("keeps a damaged file, byte by byte", async () => {
    const { database, backup, file } = await withBackup();
    await database.close();
    const bytes = readFileSync(file).fill(0xff, 100, 4096);
    writeFileSync(file, bytes);
    const { database: restored, movedTo } = await restoreDatabase(backup, file, at);
    expect(await keys(restored)).toEqual(["old"]);
    await restored.close();
    expect(readFileSync(join(movedTo ?? "", "keji.db")).equals(bytes)).toBe(true);
  });

  it("refuses a backup whose bytes are not those of its manifest, one that is missing, one that is foreign", async () => {
    const { database, backup, file } = await withBackup();
    await database.close();
    const before = readFileSync(file);
    appendFileSync(backup, "x");
    expect((await problemOf(restoreDatabase(backup, file, at))).code).toBe("E-DB-08");
    expect((await problemOf(restoreDatabase(`${backup}.none`, file, at))).code).toBe("E-DB-03");
    writeFileSync(backup, "not a database");
    expect((await problemOf(restoreDatabase(backup, file, at))).code).toBe("E-DB-02");
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.restoring`)).toBe(false);
  });

  it("leaves every old file in place where one of them cannot be moved aside", async () => {
    const { database, backup, file } = await withBackup();
    await database.close();
    const bytes = readFileSync(file);
    // Made by a newer program: not even opened before it is moved.
    bytes.writeUInt32BE(9999, 60);
    writeFileSync(file, bytes);
    writeFileSync(`${file}-wal`, "what only the journal has");
    // A folder of that name stands in the way of the journal.
    mkdirSync(join(file, "..", "backups", `replaced-${at.replaceAll(/[:.]/g, "-")}`, "keji.db-wal"), {
      recursive: true,
    });
    await problemOf(restoreDatabase(backup, file, at));
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readFileSync(`${file}-wal`, "utf8")).toBe("what only the journal has");
  });

  it("refuses while the data are open", async () => {
    const { database, backup, file } = await withBackup();
    expect((await problemOf(restoreDatabase(backup, file, at))).code).toBe("E-DB-04");
    expect(await keys(database)).toEqual(["new", "old"]);
    await database.close();
  });

  it("works where there is nothing yet", async () => {
    const { database, backup } = await withBackup();
    await database.close();
    const file = join(temporaryFolder(), "fresh", "keji.db");
    const { database: restored, movedTo } = await restoreDatabase(backup, file, at);
    expect([movedTo, await keys(restored)]).toEqual([null, ["old"]]);
    await restored.close();
    rmSync(join(file, ".."), { recursive: true });
  });
});
