import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import type { RecordChange, WriteContext } from "../../../main/records/change.ts";
import { saveRecord } from "../../../main/records/save.ts";
import { valueSources } from "../../../main/records/sources.ts";
import { takeBackBatch } from "../../../main/records/takeBackBatch.ts";
import { byBatch, byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await database.write(async (tx) => {
    for (const [id, fileName] of [
      [1, "2012项目.xlsx"],
      [2, "2012项目（改）.xlsx"],
    ] as const) {
      await tx
        .insertInto("batches")
        .values({
          id,
          at: byHand().at,
          who: "李四",
          fileHash: `hash${id}`,
          fileName,
          status: "applied",
          takenBackAt: null,
          report: "{}",
        })
        .execute();
      const columns = [
        { column: 1, heading: "序号", ledger: null, field: null, confidence: 1 },
        { column: 2, heading: "项目名称", ledger: "projects", field: "title", confidence: 1 },
        { column: 3, heading: "无偿资金（万元）", ledger: "projects", field: "grantAmount", confidence: 1 },
        { column: 4, heading: "注册资本", ledger: "organisations", field: "registeredCapital", confidence: 1 },
        { column: 28, heading: "立项时间", ledger: "projects", field: "status@立项", confidence: 1 },
      ];
      await tx
        .insertInto("batchTables")
        .values({
          id,
          batch: id,
          position: 0,
          sheet: "Sheet1",
          ledger: "projects",
          headerRows: "[2]",
          firstRow: 3,
          lastRow: 9,
          columns: JSON.stringify(columns),
        })
        .execute();
    }
  });
});
afterEach(() => database.close());

const save = (context: WriteContext, change: RecordChange) => database.write((tx) => saveRecord(tx, context, change));
async function sources(id: string, ledger = "projects") {
  return (await valueSources(database.read, ledger, [id])).get(id) ?? {};
}
const row = (batchTable: number, number: number, raw: (string | null)[]) => ({ batchTable, row: number, raw });
const status = [{ stage: "立项", date: "2012-11-05" }];
async function imported(year = 2012): Promise<string> {
  const values = { title: "泵", grantAmount: 300_000_000, year, status };
  const source = row(1, 5, ["1", "泵", "300", null, "2012.11.5"]);
  return (await save(byBatch(1), { ledger: "projects", id: null, values, source })).id;
}

describe("the source of a value", () => {
  it("is the cell that it was read from", async () => {
    const found = await sources(await imported());
    expect(found["grantAmount"]).toEqual({
      kind: "cell",
      batch: 1,
      file: "2012项目.xlsx",
      fileHash: "hash1",
      sheet: "Sheet1",
      cell: "C5",
      raw: "300",
    });
    expect(found["status"]).toMatchObject({ cell: "AB5", raw: "2012.11.5" });
    expect(Object.keys(found).sort()).toEqual(["grantAmount", "status", "title", "year"]);
  });

  it("is the date that told a year which no column holds", async () => {
    expect((await sources(await imported()))["year"]).toMatchObject({ kind: "cell", cell: "AB5", raw: "2012.11.5" });
  });

  it("is the row where nothing in it told the value", async () => {
    expect((await sources(await imported(2013)))["year"]).toMatchObject({
      kind: "cell",
      cell: "B5",
      raw: "1 泵 300 2012.11.5",
    });
  });

  it("is the person who wrote over it, and the other fields keep their cells", async () => {
    const id = await imported();
    await save(byHand(7), { ledger: "projects", id, values: { grantAmount: 400_000_000 } });
    const found = await sources(id);
    expect(found["grantAmount"]).toEqual({ kind: "manual", by: "张三", at: byHand(7).at });
    expect(found["title"]).toMatchObject({ kind: "cell", cell: "B5" });
  });

  it("moves to the later import only for what that one changed", async () => {
    const id = await imported();
    const source = row(2, 8, ["1", "泵", "310", null, "2012.11.5"]);
    await save(byBatch(2), {
      ledger: "projects",
      id,
      values: { title: "泵", grantAmount: 310_000_000, status },
      source,
    });
    const found = await sources(id);
    expect(found["grantAmount"]).toMatchObject({ batch: 2, cell: "C8", raw: "310", file: "2012项目（改）.xlsx" });
    expect(found["title"]).toMatchObject({ batch: 1, cell: "B5" });
  });

  it("goes back to the earlier cell when the later import is taken back", async () => {
    const id = await imported();
    const source = row(2, 8, ["1", "泵", "310", null, null]);
    await save(byBatch(2), { ledger: "projects", id, values: { grantAmount: 310_000_000 }, source });
    await database.write((tx) => takeBackBatch(tx, byBatch(2, 9), 2));
    expect((await sources(id))["grantAmount"]).toMatchObject({ batch: 1, cell: "C5", raw: "300" });
  });

  it("tells two ledgers of one sheet apart", async () => {
    const source = row(1, 5, ["1", "泵", "300", "5000", null]);
    const { id } = await save(byBatch(1), {
      ledger: "organisations",
      id: null,
      values: { name: "恒达公司", registeredCapital: 5_000_000_000 },
      source,
    });
    expect((await sources(id, "organisations"))["registeredCapital"]).toMatchObject({ cell: "D5", raw: "5000" });
  });

  it("is nothing for a blank, and nothing for a record that is not there", async () => {
    const id = await imported();
    await save(byHand(7), { ledger: "projects", id, values: { grantAmount: null } });
    expect((await sources(id))["grantAmount"]).toBe(undefined);
    expect(await sources("none")).toEqual({});
  });

  it("takes the first of two rows that has words in the cell", async () => {
    const id = await imported();
    await save(byBatch(1), {
      ledger: "projects",
      id,
      values: { leader: "王建国" },
      source: row(1, 3, [null, "泵", "", null, null]),
    });
    const found = await sources(id);
    expect([found["title"], found["grantAmount"]]).toMatchObject([{ cell: "B3" }, { cell: "C5" }]);
  });
});
