import { describe, expect, it } from "vitest";
import { sureConfidence } from "../../../main/importing/matchColumns.ts";
import { normaliseHeading } from "../../../main/importing/normaliseHeading.ts";
import { builtInKnowledge } from "../../../main/importing/storedKnowledge.ts";
import { understandWorkbook } from "../../../main/importing/understandWorkbook.ts";
import { take } from "./gather.ts";
import { sheetOf, type Given } from "./sheets.ts";

// Which year a column is of, and the unit that stands beside it.

describe("year and unit in a heading", () => {
  it.each([
    ["2022年销售收入", 2022, undefined],
    ["2022年度销售收入（万元）", 2022, "万元"],
    ["2022销售收入", 2022, undefined],
    ["22年销售收入", 2022, undefined],
    ["二〇二二年销售收入", 2022, undefined],
    ["销售收入2022年（万元）", 2022, "万元"],
    ["销售收入（2022年）", 2022, undefined],
    ["销售收入（2022年，万元）", 2022, "万元"],
    ["销售收入（万元、2022年度）", 2022, "万元"],
    ["截至2022年底销售收入", 2022, undefined],
    ["2022年末销售收入", 2022, undefined],
    ["销售收入/2022", 2022, undefined],
    ["2022年度（万元）/销售收入", 2022, "万元"],
    ["销售收入：千元", undefined, "千元"],
    ["销售收入 单位:千元", undefined, "千元"],
    ["单位（千元）/销售收入", undefined, "千元"],
    ["销售收入（RMB万元）", undefined, "万元"],
    ["销售收入（万欧元）", undefined, "万欧元"],
    ["销售收入（百万元）", undefined, "百万元"],
    ["销售收入（元）", undefined, "元"],
  ])("%s", (heading, year, unit) => {
    const found = normaliseHeading(heading);
    expect([found.key, found.year, found.unit]).toEqual(["销售收入", year, unit]);
  });
  it("is no year where it is an edition, a length or a range", () => {
    for (const heading of ["2008口径", "2016版领域", "10年以上职工", "2021-2023年销售收入", "第2022号"])
      expect({ heading, year: normaliseHeading(heading).year }).toEqual({ heading, year: undefined });
  });
  it("leaves a remark that is neither", () => {
    expect(normaliseHeading("销售收入（万元，不含税）")).toMatchObject({
      key: "销售收入(不含税)",
      bare: "销售收入",
      unit: "万元",
    });
    expect(normaliseHeading("镇（街道）").key).toBe("镇(街道)");
  });
});

const years = async (rows: readonly (readonly Given[])[], merges: readonly string[] = []) => {
  const { gathered } = await take([sheetOf(rows, merges)], {}, { ledger: "companyYears" });
  return gathered.items
    .filter(({ ledger }) => ledger === "companyYears")
    .map(({ values }) => [values["year"] ?? null, values["sales"] ?? null, values["staff"] ?? null]);
};
const wan = 1_000_000;

describe("a record for each year", () => {
  it("under one heading of three years", async () => {
    const rows = [
      ["企业名称", "销售收入（万元）", null, null, "职工人数"],
      [null, "2021年", "2022年", "2023年", null],
      ["甲公司", 1, 2, 3, 40],
    ];
    const three = await years(rows, ["A1:A2", "B1:D1", "E1:E2"]);
    expect(three.map(([year, sales]) => [year, sales])).toEqual([
      [2021, wan],
      [2022, 2 * wan],
      [2023, 3 * wan],
    ]);
  });
  it("where the row's own year stands beside them as well", async () => {
    const rows = [
      ["企业名称", "年度", "2022年销售收入", "2023年销售收入"],
      ["甲公司", 2023, 1, 2],
    ];
    expect(await years(rows)).toEqual([
      [2022, wan, null],
      [2023, 2 * wan, null],
    ]);
  });
  it("for the year before, which takes nothing else with it", async () => {
    const rows = [
      ["企业名称", "年度", "上年度销售收入", "销售收入", "职工人数"],
      ["甲公司", 2023, 1, 2, 40],
    ];
    expect(await years(rows)).toEqual([
      [2022, wan, null],
      [2023, 2 * wan, 40],
    ]);
    const alone = [["2023年度数据"], ["企业名称", "上年度销售收入"], ["甲公司", 1]];
    expect(await years(alone)).toEqual([[2022, wan, null]]);
  });
});

describe("columns of no single year", () => {
  const knowledge = builtInKnowledge();
  const columnOf = async (heading: string) => {
    const sheet = sheetOf([
      ["企业名称", "所属年度", heading],
      ["甲公司", 2023, 5],
      ["乙公司", 2023, 6],
    ]);
    const workbook = { kind: "xlsx" as const, notes: [], sheets: [sheet] };
    const told = { file: "表.xlsx", ledger: "companyYears" };
    return (await understandWorkbook(workbook, knowledge, told, async () => {})).tables[0]?.columns[2];
  };
  it("are to be checked where they sum up several", async () => {
    const column = await columnOf("近三年销售收入");
    expect(column?.confidence).toBeLessThan(sureConfidence);
    expect((await columnOf("销售收入"))?.confidence).toBeGreaterThanOrEqual(sureConfidence);
  });
  it("are no year's where they are of a part of it", async () => {
    for (const heading of ["2023年1-6月销售收入", "2023年上半年销售收入", "一季度销售收入"])
      expect((await columnOf(heading))?.target ?? null).toBeNull();
  });
});
