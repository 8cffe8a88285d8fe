import { lastYear } from "../../shared/metrics/scope.ts";
import { loadDefinitions } from "../metrics/definitions.ts";
import { computeMetrics } from "../metrics/compute.ts";
import { removeOwnMetric, saveOwnMetric } from "../metrics/own.ts";
import { metricRecords } from "../metrics/records.ts";
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
    const { value, ledgers } = await metricRecords(db, await loadDefinitions(db), metric, scope);
    const pages = [];
    for (const { ledger, ids } of ledgers) {
      pages.push({ ledger, page: await listRecords(db, { ledger, ids, limit: 1000 }) });
    }
    return { value, pages };
  },
  async trace({ db }, { metric, scope }) {
    return await traceMetric(db, await loadDefinitions(db), metric, scope);
  },
  save: ({ tx }, { definition }) => saveOwnMetric(tx, definition),
  remove: ({ tx }, { name }) => removeOwnMetric(tx, name),
};
