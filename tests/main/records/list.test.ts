import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { addExtraField } from "../../../main/records/extraFields.ts";
import { listRecords } from "../../../main/records/list.ts";
import { removeRecord } from "../../../main/records/remove.ts";
import { saveRecord, saveRecords } from "../../../main/records/save.ts";
import type { ListInput, Values } from "../../../shared/api/api.ts";
import { problemOf } from "../../support/problems.ts";
import { byHand, testDatabase } from "../../support/testDatabase.ts";

let database: Database;
const ids: Record<string, string> = {};

beforeEach(async () => {
  database = await testDatabase();
  const put = async (ledger: string, name: string, values: Values, extras?: Values) => {
    const change = { ledger, id: null, values, ...(extras === undefined ? {} : { extras }) };
    ids[name] = (await database.write((tx) => saveRecord(tx, byHand(), change))).id;
  };
  await database.write((tx) => addExtraField(tx, { ledger: "projects", label: "批示次数", kind: "count" }));
  await put("organisations", "hengda", { name: "示例市恒达机械有限公司" });
  await put("organisations", "anhua", { name: "安华生物科技有限公司" });
  await put("projects", "pump", {
    title: "高效节能泵",
    undertaker: ids["hengda"] ?? null,
    partners: [ids["anhua"] ?? ""],
    year: 2012,
    level: "国家级",
    grantAmount: 30_000_000,
    agricultural: false,
    expected: "2012",
    period: "2011-03/2013-02",
    status: [
      { stage: "申报", date: "2012-03" },
      { stage: "立项", date: "2012-11-05" },
    ],
  });
  await put("projects", "vaccine", {
    title: "兽用疫苗 100%_纯",
    undertaker: ids["anhua"] ?? null,
    year: 2011,
    level: "省级",
    grantAmount: 0,
    agricultural: true,
    expected: "2012-06",
    period: "2012-01/2012-12",
    status: [{ stage: "申报", date: "2012-05" }],
  });
  await put(
    "projects",
    "seed",
    {
      title: "良种选育",
      status: [
        { stage: "立项", date: "2011" },
        { stage: "验收", date: null },
      ],
    },
    { extra1: 3 },
  );
  await put("projects", "idea", { title: "新材料" });
});
afterEach(() => database.close());

/** Short names of the records listed, in order. */
async function listed(input: Omit<ListInput, "ledger">, ledger = "projects"): Promise<string[]> {
  const page = await listRecords(database.read, { ledger, ...input });
  expect(page.total).toBe(page.records.length);
  return page.records.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id);
}

describe("filters", () => {
  it.each<[string, ListInput["filter"], string[]]>([
    ["one of", [{ field: "level", in: ["国家级", "市级"] }], ["pump"]],
    ["one of, blanks too", [{ field: "level", in: ["省级", null] }], ["vaccine", "seed", "idea"]],
    ["yes or no", [{ field: "agricultural", in: [false] }], ["pump"]],
    ["contains", [{ field: "title", contains: "节能" }], ["pump"]],
    ["contains takes % and _ as they are", [{ field: "title", contains: "0%_" }], ["vaccine"]],
    ["contains finds no wildcard", [{ field: "title", contains: "高_节" }], []],
    ["from and to, zero is no blank", [{ field: "grantAmount", from: 0, to: 100 }], ["vaccine"]],
    ["blank", [{ field: "grantAmount", blank: true }], ["seed", "idea"]],
    ["not blank", [{ field: "grantAmount", blank: false }], ["pump", "vaccine"]],
    [
      "a coarse date only where all of it lies within",
      [{ field: "expected", from: "2012-02", to: "2012-12" }],
      ["vaccine"],
    ],
    ["a year holds both", [{ field: "expected", from: "2012", to: "2012" }], ["pump", "vaccine"]],
    ["a period within", [{ field: "period", from: "2012", to: "2012" }], ["vaccine"]],
    ["the current stage, not a former one", [{ field: "status", in: ["申报"] }], ["vaccine"]],
    ["the current stage by a later one without a date", [{ field: "status", in: ["验收"] }], ["seed"]],
    ["no stage", [{ field: "status", blank: true }], ["idea"]],
    ["an extra field", [{ field: "extra1", from: 3 }], ["seed"]],
    [
      "two at once",
      [
        { field: "year", from: 2011 },
        { field: "agricultural", in: [true] },
      ],
      ["vaccine"],
    ],
  ])("%s", async (_name, filter, expected) => {
    expect(await listed(filter === undefined ? {} : { filter })).toEqual(expected);
  });

  it("looks into lists of references", async () => {
    expect(await listed({ filter: [{ field: "partners", in: [ids["anhua"] ?? ""] }] })).toEqual(["pump"]);
  });
});

describe("search in a list", () => {
  it.each<[string, string, string[]]>([
    ["two characters in the middle", "节能", ["pump"]],
    ["pinyin initials", "gxjnb", ["pump"]],
    ["full width and upper case", "ＧＸＪＮＢ", ["pump"]],
    ["all of several words", "疫苗 省级", ["vaccine"]],
    ["one of the words is missing", "疫苗 国家级", []],
    ["a company that it points at, and one among its partners", "安华", ["pump", "vaccine"]],
    ["a wildcard is a character", "%", ["vaccine"]],
    ["nothing but spaces", "  ", ["pump", "vaccine", "seed", "idea"]],
  ])("%s", async (_name, search, expected) => {
    expect(await listed({ search })).toEqual(expected);
  });
});

describe("order and pages", () => {
  it("puts blanks last both ways and equal ones in the order of their ids", async () => {
    expect(await listed({ sort: [{ field: "year" }] })).toEqual(["vaccine", "pump", "seed", "idea"]);
    expect(await listed({ sort: [{ field: "year", descending: true }] })).toEqual(["pump", "vaccine", "seed", "idea"]);
  });

  it("sorts by the current stage along the flow, and by the title behind a reference", async () => {
    expect(await listed({ sort: [{ field: "status" }] })).toEqual(["vaccine", "pump", "seed", "idea"]);
    expect(await listed({ sort: [{ field: "undertaker" }] })).toEqual(["vaccine", "pump", "seed", "idea"]);
  });

  it("sorts dates by their first day", async () => {
    expect(await listed({ sort: [{ field: "expected", descending: true }] })).toEqual([
      "vaccine",
      "pump",
      "seed",
      "idea",
    ]);
  });

  it("gives pages that together are the whole, with the total on each", async () => {
    const input: ListInput = { ledger: "projects", sort: [{ field: "level" }] };
    const all = await listRecords(database.read, input);
    const paged = [];
    for (const offset of [0, 1, 2, 3]) {
      const page = await listRecords(database.read, { ...input, offset, limit: 1 });
      expect([page.total, page.records.length]).toEqual([4, 1]);
      paged.push(...page.records);
    }
    expect(paged).toEqual(all.records);
    expect((await listRecords(database.read, { ...input, limit: 0 })).total).toBe(4);
  });

  it("keeps to the given ids, and shows removed records only when asked", async () => {
    await database.write((tx) => removeRecord(tx, byHand(), { ledger: "projects", id: ids["idea"] ?? "", version: 1 }));
    expect(await listed({ ids: [ids["idea"] ?? "", ids["seed"] ?? ""] })).toEqual(["seed"]);
    expect(await listed({ deleted: true })).toEqual(["idea"]);
    expect(await listed({ ids: [] })).toEqual([]);
  });

  it("names what the references point at", async () => {
    const { titles } = await listRecords(database.read, { ledger: "projects", ids: [ids["pump"] ?? ""] });
    expect(titles).toEqual({
      [ids["hengda"] ?? ""]: "示例市恒达机械有限公司",
      [ids["anhua"] ?? ""]: "安华生物科技有限公司",
    });
  });

  it("reads 500 records with their stages", async () => {
    const changes = Array.from({ length: 500 }, (_, index) => ({
      ledger: "projects",
      id: null,
      values: {
        title: `项目${index}`,
        status: [{ stage: "立项", date: `2012-01-${String((index % 28) + 1).padStart(2, "0")}` }],
      },
    }));
    await database.write((tx) => saveRecords(tx, byHand(), changes));
    const { records } = await listRecords(database.read, { ledger: "projects", search: "项目", limit: 1000 });
    expect(records.map(({ values }) => values["status"])).toMatchObject(changes.map(({ values }) => values.status));
  });
});

describe("names from outside", () => {
  it("are looked up before they reach a query", async () => {
    const bad = async (input: ListInput) => (await problemOf(listRecords(database.read, input))).code;
    expect(await bad({ ledger: "sqlite_schema" })).toBe("E-REC-06");
    expect(await bad({ ledger: "projects", sort: [{ field: "title; DROP TABLE projects" }] })).toBe("E-REC-07");
    expect(await bad({ ledger: "projects", filter: [{ field: "constructor", blank: true }] })).toBe("E-REC-07");
    expect(await bad({ ledger: "projects", filter: [{ field: "extras", blank: true }] })).toBe("E-REC-07");
  });
});
