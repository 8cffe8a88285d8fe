import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLedger } from "../../../main/metrics/engine/foldLedger.ts";
import { recordsQuery } from "../../../main/metrics/records.ts";
import type { Condition, RecordsMetric, Window } from "../../../shared/metrics/definition.ts";
import { anyRows, anyScope } from "./anyRows.ts";
import { fill, openMemory } from "./memory.ts";
import { expected } from "./oracle.ts";
import { trialContext, trialLedgers } from "./trialLedgers.ts";

const anyStanding = fc.constantFrom<NonNullable<RecordsMetric["standing"]>[]>(
  "pipeline",
  "pending",
  "reserve",
  "granted",
  "ended",
  ["公示", "认定"],
);
const anyWindow = fc.constantFrom<Window[]>(
  { kind: "stock" },
  { kind: "stock", since: "on", until: "validTo" },
  { kind: "stock", since: "during", until: "during" },
  { kind: "stock", since: "year", until: "validTo", endedBy: "ended" },
  { kind: "flow", on: { stage: "granted" } },
  { kind: "flow", on: { stage: ["申报"] } },
  { kind: "flow", on: { field: "on" } },
  { kind: "flow", on: { field: "on", orYear: "year" } },
  { kind: "flow", on: { field: "on", blank: "notYet" } },
  { kind: "flow", on: { field: "during" } },
  { kind: "flow", on: { field: "year" } },
  { kind: "flow", on: { expiry: true } },
  { kind: "flow", on: { expiry: true }, yearsAhead: 1 },
);
const anyCondition = fc.constantFrom<Condition[]>(
  { field: "level", atLeast: "市级" },
  { field: "level", in: ["省级", "国家级"] },
  { field: "level", notIn: ["区级"], blank: "counts" },
  { field: "topics", in: ["新材料"] },
  { field: "topics", notIn: ["农业"] },
  { field: "starred", in: [true] },
  { field: "people", filled: true },
  { field: "area", in: [1, 2, 3] },
  { through: "firm", where: { field: "industry", in: ["新材料"] } },
);
const anyFold = fc.constantFrom<Partial<RecordsMetric>[]>(
  { fold: { kind: "count" } },
  { fold: { kind: "count" }, distinct: "firm" },
  { fold: { kind: "sum", field: "amount" } },
  { fold: { kind: "max", field: "amount" } },
  { undated: "counts" },
  {
    fold: { kind: "sum", field: "amount" },
    window: { kind: "flow", on: { field: "on", orYear: "year" } },
    runningTotals: { field: "level", is: "市级", per: "firm" },
  },
);
const anyMetric: fc.Arbitrary<RecordsMetric> = fc
  .record({
    standing: fc.option(anyStanding, { nil: undefined }),
    window: anyWindow,
    where: fc.subarray([0, 1]).chain((some) => fc.tuple(...some.map(() => anyCondition))),
    more: anyFold,
  })
  .map(({ standing, window, where, more }) => ({
    kind: "records",
    name: "trial",
    label: "试用",
    unit: "元",
    subject: "综合",
    ledger: "trialWorks",
    window,
    where,
    fold: { kind: "count" },
    ...(standing === undefined ? {} : { standing }),
    ...more,
  }));

describe("any metric over any ledgers", () => {
  it("counts what the rulings say, leaves out what nobody knows, and folds what it shows", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows(trialContext),
        fc.array(anyMetric, { minLength: 8, maxLength: 8 }),
        anyScope,
        async (rows, metrics, scope) => {
          const db = await openMemory(trialLedgers);
          for (const [ledger, list] of Object.entries(rows)) await fill(db, ledger, list);
          const answers = await foldLedger(db, trialContext, metrics, scope);
          for (const [index, metric] of metrics.entries()) {
            const wanted = expected(trialContext, rows, metric, scope);
            const answer = answers[index];
            const about = JSON.stringify({ metric, scope });
            expect(answer?.ids.toSorted(), about).toEqual(wanted.ids.toSorted());
            const reported = new Set(answer?.missing.flatMap(({ ids }) => ids));
            const left = [...reported].filter((id) => !answer?.ids.includes(id));
            expect(left.toSorted(), about).toEqual(wanted.leftOut.toSorted());
            const shown = await recordsQuery(db, trialContext, metric, scope).execute();
            expect(shown.map(({ id }) => id).toSorted(), about).toEqual(wanted.ids.toSorted());
            const { kind } = metric.fold;
            const count = metric.distinct === undefined ? (answer?.ids.length ?? 0) : (answer?.distinct ?? 0);
            // A count of nothing is 0 or unknown; that is for the metric's value, and tested there.
            const value = kind === "count" ? count : kind === "sum" ? answer?.sum : answer?.max;
            expect(value, about).toBe(kind === "count" ? (wanted.value ?? 0) : wanted.value);
          }
          await db.destroy();
        },
      ),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
