import { beforeEach, describe, expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { checkDefinition } from "../../../main/metrics/checkDefinition.ts";
import { loadDefinitions } from "../../../main/metrics/definitions.ts";
import { basisOf } from "../../../main/metrics/engine/basis.ts";
import { removeOwnMetric, saveOwnMetric } from "../../../main/metrics/own.ts";
import { computeMetrics } from "../../../main/metrics/compute.ts";
import type { MetricDefinition, RecordsMetric } from "../../../shared/metrics/definition.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { type Memory, fill, openMemory } from "./memory.ts";
import { trialContext } from "./trialLedgers.ts";

const metric: RecordsMetric = {
  kind: "records",
  name: "trial",
  label: "试用数",
  unit: "项",
  subject: "综合",
  ledger: "trialWorks",
  standing: "granted",
  where: [{ field: "level", atLeast: "市级" }],
  window: { kind: "stock" },
  fold: { kind: "count" },
};
const pending: RecordsMetric = { ...metric, name: "trialPending", label: "试用申报数", standing: "pending" };
const messages = (changed: MetricDefinition, others: readonly MetricDefinition[] = [metric, pending]): string[] =>
  checkDefinition(changed, others, trialContext).map(({ field, message }) => `${field}: ${message}`);

describe("a definition is checked", () => {
  it("and found right where everything exists", () => {
    expect(messages({ ...metric, pending: "trialPending" })).toEqual([]);
  });

  it.each<[string, MetricDefinition]>([
    ["ledger: 没有名为“works”的台账", { ...metric, ledger: "works" }],
    ["where.0.field: “试用项目”台账没有名为“levl”的栏目", { ...metric, where: [{ field: "levl", in: ["市级"] }] }],
    ["where.0.in: “级别”没有“县级市”这一项", { ...metric, where: [{ field: "level", in: ["县级市"] }] }],
    ["where.0.atLeast: “级别”没有“地级”这一项", { ...metric, where: [{ field: "level", atLeast: "地级" }] }],
    ["where.0.atLeast: “领域”没有高低之分，不能用“以上”", { ...metric, where: [{ field: "topics", atLeast: "农业" }] }],
    ["where.0.field: “状态”按阶段统计，不能当作普通栏目", { ...metric, where: [{ field: "status", filled: true }] }],
    [
      "where.0.through: “名称”不指向别的台账",
      { ...metric, where: [{ through: "title", where: { field: "name", filled: true } }] },
    ],
    [
      "where.0.where.field: “试用企业”台账没有名为“size”的栏目",
      { ...metric, where: [{ through: "firm", where: { field: "size", filled: true } }] },
    ],
    [
      "standing: “试用项目”没有“获批”这个阶段，可用的有：谋划、申报、公示、储备、认定、更名、撤销",
      { ...metric, standing: ["获批"] },
    ],
    ["standing: “试用项目”台账没有属于“construction”的阶段", { ...metric, standing: "construction" }],
    ["standing: “试用企业”台账没有阶段，不能按阶段统计", { ...metric, ledger: "trialFirms", where: [] }],
    [
      "window.since: “名称”不是日期、期间或年度，不能用作时间",
      { ...metric, window: { kind: "stock", since: "title" } },
    ],
    ["distinct: “领域”一格有多个值，不能用来去重", { ...metric, distinct: "topics" }],
    ["fold.field: “名称”不是数字，不能合计", { ...metric, fold: { kind: "sum", field: "title" } }],
    [
      "unit: “金额”是金额，单位须为元、千元、万元或亿元，不能是“项”",
      { ...metric, fold: { kind: "sum", field: "amount" } },
    ],
    ["pending: 没有名为“other”的台账指标", { ...metric, pending: "other" }],
    ["pending: “试用数”绕回到了自己", { ...metric, pending: "trial" }],
    ["name: 指标代号“试用”须以英文字母开头，只含字母和数字", { ...metric, name: "试用" }],
    [
      "to: 没有名为“whole”的指标",
      { kind: "ratio", name: "r", label: "比", unit: "%", subject: "综合", of: "trial", to: "whole" },
    ],
    [
      "unit: “比”的单位须为%",
      { kind: "change", name: "r", label: "比", unit: "项", subject: "综合", of: "trial", as: "percent" },
    ],
    [
      "of: “比”绕回到了自己",
      { kind: "change", name: "r", label: "比", unit: "%", subject: "综合", of: "r", as: "percent" },
    ],
  ])("%s", (message, changed) => {
    expect(messages(changed)).toEqual([message]);
  });
});

describe("the basis says what the definition says", () => {
  const basis = (changed: Partial<RecordsMetric>): string =>
    basisOf(trialContext, new Map([pending].map((one) => [one.name, one])), { ...metric, ...changed });

  it.each<[string, Partial<RecordsMetric>]>([
    ["“试用项目”台账", {}],
    ["级别市级以上", {}],
    ["截至日期处于认定、更名阶段且有效期至未过（未填的按自认定起3年）", {}],
    ["仅处于谋划、申报、公示、储备阶段的不计", {}],
    ["截至日期的时点数", {}],
    ["按项计数", {}],
    ["日期不明或栏目未填的不计，另列", {}],
    [
      "级别为省级、国家级（未填的计入并列出）",
      { where: [{ field: "level", in: ["省级", "国家级"], blank: "counts" }] },
    ],
    ["是否重点不为是", { where: [{ field: "starred", notIn: [true] }] }],
    ["企业的行业为新材料", { where: [{ through: "firm", where: { field: "industry", in: ["新材料"] } }] }],
    ["人数未填", { where: [{ field: "people", filled: false }] }],
    ["截至日期处于申报、公示阶段（未注明日期的计入并列出）", { standing: "pending", undated: "counts" }],
    ["同一企业只计一次", { distinct: "firm" }],
    ["金额合计（万元）", { unit: "万元", fold: { kind: "sum", field: "amount" } }],
    ["取金额最大的一项（亿元）", { unit: "亿元", fold: { kind: "max", field: "amount" } }],
    ["首次认定、更名在期间内（不晚于截至日期）", { window: { kind: "flow", on: { stage: "granted" } } }],
    ["年度在期间内（是否已批准按截至日期）", { window: { kind: "flow", on: { field: "year" } } }],
    ["日期（未填的按年度）在期间内", { window: { kind: "flow", on: { field: "on", orYear: "year" } } }],
    [
      "日期在期间内（不晚于截至日期），未填的视为尚未发生",
      { window: { kind: "flow", on: { field: "on", blank: "notYet" } } },
    ],
    ["有效期在下一年同期届满", { window: { kind: "flow", on: { expiry: true }, yearsAhead: 1 } }],
    [
      "日期不晚于截至日期，有效期至未过（未填的，未撤销即视为持续）",
      { window: { kind: "stock", since: "on", until: "validTo", endedBy: "ended" } },
    ],
    ["“试用申报数”另列", { pending: "trialPending" }],
  ])("%s", (words, changed) => {
    expect(basis(changed)).toContain(words);
  });
});

describe("a bureau's own metric", () => {
  let db: Memory;
  beforeEach(async () => {
    db = await openMemory();
  });
  const own: RecordsMetric = {
    kind: "records",
    name: "materialsCompanies",
    label: "新材料企业数",
    unit: "家",
    subject: "企业",
    ledger: "organisations",
    where: [{ field: "kind", in: ["企业"] }],
    window: { kind: "stock" },
    fold: { kind: "count" },
  };

  it("is one more row, and is computed like any other", async () => {
    expect(await loadDefinitions(db)).toEqual(builtInMetrics);
    await saveOwnMetric(db, own);
    await saveOwnMetric(db, { ...own, label: "企业数" });
    const definitions = await loadDefinitions(db);
    expect(definitions.slice(builtInMetrics.length)).toEqual([{ ...own, label: "企业数" }]);
    await fill(db, "organisations", [
      { id: "a", name: "甲", kind: "企业" },
      { id: "b", name: "乙", kind: "合作社" },
    ]);
    expect(await computeMetrics(db, definitions, ["materialsCompanies"], yearScope(2012))).toMatchObject([
      { label: "企业数", value: 1, records: [{ ledger: "organisations", id: "a" }] },
    ]);
    await removeOwnMetric(db, "materialsCompanies");
    expect(await loadDefinitions(db)).toEqual(builtInMetrics);
  });

  it("is refused under a built-in name, with a mistake in it, and removed only when nothing is made of it", async () => {
    await expect(saveOwnMetric(db, { ...own, name: "highTechCompanies" })).rejects.toMatchObject({
      problem: { code: "E-MET-02" },
    });
    await expect(saveOwnMetric(db, { ...own, ledger: "companies" })).rejects.toMatchObject({
      problem: {
        kind: "invalid",
        code: "E-MET-03",
        issues: [{ field: "ledger", message: "没有名为“companies”的台账" }],
      },
    });
    await saveOwnMetric(db, own);
    await saveOwnMetric(db, {
      kind: "change",
      name: "more",
      label: "企业净增",
      unit: "家",
      subject: "企业",
      of: own.name,
      as: "difference",
    });
    await expect(removeOwnMetric(db, own.name)).rejects.toMatchObject({
      problem: { kind: "refused", code: "E-MET-04" },
    });
    await expect(removeOwnMetric(db, "highTechCompanies")).rejects.toMatchObject({ problem: { code: "E-MET-02" } });
    await expect(removeOwnMetric(db, "nothing")).rejects.toMatchObject({
      problem: { kind: "notFound", code: "E-MET-01" },
    });
  });
});
