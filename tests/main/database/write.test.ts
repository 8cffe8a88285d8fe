import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { groupedInsert, insertMany, insertSql } from "../../../main/database/insertMany.ts";
import { connectionOf } from "../../../main/database/connection.ts";
import { type Database, openDatabase, type Tx } from "../../../main/database/open.ts";
import { temporaryFolder } from "../../support/temporary.ts";

const opened = () => openDatabase(join(temporaryFolder(), "keji.db"), { create: true });
const put = (tx: Tx, key: string) => tx.insertInto("settings").values({ key, value: "1" }).execute();
async function keys(database: Database): Promise<string[]> {
  const rows = await database.read.selectFrom("settings").select("key").orderBy("key").execute();
  return rows.map(({ key }) => key);
}

describe("writes", () => {
  it("run one at a time in the order in which they were asked for", async () => {
    const database = await opened();
    const steps: string[] = [];
    const write = (name: string, pause: number) =>
      database.write(async (tx) => {
        steps.push(`${name} begins`);
        await put(tx, name);
        await wait(pause);
        steps.push(`${name} ends`);
      });
    await Promise.all([write("a", 30), write("b", 5), write("c", 0)]);
    expect(steps).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    await database.close();
  });

  it("are never seen half done by a read", async () => {
    const database = await opened();
    const writing = database.write(async (tx) => {
      await put(tx, "a");
      await wait(20);
      await put(tx, "b");
    });
    await wait(5);
    expect(await keys(database)).toEqual(["a", "b"]);
    await writing;
    await database.close();
  });

  it("leave nothing when the work throws, and the next one runs", async () => {
    const database = await opened();
    await expect(
      database.write(async (tx) => {
        await put(tx, "a");
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await database.write((tx) => put(tx, "b"));
    expect(await keys(database)).toEqual(["b"]);
    await database.close();
  });

  it("refuse the outer handle inside a transaction at once instead of waiting for ever", async () => {
    const database = await opened();
    await database.write(async (tx) => {
      await put(tx, "a");
      await expect(database.write((inner) => put(inner, "b"))).rejects.toThrow("outer database handle");
      await expect(database.read.selectFrom("settings").selectAll().execute()).rejects.toThrow("outer database handle");
      await expect(database.checkpoint()).rejects.toThrow("outer database handle");
    });
    expect(await keys(database)).toEqual(["a"]);
    await database.close();
  });

  it("let work that a transaction started, but that outlives it, use the outer handle", async () => {
    const database = await opened();
    let later: Promise<string[]> | undefined;
    await database.write(async (tx) => {
      later = wait(20).then(() => keys(database));
      await put(tx, "a");
    });
    expect(await later).toEqual(["a"]);
    await database.close();
  });

  it("may be open in two databases at once", async () => {
    const [one, two] = [await opened(), await opened()];
    await one.write(async (tx) => {
      await put(tx, "a");
      await two.write((other) => put(other, "b"));
    });
    expect([await keys(one), await keys(two)]).toEqual([["a"], ["b"]]);
    await Promise.all([one.close(), two.close()]);
  });

  it("cannot be smuggled through the read handle", async () => {
    const database = await opened();
    const sneaky = database.read as unknown as Tx;
    await expect(put(sneaky, "a")).rejects.toThrow("read handle");
    expect(await keys(database)).toEqual([]);
    await database.close();
  });

  it("refuse undefined, which SQLite would take for a blank without a word", async () => {
    const database = await opened();
    await expect(
      database.write((tx) =>
        tx
          .updateTable("settings")
          .set("value", "x")
          .where("key", "=", undefined as never)
          .execute(),
      ),
    ).rejects.toThrow("undefined");
    await database.close();
  });
});

describe("insertMany", () => {
  it("writes inside the transaction and goes with it", async () => {
    const database = await opened();
    const rows = [
      ["a", "1"],
      ["b", "2"],
    ];
    await expect(
      database.write(async (tx) => {
        await insertMany(tx, "settings", ["key", "value"], rows);
        expect(await tx.selectFrom("settings").selectAll().execute()).toHaveLength(2);
        throw new Error("back");
      }),
    ).rejects.toThrow("back");
    expect(await keys(database)).toEqual([]);
    await database.write((tx) => insertMany(tx, "settings", ["key", "value"], rows));
    expect(await keys(database)).toEqual(["a", "b"]);
    await database.close();
  });

  it("refuses a transaction that is over", async () => {
    const database = await opened();
    let kept: Tx | undefined;
    await database.write(async (tx) => {
      kept = tx;
      await put(tx, "a");
    });
    await expect(insertMany(kept as Tx, "settings", ["key", "value"], [["b", "2"]])).rejects.toThrow("is over");
    await database.close();
  });
});

describe("a large write", () => {
  const pragma = (database: Database) =>
    connectionOf(database).alone((raw) => raw.pragma("wal_autocheckpoint", { simple: true }));
  const wal = (database: Database) => statSync(`${database.file}-wal`).size;
  async function fill(tx: Tx): Promise<number> {
    const rows = Array.from({ length: 1200 }, (_, index) => [`key${index}`, "x".repeat(9000)]);
    await insertMany(tx, "settings", ["key", "value"], rows);
    return 1;
  }

  it("leaves the WAL to a turn of its own, behind the reads that waited, and then all is as it was", async () => {
    const database = await opened();
    const whole = statSync(database.file).size;
    const sizes: number[] = [];
    const writing = database.write(fill, { large: true });
    const reading = keys(database).then((found) => {
      sizes.push(statSync(database.file).size);
      return found;
    });
    expect(await writing).toBe(1);
    expect(await reading).toHaveLength(1200);
    expect(sizes).toEqual([whole]);
    await wait(0);
    expect(await pragma(database)).toBe(1000);
    expect(wal(database)).toBe(0);
    expect(statSync(database.file).size).toBeGreaterThan(10_000_000);
    await database.close();
  });

  it("that throws leaves the setting as it was", async () => {
    const database = await opened();
    await expect(database.write(async () => Promise.reject(new Error("no")), { large: true })).rejects.toThrow("no");
    expect(await pragma(database)).toBe(1000);
    await database.close();
  });
});

describe("a write that need not last by itself", () => {
  const synchronous = (database: Database): unknown =>
    connectionOf(database).raw.pragma("synchronous", { simple: true });

  it("does not wait for the disk, and the next one does, whether it was kept or not", async () => {
    const database = await opened();
    const NORMAL = 1;
    const FULL = 2;
    const writing = database.write(async () => synchronous(database), { lasting: false });
    const next = database.write(async () => synchronous(database));
    expect([await writing, await next]).toEqual([NORMAL, FULL]);
    const failing = database.write(async () => Promise.reject(new Error("no")), { lasting: false });
    await expect(failing).rejects.toThrow("no");
    expect(synchronous(database)).toBe(FULL);
    await database.close();
  });
});

describe("rows in groups", () => {
  const sqlOf = (rows: number) => insertSql("settings", ["key", "value"], rows);

  it("are all written, whatever is left over of the last group", async () => {
    const database = await opened();
    await database.write(async (tx) => {
      const { add, flush } = groupedInsert(tx, 3, sqlOf);
      for (const key of ["a", "b", "c", "d", "e"]) add([key, "1"]);
      flush();
      add(["f", "1"]);
      flush();
      flush();
    });
    expect(await keys(database)).toEqual(["a", "b", "c", "d", "e", "f"]);
    await database.close();
  });

  it("are written one by one where a group is one row", async () => {
    const database = await opened();
    await database.write(async (tx) => {
      groupedInsert(tx, 1, sqlOf).add(["a", "1"]);
      expect(await tx.selectFrom("settings").select("key").execute()).toEqual([{ key: "a" }]);
    });
    await database.close();
  });
});
