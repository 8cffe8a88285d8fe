import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { changedLedgers, lastChange, lastSaved } from "../../../main/records/changes.ts";
import { tally } from "../../../main/records/counts.ts";
import { addExtraField, extraFields } from "../../../main/records/extraFields.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import { removeRecord } from "../../../main/records/remove.ts";
import { saveRecord } from "../../../main/records/save.ts";
import { readSetting, writeSetting } from "../../../main/records/settings.ts";
import { addTerm, allTerms, loadTerms } from "../../../main/records/terms.ts";
import type { Values } from "../../../shared/api/api.ts";
import type { ExtraField } from "../../../shared/fields/extraField.ts";
import { problemOf } from "../../support/problems.ts";
import { byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const add = (field: Omit<ExtraField, "name">) => database.write((tx) => addExtraField(tx, field));
const save = (values: Values, extras?: Values, id: string | null = null) =>
  database.write((tx) =>
    saveRecord(tx, byHand(), { ledger: "projects", id, values, ...(extras === undefined ? {} : { extras }) }),
  );

describe("extra fields", () => {
  it("are defined once and hold checked values of their kind", async () => {
    await add({ ledger: "projects", label: "批示次数", kind: "count" });
    await add({ ledger: "projects", label: "补助", kind: "money" });
    expect((await extraFields(database.read, "projects")).map(({ name, label }) => [name, label])).toEqual([
      ["extra1", "批示次数"],
      ["extra2", "补助"],
    ]);
    const { id } = await save({ title: "泵" }, { extra1: 3, extra2: null });
    expect((await getRecord(database.read, "projects", id)).extras).toEqual({ extra1: 3 });
    await save({}, { extra2: 500 }, id);
    expect((await getRecord(database.read, "projects", id)).extras).toEqual({ extra1: 3, extra2: 500 });
    await save({}, { extra1: null }, id);
    expect((await getRecord(database.read, "projects", id)).extras).toEqual({ extra2: 500 });
  });

  it("refuse a value of another kind, and a name that was never defined", async () => {
    await add({ ledger: "projects", label: "批示次数", kind: "count" });
    const problem = await problemOf(save({ title: "泵" }, { extra1: "三", extra9: 1 }));
    expect(problem.code).toBe("E-REC-08");
    expect(problem.issues?.map(({ field }) => field)).toEqual(["extra1", "extra9"]);
  });

  it("refuse a label that the ledger has already, and a dictionary that nobody knows", async () => {
    const codes = [];
    await add({ ledger: "projects", label: "批示次数", kind: "count" });
    for (const field of [
      { ledger: "projects", label: "批示次数", kind: "text" },
      { ledger: "projects", label: "项目名称", kind: "text" },
      { ledger: "projects", label: "级", kind: "choice", dictionary: "none" },
      { ledger: "projects", label: "级", kind: "choice" },
      { ledger: "projects", label: "级", kind: "text", dictionary: "levels" },
    ] as const) {
      codes.push((await problemOf(add(field))).code);
    }
    expect(new Set(codes)).toEqual(new Set(["E-REC-09"]));
    await add({ ledger: "organisations", label: "批示次数", kind: "text" });
  });
});

describe("a bureau's own terms", () => {
  it("stand after the built-in ones, with what they map to", async () => {
    await database.write((tx) => addTerm(tx, "levels", { term: "镇级", mapsTo: "区级", from: 2010 }));
    const terms = (await loadTerms(database.read))("levels");
    expect(terms.at(-1)).toEqual({ term: "镇级", mapsTo: "区级", from: 2010 });
    expect(terms.length).toBeGreaterThan(3);
    const all = await allTerms(database.read);
    expect(all["levels"]?.filter(({ own }) => own).map(({ term }) => term)).toEqual(["镇级"]);
  });

  it("are refused twice, in an unknown dictionary, and with an unknown target", async () => {
    await database.write((tx) => addTerm(tx, "levels", { term: "镇级" }));
    const codes = [];
    for (const [dictionary, term] of [
      ["levels", { term: " 镇级 " }],
      ["none", { term: "镇级" }],
      ["levels", { term: "村级", mapsTo: "没有" }],
    ] as const) {
      codes.push((await problemOf(database.write((tx) => addTerm(tx, dictionary, term)))).code);
    }
    expect(codes).toEqual(["E-REC-09", "E-REC-09", "E-REC-09"]);
  });
});

describe("settings", () => {
  it("are null until they are set, and replaced whole", async () => {
    expect(await readSetting(database.read, "operator")).toBe(null);
    const district = { name: "示例区", code: "370703", year: 2012, office: "示例区科技局" };
    await database.write(async (tx) => {
      await writeSetting(tx, "operator", "张三");
      await writeSetting(tx, "operator", "李四");
      await writeSetting(tx, "district", district);
    });
    expect([await readSetting(database.read, "operator"), await readSetting(database.read, "district")]).toEqual([
      "李四",
      district,
    ]);
  });
});

describe("what changed", () => {
  it("is read from history, so that no writer can forget to say", async () => {
    expect([await lastChange(database.read), await lastSaved(database.read)]).toEqual([0, null]);
    await save({ title: "泵", year: 2012 });
    const before = await lastChange(database.read);
    expect(await changedLedgers(database.read, before)).toEqual([]);
    await database.write((tx) =>
      saveRecord(tx, byHand(5), { ledger: "organisations", id: null, values: { name: "甲" } }),
    );
    await save({ title: "阀", year: 2011 });
    expect(await changedLedgers(database.read, before)).toEqual(["organisations", "projects"]);
    expect(await lastSaved(database.read)).toBe(byHand().at);
  });
});

describe("live records and their years", () => {
  it("follow every change, and keep nothing of a write that came to nothing", async () => {
    expect(await tally(database.read)).toMatchObject({ counts: { projects: 0, organisations: 0 }, years: [] });
    const pump = await save({ title: "泵", year: 2012 });
    const valve = await save({ title: "阀", year: 2011 });
    expect(await tally(database.read)).toMatchObject({ counts: { projects: 2, awards: 0 }, years: [2012, 2011] });
    const undone = database.write(async (tx) => {
      await saveRecord(tx, byHand(), { ledger: "projects", id: null, values: { title: "炉", year: 2009 } });
      expect(await tally(tx)).toMatchObject({ counts: { projects: 3 }, years: [2012, 2011, 2009] });
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect(await tally(database.read)).toMatchObject({ counts: { projects: 2 }, years: [2012, 2011] });
    await database.write((tx) =>
      removeRecord(tx, byHand(), { ledger: "projects", id: valve.id, version: valve.version }),
    );
    expect(await tally(database.read)).toMatchObject({ counts: { projects: 1 }, years: [2012] });
    await save({ title: "泵", year: 2013 }, undefined, pump.id);
    expect(await tally(database.read)).toMatchObject({ counts: { projects: 1 }, years: [2013] });
  });
});
