import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { checkDefinition } from "../../../main/metrics/checkDefinition.ts";
import { computeMetrics } from "../../../main/metrics/compute.ts";
import { loadContext } from "../../../main/metrics/context.ts";
import { recordsQuery } from "../../../main/metrics/records.ts";
import type { MetricValue, RecordsMetric } from "../../../shared/metrics/definition.ts";
import { lastYear } from "../../../shared/metrics/scope.ts";
import { anyRows, anyScope } from "./anyRows.ts";
import { fill, openMemory } from "./memory.ts";
import { expected } from "./oracle.ts";

const names = builtInMetrics.map(({ name }) => name);
const counted = builtInMetrics.filter((metric) => metric.kind === "records");
const byName = (values: readonly MetricValue[]): ReadonlyMap<string, MetricValue> =>
  new Map(values.map((value) => [value.metric, value]));
const ids = (value: MetricValue | undefined): string[] => (value?.records ?? []).map(({ id }) => id).toSorted();

const factors: Readonly<Record<string, number>> = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 };

/** The oracle's fold in the metric's unit. */
function inUnit(metric: RecordsMetric, stored: number | null): number | null {
  const factor = metric.fold.kind === "count" ? undefined : factors[metric.unit];
  return stored === null || factor === undefined ? stored : stored / factor;
}

describe("every built-in metric", () => {
  it("has a name of its own, a known ledger, known fields and known terms", async () => {
    const db = await openMemory();
    const context = await loadContext(db);
    expect(builtInMetrics.flatMap((metric) => checkDefinition(metric, builtInMetrics, context))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(builtInMetrics.map(({ label }) => label)).size).toBe(names.length);
    await db.destroy();
  });

  it("equals a plain fold over the records that it shows, for random ledgers", async () => {
    const empty = await openMemory();
    const own = [
      { dictionary: "levels", term: "部委", fromYear: null, toYear: null, mapsTo: "国家级" },
      { dictionary: "platformTypes", term: "研究中心", fromYear: null, toYear: null, mapsTo: "工程技术研究中心" },
    ];
    await empty.insertInto("dictionaryTerms").values(own).execute();
    const context = await loadContext(empty);
    await empty.destroy();
    await fc.assert(
      fc.asyncProperty(anyRows(context), anyScope, async (rows, scope) => {
        const db = await openMemory();
        await db.insertInto("dictionaryTerms").values(own).execute();
        for (const [ledger, list] of Object.entries(rows)) await fill(db, ledger, list);
        const values = byName(await computeMetrics(db, builtInMetrics, names, scope));
        const before = byName(await computeMetrics(db, builtInMetrics, names, lastYear(scope)));
        for (const metric of counted) {
          const wanted = expected(context, rows, metric, scope);
          const value = values.get(metric.name);
          const about = JSON.stringify({ metric: metric.name, scope });
          expect(ids(value), about).toEqual(wanted.ids.toSorted());
          expect(value?.value, about).toBe(inUnit(metric, wanted.value));
          const shown = await recordsQuery(db, context, metric, scope).execute();
          expect(shown.map(({ id }) => id).toSorted(), about).toEqual(ids(value));
          const left = new Set(value?.missing.flatMap((missing) => missing.ids)).difference(new Set(ids(value)));
          expect([...left].toSorted(), about).toEqual(wanted.leftOut.toSorted());
          if (metric.pending !== undefined) {
            const pending = values.get(metric.pending);
            expect(value?.pending, about).toBe(pending?.value);
            expect(
              ids(value).filter((id) => metric.standing !== undefined && ids(pending).includes(id)),
              about,
            ).toEqual([]);
          }
        }
        for (const metric of builtInMetrics) {
          if (metric.kind !== "change") continue;
          const [now, base] = [values.get(metric.of)?.value ?? null, before.get(metric.of)?.value ?? null];
          const change = values.get(metric.name)?.value ?? null;
          if (now === null || base === null || (base === 0 && metric.as === "percent")) expect(change).toBeNull();
          else {
            const plain = metric.as === "difference" ? now - base : ((now - base) / base) * 100;
            expect(Math.abs((change ?? Number.NaN) - plain)).toBeLessThanOrEqual(Math.abs(plain) * 1e-9);
          }
        }
        await db.destroy();
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
