import { lastYear } from "../../shared/metrics/scope.ts";
import { loadDefinitions } from "../metrics/definitions.ts";
import { computeMetrics } from "../metrics/compute.ts";
import { removeOwnMetric, saveOwnMetric } from "../metrics/own.ts";
import { targetsOf } from "../metrics/targets.ts";
import { traceMetric } from "../metrics/trace.ts";
import { listRecords } from "../records/list.ts";
import type { Handlers } from "./handler.ts";

export const metrics: Handlers<"metrics"> = {
  list: ({ db }) => loadDefinitions(db),
  async values({ db }, { scope, names }) {
    const definitions = await loadDefinitions(db);
    const asked = names ?? definitions.map(({ name }) => name);
    const now = await computeMetrics(db, definitions, asked, scope);
    const before = await computeMetrics(db, definitions, asked, lastYear(scope));
    const targets = await targetsOf(db, definitions, asked, scope);
    return now.flatMap((value, at) => {
      const earlier = before[at];
      return earlier === undefined
        ? []
        : [{ now: value, lastYear: earlier, target: targets.get(value.metric) ?? null }];
    });
  },
  async records({ db }, { metric, scope }) {
    const definitions = await loadDefinitions(db);
    const [value] = await computeMetrics(db, definitions, [metric], scope);
    if (value === undefined) throw new Error(`no answer for ${metric}`);
    const byLedger = Map.groupBy(value.records, ({ ledger }) => ledger);
    const pages = [];
    for (const [ledger, refs] of byLedger) {
      pages.push({ ledger, page: await listRecords(db, { ledger, ids: refs.map(({ id }) => id), limit: 1000 }) });
    }
    return { value, pages };
  },
  async trace({ db }, { metric, scope }) {
    return await traceMetric(db, await loadDefinitions(db), metric, scope);
  },
  async save({ tx }, { definition }) {
    await saveOwnMetric(tx, definition);
    return await loadDefinitions(tx);
  },
  async remove({ tx }, { name }) {
    await removeOwnMetric(tx, name);
    return await loadDefinitions(tx);
  },
};
