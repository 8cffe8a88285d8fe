import { beforeEach, describe, expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { computeMetrics } from "../../../main/metrics/compute.ts";
import { targetsOf } from "../../../main/metrics/targets.ts";
import type { MetricDefinition, MetricValue } from "../../../shared/metrics/definition.ts";
import { type Scope, yearScope } from "../../../shared/metrics/scope.ts";
import { type Memory, fill, openMemory } from "./memory.ts";

const year = yearScope(2012);
const firstHalf: Scope = { from: "2012-01-01", to: "2012-06-30", asOf: "2012-06-30" };

let db: Memory;
beforeEach(async () => {
  db = await openMemory();
});
async function ask(name: string, scope: Scope, more: readonly MetricDefinition[] = []): Promise<MetricValue> {
  const [value] = await computeMetrics(db, [...builtInMetrics, ...more], [name], scope);
  if (!value) throw new Error("no answer");
  return value;
}
const reasons = ({ missing }: MetricValue): string[] => missing.map(({ reason }) => reason);

const wan = 1_000_000;
const fund = (id: string, date: string, amount: number, more: object = {}) => ({
  id,
  investmentProject: "p",
  date,
  amount: amount * wan,
  ...more,
});
const target = (id: string, metric: string, value: number, unit: string, more: object = {}) => ({
  id,
  metric,
  year: 2012,
  value,
  unit,
  ...more,
});

describe("completion", () => {
  it("is 224 % for 224 of 100 万元, the target named in Chinese and in another unit", async () => {
    await fill(db, "investmentFunds", [
      fund("a", "2012-03", 100),
      fund("b", "2012-12-01", 124),
      fund("c", "2013-01", 9),
    ]);
    await fill(db, "targets", [target("t", "招商引资到位资金", 0.01, "亿元")]);
    expect(await ask("investmentCompletion", year)).toMatchObject({ value: 224, unit: "%" });
    expect((await ask("investmentCompletion", year)).records).toEqual([
      { ledger: "investmentFunds", id: "a" },
      { ledger: "investmentFunds", id: "b" },
      { ledger: "targets", id: "t" },
    ]);
    expect((await ask("investmentExcess", year)).value).toBe(124);
    expect((await ask("investmentTarget", year)).value).toBe(100);
    expect(await targetsOf(db, builtInMetrics, ["investmentFunds", "honours"], year)).toEqual(
      new Map([
        ["investmentFunds", 100],
        ["honours", null],
      ]),
    );
  });

  it.each([
    [15, 16, 93.75],
    [3239, 3000, 3239 / 30],
  ])("is exact for %d of %d", async (actual, goal, percent) => {
    await fill(db, "investmentFunds", [fund("a", "2012-03", actual)]);
    await fill(db, "targets", [target("t", "investmentFunds", goal, "万元")]);
    expect((await ask("investmentCompletion", year)).value).toBe(percent);
  });

  it("says why it is unknown: no target, a target of another year, a unit that does not convert, a target of 0", async () => {
    await fill(db, "investmentFunds", [fund("a", "2012-03", 10)]);
    await fill(db, "targets", [target("t", "investmentFunds", 100, "万元", { year: 2011 })]);
    expect(await ask("investmentCompletion", year)).toMatchObject({
      value: null,
      missing: [{ reason: "没有下达任务指标" }],
    });
    await fill(db, "targets", [target("u", "investmentFunds", 100, "个")]);
    expect(reasons(await ask("investmentCompletion", year))).toEqual(["任务单位“个”无法换算为万元"]);
    await fill(db, "targets", [target("v", "investmentFunds", 0, "万元", { verb: "确保" })]);
    expect(reasons(await ask("investmentCompletion", year))).toEqual(["任务指标为零"]);
  });

  it("takes the firm target of several, and a subdistrict's own where one is asked", async () => {
    await fill(db, "targets", [
      target("a", "investmentFunds", 120, "万元", { verb: "确保" }),
      target("b", "investmentFunds", 150, "万元", { verb: "力争" }),
      target("c", "investmentFunds", 30, "万元", { area: "s1" }),
    ]);
    expect((await ask("investmentTarget", year)).value).toBe(120);
    expect((await ask("investmentTarget", { ...year, area: "s1" })).value).toBe(30);
  });
});

describe("change", () => {
  it("compares the half-year with last year's half, not with last year", async () => {
    await fill(db, "investmentFunds", [
      fund("a", "2011-03", 40),
      fund("b", "2011-10", 60),
      fund("c", "2012-05", 50),
      fund("d", "2012-11", 150),
    ]);
    expect((await ask("investmentFundsChange", firstHalf)).value).toBe(25);
    expect((await ask("investmentFundsChange", year)).value).toBe(100);
  });

  it("knows no percentage over 0 or over nothing, and says which", async () => {
    const certificate = (id: string, date: string) => ({ id, company: id, status: [{ stage: "认定", date }] });
    expect(reasons(await ask("highTechGrowth", year))).toContain("本期无数据");
    await fill(db, "highTechCertificates", [certificate("a", "2012-05")]);
    // The ledger begins this year: nobody knows of the year before.
    expect(reasons(await ask("highTechGrowth", year))).toContain("上年同期无数据");
    expect((await ask("highTechChange", year)).value).toBeNull();
    await fill(db, "highTechCertificates", [certificate("expired", "2005-05")]);
    expect(await ask("highTechGrowth", year)).toMatchObject({ value: null, missing: [{ reason: "上年同期为零" }] });
    expect((await ask("highTechChange", year)).value).toBe(1);
    await fill(db, "investmentFunds", [fund("f", "2012-05", 50)]);
    expect(reasons(await ask("investmentFundsChange", year))).toEqual(["上年同期无数据"]);
  });
});

describe("sums since New Year", () => {
  it("take the newest of a project and year, and no single arrivals beside it", async () => {
    const since = { fundBasis: "当年累计" };
    await fill(db, "investmentFunds", [
      fund("march", "2012-03", 30, since),
      fund("october", "2012-10-31", 80, since),
      fund("single", "2012-02", 30, { fundBasis: "逐笔" }),
      fund("before", "2011-12", 55, since),
      fund("other", "2012-04", 7, { investmentProject: "q" }),
      fund("undated", "", 12, { ...since, date: null, year: 2012, investmentProject: "r" }),
    ]);
    const value = await ask("investmentFunds", year);
    expect(value.value).toBe(99);
    expect(value.records.map(({ id }) => id)).toEqual(["october", "other", "undated"]);
    expect((await ask("investmentFunds", firstHalf)).value).toBe(37);
  });
});

describe("values typed in", () => {
  const output = (id: string, date: string | null, value: number, more: object = {}) => ({
    id,
    metric: "高新技术产业产值",
    year: 2012,
    date,
    value,
    unit: "亿元",
    ...more,
  });

  it("answer with the newest of the year, how certain it is, and in the metric's unit", async () => {
    await fill(db, "metricValues", [
      output("flash", "2012-12-28", 86.5, { certainty: "快报" }),
      output("october", "2012-10", 60, { certainty: "预计" }),
      output("other", "2011-12-28", 71.2, { year: 2011 }),
    ]);
    expect(await ask("highTechOutput", year)).toMatchObject({ value: 86.5, certainty: "flash" });
    expect(await ask("highTechOutput", yearScope(2012, "2012-11-15"))).toMatchObject({
      value: 60,
      certainty: "estimate",
    });
    expect((await ask("highTechOutputChange", year)).certainty).toBe("flash");
    await fill(db, "metricValues", [output("final", "2013-02-10", 870_000, { unit: "万元", certainty: "实际" })]);
    expect(await ask("highTechOutput", year)).toMatchObject({ value: 87, certainty: "actual" });
    expect((await ask("highTechOutput", yearScope(2012, "2012-09-30"))).value).toBeNull();
  });

  it("are points apart for shares", async () => {
    const share = (id: string, at: number, value: number) =>
      output(id, `${at}-12-31`, value, { year: at, metric: "highTechOutputShare", unit: "%" });
    await fill(db, "metricValues", [share("a", 2011, 28.9), share("b", 2012, 30.5)]);
    expect(await ask("highTechOutputShareChange", year)).toMatchObject({ value: 1.6, unit: "个百分点" });
  });
});

describe("counts of nothing", () => {
  it("are 0 where the ledger has records, and unknown where it has none or could not place one", async () => {
    expect((await ask("highTechCompanies", year)).value).toBeNull();
    await fill(db, "highTechCertificates", [{ id: "a", company: "a", status: [{ stage: "申报", date: "2012-05" }] }]);
    expect(await ask("highTechCompanies", year)).toMatchObject({ value: 0, pending: 1 });
    await fill(db, "highTechCertificates", [{ id: "b", company: "b", status: [{ stage: "认定", date: null }] }]);
    expect(await ask("highTechCompanies", year)).toMatchObject({
      value: null,
      missing: [{ reason: "日期不明", records: 1, measure: "家" }],
    });
  });
});

describe("events that are only a year", () => {
  it("are held against the as-of date by their standing: awards of the year that had been given by October", async () => {
    const award = (id: string, given: string) => ({
      id,
      title: id,
      awardName: "科技进步奖",
      level: "市级",
      year: 2012,
      status: [{ stage: "授奖", date: given }],
    });
    await fill(db, "awards", [award("a", "2012-09-20"), award("b", "2012-12-10"), award("c", "2013-01-15")]);
    expect((await ask("awardsScienceProgress", yearScope(2012, "2012-10-31"))).value).toBe(1);
    expect((await ask("awardsScienceProgress", year)).value).toBe(2);
    expect((await ask("awardsScienceProgress", firstHalf)).value).toBe(0);
  });

  it("may lie ahead: who means to apply next year counts although nobody wrote down since when", async () => {
    const certificate = (id: string, meant: number, stage: string, since: string | null) => ({
      id,
      company: id,
      year: meant,
      status: [{ stage, date: since }],
    });
    await fill(db, "highTechCertificates", [
      certificate("a", 2013, "拟申报", null),
      certificate("b", 2013, "培育", "2012-03"),
      certificate("c", 2014, "拟申报", null),
      certificate("d", 2013, "申报", "2012-11"),
    ]);
    const value = await ask("highTechPlanned", year);
    expect(value.records.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(value.missing).toMatchObject([{ reason: "日期不明，已计入", ids: ["a"] }]);
  });
});

describe("ratio", () => {
  it("is exact, and unknown over 0", async () => {
    const grant = (id: string, amount: number | null) => ({
      id,
      title: id,
      level: "市级",
      grantAmount: amount === null ? null : amount * wan,
      fundingMode: "无偿资助",
      status: [{ stage: "立项", date: "2012-05" }],
    });
    await fill(db, "projects", [grant("a", 300), grant("b", 100), grant("c", null)]);
    expect(await ask("largestGrantShare", year)).toMatchObject({ value: 75 });
    expect(await ask("projectGrants", year)).toMatchObject({
      value: 400,
      missing: [{ reason: "立项经费未填", records: 1 }],
    });
    expect((await ask("largestGrantShare", yearScope(2011))).value).toBeNull();
  });
});

it("refuses an unknown name in Chinese", async () => {
  await expect(ask("nothing", year)).rejects.toMatchObject({
    problem: { kind: "notFound", code: "E-MET-01", message: expect.stringContaining("没有名为“nothing”的指标") },
  });
});
