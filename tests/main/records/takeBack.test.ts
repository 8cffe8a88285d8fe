import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import type { RecordChange, WriteContext } from "../../../main/records/change.ts";
import { addExtraField } from "../../../main/records/extraFields.ts";
import { recordHistory } from "../../../main/records/history.ts";
import { newId } from "../../../main/records/newId.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import { removeRecord } from "../../../main/records/remove.ts";
import { saveRecords } from "../../../main/records/save.ts";
import { searchRecords } from "../../../main/records/search.ts";
import { takeBackBatch } from "../../../main/records/takeBackBatch.ts";
import type { Values } from "../../../shared/api/api.ts";
import { byBatch, byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const write = (context: WriteContext, ...changes: RecordChange[]) =>
  database.write((tx) => saveRecords(tx, context, changes));
const takeBack = (batch: number) =>
  database.write(async (tx) => {
    const taken = await takeBackBatch(tx, byBatch(batch, 30), batch);
    const told = { at: "", who: "", fileHash: "", fileName: "", report: "{}", takenBackAt: "" };
    await tx
      .insertInto("batches")
      .values({ ...told, id: batch, status: "takenBack" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return taken;
  });
const organisation = (id: string | null, values: Values): RecordChange => ({ ledger: "organisations", id, values });
async function made(context: WriteContext, values: Values, ledger = "organisations"): Promise<string> {
  const [saved] = await write(context, { ledger, id: null, values });
  return saved?.id ?? "";
}
const get = (id: string, ledger = "organisations") => getRecord(database.read, ledger, id);
const code = "913707007000000018";

describe("taking a batch back", () => {
  it("restores what each field said before, stages and extra fields too", async () => {
    await database.write((tx) => addExtraField(tx, { ledger: "projects", label: "批示次数", kind: "count" }));
    const status = [{ stage: "申报", date: "2012-03", documentNo: null, note: null }];
    const [saved] = await write(byHand(), {
      ledger: "projects",
      id: null,
      values: { title: "泵", grantAmount: 100, status },
      extras: { extra1: 1 },
    });
    const id = saved?.id ?? "";
    const before = await get(id, "projects");
    await write(byBatch(1, 5), {
      ledger: "projects",
      id,
      values: { grantAmount: null, leader: "王建国", status: [...status, { stage: "立项", date: "2012-11-05" }] },
      extras: { extra1: 2 },
    });
    expect(await takeBack(1)).toEqual({ undone: 1, kept: [] });
    const after = await get(id, "projects");
    expect([after.values, after.extras]).toEqual([before.values, before.extras]);
    expect(after.version).toBe(3);
    const [entry] = await recordHistory(database.read, "projects", id);
    expect(entry).toMatchObject({
      batch: 1,
      before: { leader: "王建国" },
      after: { leader: null, extras: { extra1: 1 } },
    });
  });

  it("removes what it made, out of search and unique numbers, so that the file can be imported again", async () => {
    const id = await made(byBatch(1), { name: "恒达公司", creditCode: code });
    expect(await takeBack(1)).toEqual({ undone: 1, kept: [] });
    expect((await get(id)).deletedAt).toBe(byBatch(1, 30).at);
    expect(await searchRecords(database.read, { text: "恒达" })).toEqual([]);
    const again = await made(byBatch(2), { name: "恒达公司", creditCode: code });
    expect(again).not.toBe(id);
  });

  it("keeps what somebody changed since, field by field, and lists it", async () => {
    const id = await made(byHand(), { name: "甲公司", address: "旧址", industry: "机械" });
    await write(byBatch(1), organisation(id, { address: "新址", industry: "电子" }));
    await write(byHand(9), organisation(id, { address: "更新的地址" }));
    const { undone, kept } = await takeBack(1);
    expect(undone).toBe(1);
    expect(kept).toEqual([{ ledger: "organisations", id, title: "甲公司", field: "address", reason: "changed" }]);
    expect((await get(id)).values).toMatchObject({ address: "更新的地址", industry: "机械" });
  });

  it("keeps a record that it made and somebody changed, whole", async () => {
    const id = await made(byBatch(1), { name: "甲公司" });
    await write(byHand(9), organisation(id, { address: "和平路1号" }));
    expect(await takeBack(1)).toMatchObject({ undone: 0, kept: [{ id, field: "address", reason: "changed" }] });
    expect((await get(id)).deletedAt).toBe(null);
  });

  it("goes through where the later change was itself taken back", async () => {
    const id = await made(byBatch(1), { name: "甲公司" });
    await write(byBatch(2), organisation(id, { address: "和平路1号" }));
    await takeBack(2);
    expect(await takeBack(1)).toEqual({ undone: 1, kept: [] });
    expect((await get(id)).deletedAt).not.toBe(null);
  });

  it("leaves nothing of two batches over one another, whichever goes first", async () => {
    const id = await made(byHand(), { name: "甲公司", address: "一" });
    await write(byBatch(1), organisation(id, { address: "二", industry: "机械" }));
    await write(byBatch(2), organisation(id, { address: "三" }));
    expect(await takeBack(1)).toMatchObject({ undone: 1, kept: [{ field: "address", reason: "changed" }] });
    expect((await get(id)).values).toMatchObject({ address: "三", industry: null });
    expect(await takeBack(2)).toEqual({ undone: 1, kept: [] });
    expect((await get(id)).values).toMatchObject({ address: "一", industry: null });
  });

  it("takes along what an earlier batch had to leave because of this one", async () => {
    const company = await made(byBatch(1), { name: "甲公司" });
    await made(byBatch(2), { title: "泵", undertaker: company }, "projects");
    expect(await takeBack(1)).toMatchObject({ undone: 0, kept: [{ id: company, reason: "referred" }] });
    expect(await takeBack(2)).toEqual({ undone: 2, kept: [] });
    expect((await get(company)).deletedAt).not.toBe(null);
  });

  it("keeps a record that another one, which stays, points at; the batch's own references are no bar", async () => {
    const [company, other] = [newId(), newId()];
    await write(
      byBatch(1),
      { ...organisation(null, { name: "甲公司" }), newId: company },
      { ...organisation(null, { name: "乙公司" }), newId: other },
      { ledger: "projects", id: null, values: { title: "泵", undertaker: other } },
    );
    await made(byHand(9), { title: "阀", partners: [company] }, "projects");
    const { undone, kept } = await takeBack(1);
    expect([undone, kept]).toMatchObject([2, [{ id: company, reason: "referred" }]]);
    expect([(await get(company)).deletedAt === null, (await get(other)).deletedAt === null]).toEqual([true, false]);
  });

  it("leaves a record as it is where its former number has gone to another", async () => {
    const id = await made(byHand(), { name: "甲公司", creditCode: code });
    await write(byBatch(1), organisation(id, { creditCode: "91370700MA3C000000" }));
    const thief = await made(byHand(9), { name: "乙公司", creditCode: code });
    expect(await takeBack(1)).toMatchObject({ undone: 0, kept: [{ id, field: "creditCode", reason: "taken" }] });
    expect((await get(thief)).values["creditCode"]).toBe(code);
    expect((await get(id)).values["creditCode"]).toBe("91370700MA3C000000");
  });

  it("undoes several changes of one record, and does nothing the second time", async () => {
    const id = await made(byHand(), { name: "甲公司", address: "一" });
    await write(byBatch(1), organisation(id, { address: "二" }), organisation(id, { address: "三", industry: "机械" }));
    await takeBack(1);
    expect((await get(id)).values).toMatchObject({ address: "一", industry: null });
    const { version } = await get(id);
    expect(await takeBack(1)).toEqual({ undone: 0, kept: [] });
    expect((await get(id)).version).toBe(version);
  });

  it("leaves alone what somebody has removed since", async () => {
    const id = await made(byBatch(1), { name: "甲公司" });
    await database.write((tx) => removeRecord(tx, byHand(9), { ledger: "organisations", id, version: 1 }));
    expect(await takeBack(1)).toEqual({ undone: 0, kept: [] });
    expect((await get(id)).version).toBe(2);
  });

  it("changes nothing for a batch that wrote nothing", async () => {
    expect(await takeBack(99)).toEqual({ undone: 0, kept: [] });
  });
});
