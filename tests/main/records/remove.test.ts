import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { recordHistory } from "../../../main/records/history.ts";
import { listRecords } from "../../../main/records/list.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import { removeRecord, restoreRecord } from "../../../main/records/remove.ts";
import { saveRecord } from "../../../main/records/save.ts";
import type { Values } from "../../../shared/api/api.ts";
import { problemOf } from "../../support/problems.ts";
import { byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

async function put(ledger: string, values: Values): Promise<string> {
  return (await database.write((tx) => saveRecord(tx, byHand(), { ledger, id: null, values }))).id;
}
const remove = (ledger: string, id: string, version = 1) =>
  database.write((tx) => removeRecord(tx, byHand(20), { ledger, id, version }));
const restore = (ledger: string, id: string) => database.write((tx) => restoreRecord(tx, byHand(40), { ledger, id }));
const count = async (ledger: string) => (await listRecords(database.read, { ledger })).total;

describe("removing", () => {
  it("keeps the row and its history, and takes it out of lists", async () => {
    const id = await put("organisations", { name: "甲公司" });
    await remove("organisations", id);
    expect(await count("organisations")).toBe(0);
    expect(await getRecord(database.read, "organisations", id)).toMatchObject({ deletedAt: byHand(20).at, version: 2 });
    const [entry] = await recordHistory(database.read, "organisations", id);
    expect(entry).toMatchObject({ before: { deletedAt: null }, after: { deletedAt: byHand(20).at }, who: "张三" });
  });

  it("is refused where the record has moved on, is removed already, or is unknown", async () => {
    const id = await put("organisations", { name: "甲公司" });
    expect((await problemOf(remove("organisations", id, 9))).code).toBe("E-REC-02");
    await remove("organisations", id);
    expect((await problemOf(remove("organisations", id, 2))).code).toBe("E-REC-04");
    expect((await problemOf(remove("organisations", "none"))).code).toBe("E-REC-05");
  });

  it("is refused while others point at it, one of which is named", async () => {
    const company = await put("organisations", { name: "甲公司" });
    await put("projects", { title: "泵", undertaker: company });
    const second = await put("projects", { title: "阀", partners: [company] });
    const problem = await problemOf(remove("organisations", company));
    expect(problem.code).toBe("E-REC-03");
    expect(problem.message).toContain("科技计划项目“泵”等 2 条记录正引用“甲公司”");
    await remove("projects", second);
    expect((await problemOf(remove("organisations", company))).message).toContain("等 1 条");
  });

  it("takes detail rows along, and restoring brings back those that went with it", async () => {
    const project = await put("projects", { title: "泵" });
    const fund = { project, fundKind: "下达", amount: 100 };
    const [old, kept] = [await put("projectFunds", fund), await put("projectFunds", { ...fund, date: "2012-06" })];
    await database.write((tx) => removeRecord(tx, byHand(10), { ledger: "projectFunds", id: old, version: 1 }));
    await remove("projects", project);
    expect([await count("projects"), await count("projectFunds")]).toEqual([0, 0]);
    await restore("projects", project);
    expect([await count("projects"), await count("projectFunds")]).toEqual([1, 1]);
    expect((await getRecord(database.read, "projectFunds", kept)).deletedAt).toBe(null);
  });

  it("a detail row cannot come back before its parent", async () => {
    const project = await put("projects", { title: "泵" });
    const fund = await put("projectFunds", { project, fundKind: "下达", amount: 100 });
    await remove("projects", project);
    expect((await problemOf(restore("projectFunds", fund))).code).toBe("E-REC-08");
  });

  it("restoring what is not removed changes nothing", async () => {
    const id = await put("organisations", { name: "甲公司" });
    await restore("organisations", id);
    expect((await getRecord(database.read, "organisations", id)).version).toBe(1);
  });
});
