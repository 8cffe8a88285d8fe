import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { initialsOf } from "../../../main/records/initials.ts";
import { lookupRecords } from "../../../main/records/lookup.ts";
import { removeRecord, restoreRecord } from "../../../main/records/remove.ts";
import { saveRecord } from "../../../main/records/save.ts";
import { searchRecords } from "../../../main/records/search.ts";
import { titlesFor } from "../../../main/records/titles.ts";
import type { Values } from "../../../shared/api/api.ts";
import { byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

async function put(ledger: string, values: Values): Promise<string> {
  return (await database.write((tx) => saveRecord(tx, byHand(), { ledger, id: null, values }))).id;
}
const titles = async (text: string) => (await searchRecords(database.read, { text })).map(({ title }) => title);

describe("searching everywhere", () => {
  it("finds two characters, initials, official numbers, and says in which ledger", async () => {
    const company = await put("organisations", { name: "示例市恒达机械有限公司", creditCode: "913707007000000018" });
    await put("highTechCertificates", { company, certificateNo: "GR201237000123", year: 2012 });
    expect(await titles("恒达")).toEqual(["示例市恒达机械有限公司"]);
    expect(await titles("hdjx")).toEqual(["示例市恒达机械有限公司"]);
    expect(await titles("70070000")).toEqual(["示例市恒达机械有限公司"]);
    const [hit] = await searchRecords(database.read, { text: "gr2012" });
    expect(hit).toMatchObject({ ledger: "highTechCertificates", title: "示例市恒达机械有限公司" });
    expect(hit?.detail).toMatch(/^高新技术企业 · GR201237000123 · 2012/u);
    expect(await titles("   ")).toEqual([]);
  });

  it("puts what begins with the words first, then the shorter", async () => {
    for (const name of ["山东恒达集团股份有限公司", "恒达泵业有限公司", "新恒达"]) await put("organisations", { name });
    expect(await titles("恒达")).toEqual(["恒达泵业有限公司", "新恒达", "山东恒达集团股份有限公司"]);
  });

  it("follows a change, a removal and a return", async () => {
    const id = await put("organisations", { name: "恒达公司" });
    const change = { ledger: "organisations", id, values: { name: "永昌公司" } };
    await database.write((tx) => saveRecord(tx, byHand(), change));
    expect([await titles("恒达"), await titles("永昌")]).toEqual([[], ["永昌公司"]]);
    await database.write((tx) => removeRecord(tx, byHand(), { ledger: "organisations", id, version: 2 }));
    expect(await titles("永昌")).toEqual([]);
    await database.write((tx) => restoreRecord(tx, byHand(), { ledger: "organisations", id }));
    expect(await titles("永昌")).toEqual(["永昌公司"]);
  });
});

describe("pinyin initials", () => {
  it.each([
    ["示例区科技局", "slqkjj"],
    ["重庆重工", "cqzg"],
    ["中国银行", "zgyh"],
    ["ＡＢＣ（中国）12号", "abczg12h"],
  ])("%s → %s", (text, initials) => {
    expect(initialsOf(text)).toBe(initials);
  });
});

describe("looking up a reference", () => {
  it("finds by name, alias, number and initials, each record once", async () => {
    const id = await put("organisations", {
      name: "山东恒达集团有限公司",
      shortName: "恒达",
      creditCode: "913707007000000018",
    });
    await put("organisationAliases", { organisation: id, alias: "恒达老厂" });
    await put("organisationAliases", { organisation: id, alias: "第一机械厂" });
    const ask = async (text: string) =>
      (await lookupRecords(database.read, { ledger: "organisations", text })).map((hit) => hit.id);
    for (const text of ["恒达", "机械厂", "sdhd", "9137", ""]) expect([text, await ask(text)]).toEqual([text, [id]]);
    expect(await ask("没有")).toEqual([]);
    const [hit] = await lookupRecords(database.read, { ledger: "organisations", text: "机械厂" });
    expect(hit).toMatchObject({ title: "山东恒达集团有限公司", detail: "恒达 · 913707007000000018" });
  });
});

describe("titles", () => {
  it("of many ledgers at once; a certificate goes by its company", async () => {
    const company = await put("organisations", { name: "恒达公司" });
    const certificate = await put("highTechCertificates", { company, year: 2012 });
    const project = await put("projects", { title: "泵" });
    const found = await titlesFor(database.read, [
      { ledger: "highTechCertificates", id: certificate },
      { ledger: "projects", id: project },
      { ledger: "projects", id: "none" },
    ]);
    expect(Object.fromEntries(found)).toEqual({ [certificate]: "恒达公司", [project]: "泵" });
  });
});
