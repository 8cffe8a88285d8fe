import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { checkDefinition } from "../../../main/metrics/checkDefinition.ts";
import { computeMetrics } from "../../../main/metrics/compute.ts";
import { loadContext } from "../../../main/metrics/context.ts";
import { recordsQuery } from "../../../main/metrics/records.ts";
import type { ChangeMetric, MetricValue, RecordsMetric } from "../../../shared/metrics/definition.ts";
import { lastYear } from "../../../shared/metrics/scope.ts";
import { anyRows, anyScope } from "./anyRows.ts";
import { fill, openMemory } from "./memory.ts";
import { type Expected, expected } from "./oracle.ts";

const names = builtInMetrics.map(({ name }) => name);
const counted = builtInMetrics.filter((metric) => metric.kind === "records");
const changes = builtInMetrics.filter((metric) => metric.kind === "change");

type Values = ReadonlyMap<string, MetricValue>;
const byName = (values: readonly MetricValue[]): Values => new Map(values.map((value) => [value.metric, value]));
const ids = (value: MetricValue | undefined): string[] => (value?.records ?? []).map(({ id }) => id).toSorted();

const factors: Readonly<Record<string, number>> = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 };

/** What the engine says, in the oracle's terms. */
function said(metric: RecordsMetric, values: Values): object {
  const value = values.get(metric.name);
  const own = ids(value);
  const left = new Set(value?.missing.flatMap((missing) => missing.ids).filter((id) => !own.includes(id)));
  const pending = metric.pending === undefined ? undefined : values.get(metric.pending);
  const both = metric.standing === undefined ? [] : own.filter((id) => ids(pending).includes(id));
  return {
    ids: own,
    leftOut: [...left].toSorted(),
    value: value?.value,
    pendingIsOther: value?.pending === (pending?.value ?? null),
    both,
  };
}

function wanted(metric: RecordsMetric, { ids: own, leftOut, value }: Expected): object {
  const factor = metric.fold.kind === "count" ? undefined : factors[metric.unit];
  const inUnit = value === null || factor === undefined ? value : value / factor;
  return { ids: own.toSorted(), leftOut: leftOut.toSorted(), value: inUnit, pendingIsOther: true, both: [] };
}

/** The change that two plain values make, to nine digits. */
function plainChange({ of, as }: ChangeMetric, now: Values, before: Values): string | undefined {
  const [value, base] = [now.get(of)?.value ?? null, before.get(of)?.value ?? null];
  if (value === null || base === null || (base === 0 && as === "percent")) return undefined;
  return (as === "difference" ? value - base : ((value - base) / base) * 100).toPrecision(9);
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
    const own = [
      { dictionary: "levels", term: "部委", fromYear: null, toYear: null, mapsTo: "国家级" },
      { dictionary: "platformTypes", term: "研究中心", fromYear: null, toYear: null, mapsTo: "工程技术研究中心" },
    ];
    const empty = await openMemory();
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
          expect(said(metric, values), `${metric.name} ${JSON.stringify(scope)}`).toEqual(
            wanted(metric, expected(context, rows, metric, scope)),
          );
          const shown = await recordsQuery(db, context, metric, scope).execute();
          expect(shown.map(({ id }) => id).toSorted()).toEqual(ids(values.get(metric.name)));
        }
        for (const metric of changes)
          expect(values.get(metric.name)?.value?.toPrecision(9), metric.name).toBe(plainChange(metric, values, before));
        await db.destroy();
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
