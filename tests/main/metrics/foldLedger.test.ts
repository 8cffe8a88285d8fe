import { beforeEach, describe, expect, it } from "vitest";
import { type Folded, foldLedger } from "../../../main/metrics/engine/foldLedger.ts";
import type { RecordsMetric } from "../../../shared/metrics/definition.ts";
import { type Scope, yearScope } from "../../../shared/metrics/scope.ts";
import { type Memory, fill, openMemory } from "./memory.ts";
import { trialContext, trialLedgers } from "./trialLedgers.ts";

const stock: RecordsMetric = {
  kind: "records",
  name: "trial",
  label: "试用",
  unit: "项",
  subject: "综合",
  ledger: "trialWorks",
  window: { kind: "stock" },
  fold: { kind: "count" },
};
const granted: RecordsMetric = { ...stock, standing: "granted" };
const newly: RecordsMetric = { ...stock, window: { kind: "flow", on: { stage: "granted" } } };
const october: Scope = yearScope(2012, "2012-10-31");
const december = yearScope(2012);

let db: Memory;
beforeEach(async () => {
  db = await openMemory(trialLedgers);
});
async function ask(metric: RecordsMetric, scope: Scope): Promise<Folded> {
  const [answer] = await foldLedger(db, trialContext, [metric], scope);
  if (!answer) throw new Error("no answer");
  return answer;
}
const missing = ({ missing: list }: Folded) => Object.fromEntries(list.map(({ reason, ids }) => [reason, ids]));

describe("standing as of a day", () => {
  it("counts a grant of December in December, and as pending in October", async () => {
    const status = [
      { stage: "申报", date: "2012-03" },
      { stage: "认定", date: "2012-12-05" },
    ];
    await fill(db, "trialWorks", [{ id: "a", status }]);
    expect((await ask(granted, december)).ids).toEqual(["a"]);
    expect((await ask(granted, october)).ids).toEqual([]);
    expect((await ask({ ...stock, standing: "pending" }, october)).ids).toEqual(["a"]);
    expect((await ask({ ...stock, standing: "pending" }, december)).ids).toEqual([]);
  });

  it("leaves out and reports a grant whose date straddles the day or is unknown", async () => {
    await fill(db, "trialWorks", [
      { id: "coarse", status: [{ stage: "认定", date: "2012" }] },
      { id: "undated", status: [{ stage: "认定", date: null }] },
      { id: "unstaged" },
    ]);
    const inOctober = await ask(granted, october);
    expect(inOctober.ids).toEqual([]);
    expect(missing(inOctober)).toEqual({ 状态未填: ["unstaged"], 日期不明: ["coarse", "undated"] });
    const atYearEnd = await ask(granted, december);
    expect(atYearEnd.ids).toEqual(["coarse"]);
    expect(missing(atYearEnd)).toEqual({ 状态未填: ["unstaged"], 日期不明: ["undated"] });
  });

  it("keeps a grant whose end straddles the day, with a reserve, and leaves one with an undated end out", async () => {
    const since = { stage: "认定", date: "2011-05-01" };
    await fill(db, "trialWorks", [
      { id: "straddling", status: [since, { stage: "撤销", date: "2012" }] },
      { id: "undated", status: [since, { stage: "撤销", date: null }] },
      { id: "ended", status: [since, { stage: "撤销", date: "2012-06" }] },
    ]);
    const answer = await ask(granted, october);
    expect(answer.ids).toEqual(["straddling"]);
    expect(missing(answer)).toEqual({ 日期不明: ["undated"], "后续进展日期不明，已计入": ["straddling"] });
    expect((await ask(granted, december)).ids).toEqual([]);
  });

  it("lets the flow tell which step came last where a date is too coarse to", async () => {
    const certified = { stage: "认定", date: "2012-11-05" };
    await fill(db, "trialWorks", [
      { id: "year", status: [{ stage: "申报", date: "2012" }, certified] },
      {
        id: "chain",
        status: [
          { stage: "申报", date: "2012" },
          { stage: "公示", date: "2012-11-15" },
          { stage: "认定", date: "2012-11" },
        ],
      },
      {
        id: "after",
        status: [
          { stage: "认定", date: "2012-05" },
          { stage: "公示", date: "2012-06-01" },
        ],
      },
    ]);
    expect((await ask(granted, december)).ids).toEqual(["chain", "year"]);
    expect((await ask({ ...granted, standing: "pending" }, december)).ids).toEqual(["after"]);
  });

  it("takes the later step of two on one day, in the order of the flow", async () => {
    const day = "2012-06-15";
    await fill(db, "trialWorks", [
      {
        id: "a",
        status: [
          { stage: "认定", date: day },
          { stage: "公示", date: day },
        ],
      },
    ]);
    expect((await ask(granted, december)).ids).toEqual(["a"]);
  });

  it("ends a grant at the end of its expiry's interval, or three years after it where that is blank", async () => {
    const status = [{ stage: "认定", date: "2009-11-01" }];
    await fill(db, "trialWorks", [
      { id: "toOctober", validTo: "2012-10", status },
      { id: "toSeptember", validTo: "2012-09", status },
      { id: "reckoned", status },
      { id: "renamed", status: [...status, { stage: "更名", date: "2011-01" }] },
    ]);
    expect((await ask(granted, october)).ids).toEqual(["reckoned", "renamed", "toOctober"]);
    expect((await ask(granted, yearScope(2012, "2012-11-01"))).ids).toEqual([]);
    const expiring: RecordsMetric = { ...stock, window: { kind: "flow", on: { expiry: true } } };
    expect((await ask(expiring, december)).ids).toEqual(["reckoned", "renamed", "toOctober", "toSeptember"]);
    expect(
      (await ask({ ...expiring, window: { kind: "flow", on: { expiry: true }, yearsAhead: 1 } }, yearScope(2011))).ids,
    ).toHaveLength(4);
  });

  it("never sees removed records", async () => {
    await fill(db, "trialWorks", [{ id: "a", deletedAt: "2012-01-02", status: [{ stage: "认定", date: "2011" }] }]);
    const answer = await ask(granted, december);
    expect(answer).toMatchObject({ ids: [], missing: [], known: false });
  });
});

describe("flow in a period", () => {
  it("knows nothing of years before the ledger's first record", async () => {
    await fill(db, "trialWorks", [
      { id: "a", year: 2012, during: "2009/2013", status: [{ stage: "认定", date: "2012-02" }] },
      { id: "b" },
    ]);
    expect(await ask(newly, yearScope(2011))).toMatchObject({ ids: [], known: false });
    expect(await ask(newly, yearScope(2012, "2012-01-31"))).toMatchObject({ ids: [], known: true });
    expect(await ask(newly, yearScope(2013))).toMatchObject({ ids: [], known: true });
  });

  it("counts the first entry of the phase when its whole interval lies in the period", async () => {
    await fill(db, "trialWorks", [
      {
        id: "in",
        status: [
          { stage: "认定", date: "2012-02" },
          { stage: "更名", date: "2013-01" },
        ],
      },
      {
        id: "earlier",
        status: [
          { stage: "认定", date: "2011-02" },
          { stage: "更名", date: "2012-01" },
        ],
      },
      { id: "later", status: [{ stage: "认定", date: "2012-11" }] },
      { id: "coarse", status: [{ stage: "认定", date: "2012" }] },
      { id: "pending", status: [{ stage: "申报", date: "2012-02" }] },
    ]);
    const answer = await ask(newly, october);
    expect(answer.ids).toEqual(["in"]);
    expect(missing(answer)).toEqual({ 日期不明: ["coarse"] });
    expect((await ask(newly, december)).ids).toEqual(["coarse", "in", "later"]);
  });

  it("asks dates, periods and years alike, blank ones being unknown unless they mean not yet", async () => {
    const on = (field: string): RecordsMetric => ({ ...stock, window: { kind: "flow", on: { field } } });
    await fill(db, "trialWorks", [
      { id: "a", on: "2012-Q1", during: "2012-03/2012-05-06", year: 2012 },
      { id: "b", on: "2012-H2", during: "2011-12/2012-05", year: 2011 },
      { id: "c" },
    ]);
    const half: Scope = { from: "2012-01-01", to: "2012-06-30", asOf: "2012-06-30" };
    expect(await ask(on("on"), half)).toMatchObject({ ids: ["a"], missing: [{ reason: "日期不明", ids: ["c"] }] });
    expect(await ask(on("during"), half)).toMatchObject({ ids: ["a"], missing: [{ ids: ["b", "c"] }] });
    expect(await ask(on("year"), half)).toMatchObject({ ids: [], missing: [{ ids: ["a", "c"] }] });
    expect(await ask(on("year"), december)).toMatchObject({ ids: ["a"], missing: [{ ids: ["c"] }] });
    const notYet: RecordsMetric = { ...stock, window: { kind: "flow", on: { field: "on", blank: "notYet" } } };
    expect(await ask(notYet, half)).toMatchObject({ ids: ["a"], missing: [] });
  });

  it("keeps what has begun and not ended at the day", async () => {
    const active: RecordsMetric = { ...stock, window: { kind: "stock", since: "during", until: "during" } };
    await fill(db, "trialWorks", [
      { id: "open", during: "2012-03/2012-10" },
      { id: "over", during: "2011-03/2012-09" },
      { id: "coarse", during: "2012/2013" },
      { id: "future", during: "2012-11/2013" },
      { id: "blank" },
    ]);
    const answer = await ask(active, october);
    expect(answer.ids).toEqual(["open"]);
    expect(missing(answer)).toEqual({ 日期不明: ["blank", "coarse"] });
  });
});

describe("conditions", () => {
  const where = (...conditions: NonNullable<RecordsMetric["where"]>): RecordsMetric => ({
    ...stock,
    where: conditions,
  });

  it("makes no reserve for a record whose amount is blank: it adds nothing", async () => {
    await fill(db, "trialWorks", [{ id: "blank" }, { id: "filled", amount: 100 }]);
    const sum: RecordsMetric = {
      ...where({ field: "level", notIn: ["区级"], blank: "counts" }),
      unit: "元",
      fold: { kind: "sum", field: "amount" },
    };
    expect(missing(await ask(sum, december))).toEqual({ 金额未填: ["blank"], "级别未填，已计入": ["filled"] });
  });

  it("counts higher levels with 以上, and a bureau's own term as the one it maps to", async () => {
    await fill(db, "trialWorks", [
      { id: "district", level: "区级" },
      { id: "city", level: "市级" },
      { id: "ministry", level: "部级" },
      { id: "blank" },
    ]);
    const answer = await ask(where({ field: "level", atLeast: "市级" }), december);
    expect(answer.ids).toEqual(["city", "ministry"]);
    expect(missing(answer)).toEqual({ 级别未填: ["blank"] });
    expect((await ask(where({ field: "level", in: ["国家级"] }), december)).ids).toEqual(["ministry"]);
    expect((await ask(where({ field: "level", notIn: ["市级"] }), december)).ids).toEqual(["district", "ministry"]);
    expect((await ask(where({ field: "level", filled: false }), december)).ids).toEqual(["blank"]);
  });

  it("looks into lists, yes-no, extra fields and through references", async () => {
    await fill(db, "trialFirms", [{ id: "f1", industry: "纳米材料" }, { id: "f2", industry: "农业" }, { id: "f3" }]);
    await fill(db, "trialWorks", [
      { id: "a", firm: "f1", topics: ["农业", "纳米材料"], starred: true, extras: { area: 12 } },
      { id: "b", firm: "f2", topics: ["渔业"], starred: false, extras: { area: 7 } },
      { id: "c", firm: "f3" },
      { id: "d" },
    ]);
    const materials = { field: "industry", in: ["新材料"] };
    expect((await ask(where({ field: "topics", in: ["新材料"] }), december)).ids).toEqual(["a"]);
    expect((await ask(where({ field: "topics", notIn: ["新材料"] }), december)).ids).toEqual(["b"]);
    expect((await ask(where({ field: "starred", in: [true] }), december)).ids).toEqual(["a"]);
    expect((await ask(where({ field: "area", in: [7] }), december)).ids).toEqual(["b"]);
    const through = await ask(where({ through: "firm", where: materials }), december);
    expect(through.ids).toEqual(["a"]);
    expect(missing(through)).toEqual({ 企业的行业未填: ["c", "d"] });
  });

  it("takes the level of the day where levels have a history", async () => {
    await fill(db, "trialWorks", [{ id: "a", level: "省级" }]);
    await fill(db, "trialWorkLevels", [
      { id: "h1", work: "a", level: "市级", date: "2010" },
      { id: "h2", work: "a", level: "省级", date: "2012-11" },
    ]);
    const provincial = where({ field: "level", in: ["省级"] });
    expect((await ask(provincial, december)).ids).toEqual(["a"]);
    expect((await ask(provincial, october)).ids).toEqual([]);
    expect((await ask(provincial, yearScope(2009))).ids).toEqual(["a"]);
  });

  it("keeps to a subdistrict, through the firm of the record", async () => {
    await fill(db, "trialFirms", [{ id: "f1", subdistrict: "s1" }, { id: "f2", subdistrict: "s2" }, { id: "f3" }]);
    expect((await ask({ ...stock, ledger: "trialFirms" }, { ...december, area: "s1" })).ids).toEqual(["f1"]);
    expect((await ask({ ...stock, ledger: "trialFirms" }, { ...december, area: "s1" })).missing).toEqual([
      { reason: "街道未填", ids: ["f3"] },
    ]);
  });
});

describe("folds", () => {
  it("sums what is filled, reports what is blank, and knows no sum of nothing", async () => {
    await fill(db, "trialWorks", [
      { id: "a", amount: 40_000_000_00, level: "市级" },
      { id: "b", amount: 230_000_00, level: "市级" },
      { id: "c", level: "市级" },
      { id: "d", level: "区级" },
    ]);
    const sum: RecordsMetric = { ...stock, fold: { kind: "sum", field: "amount" } };
    const city = await ask({ ...sum, where: [{ field: "level", in: ["市级"] }] }, december);
    expect(city).toMatchObject({ ids: ["a", "b", "c"], sum: 40_230_000_00, max: 40_000_000_00, filled: 2 });
    expect(missing(city)).toEqual({ 金额未填: ["c"] });
    expect((await ask({ ...sum, where: [{ field: "level", in: ["区级"] }] }, december)).sum).toBeNull();
  });

  it("counts different values once, and reports records without any", async () => {
    await fill(db, "trialWorks", [
      { id: "a", firm: "f1" },
      { id: "b", firm: "f1" },
      { id: "c", firm: "f2" },
      { id: "d" },
    ]);
    const answer = await ask({ ...stock, distinct: "firm" }, december);
    expect(answer).toMatchObject({ distinct: 2, ids: ["a", "b", "c"] });
    expect(missing(answer)).toEqual({ 企业未填: ["d"] });
  });
});
