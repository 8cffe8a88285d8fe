import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import type { RecordChange, SavedRecord, WriteContext } from "../../../main/records/change.ts";
import { recordHistory } from "../../../main/records/history.ts";
import { newId } from "../../../main/records/newId.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import { removeRecord, restoreRecord } from "../../../main/records/remove.ts";
import { saveRecord, saveRecords } from "../../../main/records/save.ts";
import type { Values } from "../../../shared/api/api.ts";
import { problemOf } from "../../support/problems.ts";
import { byBatch, byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const save = (change: RecordChange, context: WriteContext = byHand()): Promise<SavedRecord> =>
  database.write((tx) => saveRecord(tx, context, change));
const organisation = (values: Values): RecordChange => ({ ledger: "organisations", id: null, values });
const get = (ledger: string, id: string) => getRecord(database.read, ledger, id);
const history = (ledger: string, id: string) => recordHistory(database.read, ledger, id);

describe("saving a record", () => {
  it("gives it an id, version 1 and every declared field, blank ones null", async () => {
    const { id, version, outcome } = await save(organisation({ name: "示例市恒达机械有限公司", aboveScale: true }));
    expect([version, outcome]).toEqual([1, "created"]);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const record = await get("organisations", id);
    expect(record).toMatchObject({ id, version: 1, createdAt: byHand().at, updatedAt: byHand().at, deletedAt: null });
    expect(record.values).toMatchObject({
      name: "示例市恒达机械有限公司",
      aboveScale: true,
      creditCode: null,
      address: null,
    });
  });

  it("keeps lists, money, false, zero and stages as they are, and tells blank from all of them", async () => {
    const partner = await save(organisation({ name: "山东科技大学" }));
    const { id } = await save({
      ledger: "projects",
      id: null,
      values: {
        title: "高效节能泵",
        partners: [partner.id],
        agricultural: false,
        grantAmount: 0,
        selfRaised: 30_000_000,
        leader: "",
        period: "2011-03/2013-02",
        status: [
          { stage: "申报", date: "2012-03" },
          { stage: "立项", date: null, documentNo: "鲁科字〔2012〕100号" },
        ],
      },
    });
    expect((await get("projects", id)).values).toMatchObject({
      partners: [partner.id],
      agricultural: false,
      starred: null,
      grantAmount: 0,
      paidAmount: null,
      selfRaised: 30_000_000,
      leader: null,
      period: "2011-03/2013-02",
      status: [
        { stage: "申报", date: "2012-03", documentNo: null, note: null },
        { stage: "立项", date: null, documentNo: "鲁科字〔2012〕100号", note: null },
      ],
    });
    const stages = await database.read.selectFrom("stages").selectAll().where("record", "=", id).execute();
    expect(stages.map(({ date, dateFrom, dateTo }) => [date, dateFrom, dateTo])).toEqual([
      ["2012-03", "2012-03-01", "2012-03-31"],
      [null, null, null],
    ]);
  });

  it("writes history of the changed fields only; a creation is one row of all that is filled", async () => {
    const { id } = await save(organisation({ name: "甲公司", address: "和平路1号" }));
    await save(
      { ledger: "organisations", id, version: 1, values: { name: "甲公司", address: "胜利街2号", industry: null } },
      byBatch(7, 5),
    );
    const [second, first] = await history("organisations", id);
    expect(first).toMatchObject({
      before: null,
      after: { name: "甲公司", address: "和平路1号" },
      batch: null,
      who: "张三",
    });
    expect(second).toMatchObject({
      before: { address: "和平路1号" },
      after: { address: "胜利街2号" },
      batch: 7,
      who: "李四",
    });
    expect(Object.keys(first?.after ?? {})).toHaveLength(2);
    expect((await get("organisations", id)).version).toBe(2);
  });

  it("writes nothing where nothing changed, except the row that says so", async () => {
    const { id } = await save(organisation({ name: "甲公司" }));
    const source = { batchTable: 3, row: 12, raw: ["甲公司", null] };
    const saved = await save(
      { ledger: "organisations", id, values: { name: "甲公司", address: "" }, source },
      byBatch(7),
    );
    expect(saved).toMatchObject({ id, version: 1, outcome: "unchanged" });
    expect(await history("organisations", id)).toHaveLength(1);
    const sources = await database.read.selectFrom("sources").selectAll().execute();
    expect(sources).toEqual([
      {
        batch: 7,
        batchTable: 3,
        ledger: "organisations",
        record: id,
        row: 12,
        raw: '["甲公司",null]',
        corrected: null,
      },
    ]);
  });

  it("makes and changes a record among many in one save", async () => {
    const id = newId();
    const filler = Array.from({ length: 60 }, (_, index) => organisation({ name: `公司${index}` }));
    const status = (date: string) => [{ stage: "立项", date }];
    await database.write((tx) =>
      saveRecords(tx, byHand(), [
        ...filler.slice(0, 30),
        { ledger: "projects", id: null, newId: id, values: { title: "泵", status: status("2012-11-05") } },
        { ledger: "projects", id, values: { title: "水泵", status: status("2012-11-06") } },
        { ledger: "projects", id, values: { title: "智能水泵", status: status("2012-11-07") } },
        ...filler.slice(30),
      ]),
    );
    expect((await get("projects", id)).values).toMatchObject({ title: "智能水泵", status: status("2012-11-07") });
    expect((await history("projects", id)).map(({ after }) => after?.["title"])).toEqual(["智能水泵", "水泵", "泵"]);
    const words = await database.read.selectFrom("searchTexts").select("text").where("record", "=", id).execute();
    expect(words).toEqual([{ text: "智能水泵" }]);
    for (const table of ["history", "searchTexts"] as const) {
      const rows = await database.read
        .selectFrom(table)
        .select("record")
        .where("ledger", "=", "organisations")
        .execute();
      expect(new Set(rows.map(({ record }) => record)).size).toBe(60);
    }
  });

  it("replaces stages as a whole list", async () => {
    const { id } = await save({
      ledger: "projects",
      id: null,
      values: {
        title: "泵",
        status: [
          { stage: "申报", date: "2012" },
          { stage: "立项", date: "2012-11-05" },
        ],
      },
    });
    await save({ ledger: "projects", id, values: { status: [{ stage: "立项", date: "2012-11-06" }] } });
    expect((await get("projects", id)).values["status"]).toMatchObject([{ stage: "立项", date: "2012-11-06" }]);
    await save({ ledger: "projects", id, values: { status: [] } });
    expect((await get("projects", id)).values["status"]).toBe(null);
  });

  it("lets records of one batch point at each other by ids given beforehand, and sees earlier changes of the same batch", async () => {
    const company = newId();
    const answers = await database.write((tx) =>
      saveRecords(tx, byBatch(1), [
        { ledger: "projects", id: null, values: { title: "泵", undertaker: company } },
        { ledger: "organisations", id: null, newId: company, values: { name: "甲公司" } },
        { ledger: "organisations", id: company, values: { address: "和平路1号" } },
        { ledger: "organisations", id: company, values: { address: "和平路1号" } },
      ]),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(["created", "created", "updated", "unchanged"]);
    expect((await get("organisations", company)).version).toBe(2);
  });
});

describe("a save that is refused", () => {
  const code = "913707007000000018";

  it("E-REC-01: the official number is another's, who is named", async () => {
    await save(organisation({ name: "甲公司", creditCode: code }));
    const problem = await problemOf(save(organisation({ name: "乙公司", creditCode: code })));
    expect(problem).toMatchObject({ kind: "conflict", code: "E-REC-01" });
    expect(problem.message).toContain("“甲公司”已有相同的统一社会信用代码");
  });

  it("E-REC-01 is lifted when the holder is removed, and bars its return", async () => {
    const first = await save(organisation({ name: "甲公司", creditCode: code }));
    const remove = { ledger: "organisations", id: first.id, version: 1 };
    await database.write((tx) => removeRecord(tx, byHand(), remove));
    await save(organisation({ name: "乙公司", creditCode: code }));
    const problem = await problemOf(database.write((tx) => restoreRecord(tx, byHand(), remove)));
    expect([problem.code, problem.message]).toEqual(["E-REC-01", expect.stringContaining("“乙公司”")]);
  });

  it("E-REC-02: the record has moved on", async () => {
    const { id } = await save(organisation({ name: "甲公司" }));
    await save({ ledger: "organisations", id, version: 1, values: { name: "乙公司" } });
    const problem = await problemOf(save({ ledger: "organisations", id, version: 1, values: { name: "丙公司" } }));
    expect([problem.kind, problem.code]).toEqual(["conflict", "E-REC-02"]);
    expect((await get("organisations", id)).values["name"]).toBe("乙公司");
  });

  it("E-REC-04, 05, 06, 07: removed, unknown id, unknown ledger, unknown field", async () => {
    const { id } = await save(organisation({ name: "甲公司" }));
    await database.write((tx) => removeRecord(tx, byHand(), { ledger: "organisations", id, version: 1 }));
    const codes = [];
    for (const change of [
      { ledger: "organisations", id, values: { name: "乙" } },
      { ledger: "organisations", id: newId(), values: { name: "乙" } },
      { ledger: "constructor", id: null, values: {} },
      { ledger: "organisations", id: null, values: { name: "乙", constructor: "x" } },
    ]) {
      codes.push((await problemOf(save(change))).code);
    }
    expect(codes).toEqual(["E-REC-04", "E-REC-05", "E-REC-06", "E-REC-07"]);
  });

  it("E-REC-08: invalid, with the issues, and nothing of the whole batch is left", async () => {
    const batch = [organisation({ name: "甲公司" }), organisation({ name: "乙公司", registeredOn: "2012-02-30" })];
    const problem = await problemOf(database.write((tx) => saveRecords(tx, byBatch(1), batch)));
    expect(problem).toMatchObject({ kind: "invalid", code: "E-REC-08" });
    expect(problem.issues).toMatchObject([{ field: "registeredOn", level: "error" }]);
    expect(await database.read.selectFrom("organisations").selectAll().execute()).toEqual([]);
    expect(await database.read.selectFrom("history").selectAll().execute()).toEqual([]);
  });

  it("E-REC-08: a reference to nobody", async () => {
    const problem = await problemOf(
      save({ ledger: "projects", id: null, values: { title: "泵", undertaker: newId() } }),
    );
    expect([problem.code, problem.issues?.[0]?.field]).toEqual(["E-REC-08", "undertaker"]);
  });
});

describe("ids", () => {
  it("are unique and sort in the order in which they were made, even when the clock is set back", () => {
    const now = 1_356_998_400_000;
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(index < 10_000 ? now : now - 5000));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});
