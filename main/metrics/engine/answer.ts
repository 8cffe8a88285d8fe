import type { MetricDefinition, MetricValue, RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { type Gathered, definitionNamed, foldKey } from "./gather.ts";
import { basisOf } from "./basis.ts";
import { convert, inUnit } from "./units.ts";
import { findField } from "./context.ts";
import { findTarget, findValue } from "./rows.ts";
import { type Answer, answerChange, answerCompletion, answerRatio } from "./derived.ts";
import type { Folded } from "./foldLedger.ts";

/** The value of a metric, put together from what was gathered. Pure. */
export function answerMetric(gathered: Gathered, name: string, scope: Scope): MetricValue {
  const metric = definitionNamed(gathered.definitions, name);
  const answer = answerKind(gathered, metric, scope);
  return {
    metric: metric.name,
    label: metric.label,
    unit: metric.unit,
    value: answer.value,
    certainty: answer.certainty ?? "actual",
    pending: answer.pending ?? null,
    missing: answer.missing ?? [],
    records: answer.records ?? [],
    basis: basisOf(gathered.context, gathered.definitions, metric),
  };
}

function answerKind(gathered: Gathered, metric: MetricDefinition, scope: Scope): Answer {
  const ask = (name: string, other: Scope): MetricValue => answerMetric(gathered, name, other);
  switch (metric.kind) {
    case "records":
      return answerRecords(gathered, metric, scope);
    case "ratio":
      return answerRatio(ask, metric, scope);
    case "change":
      return answerChange(ask, metric, scope);
    case "completion":
      return answerCompletion(
        ask,
        metric,
        scope,
        findTarget(gathered.targets, [definitionNamed(gathered.definitions, metric.of), metric], scope),
      );
    case "target":
      return answerTarget(gathered, definitionNamed(gathered.definitions, metric.of), metric, scope);
    case "handEntered":
      return answerTyped(gathered, metric, scope);
  }
}

function answerRecords(gathered: Gathered, metric: RecordsMetric, scope: Scope): Answer {
  const folded = gathered.folded.get(foldKey(metric.name, scope));
  if (!folded) throw new TypeError(`${metric.name} was not gathered`);
  const measure = gathered.context.ledgers.get(metric.ledger)?.measure;
  return {
    value: foldedValue(gathered, metric, folded),
    pending: metric.pending === undefined ? null : answerMetric(gathered, metric.pending, scope).value,
    missing: folded.missing.map(({ reason, ids }) => ({
      reason,
      records: ids.length,
      ids,
      ...(measure === undefined ? {} : { measure }),
    })),
    records: folded.ids.map((id) => ({ ledger: metric.ledger, id })),
  };
}

/**
 * A count of nothing is 0 only where the ledger knows of that time and none was left out for want of a date or a
 * field; otherwise nobody knows, and it is null. A sum over no filled value is null.
 */
function foldedValue(gathered: Gathered, metric: RecordsMetric, folded: Folded): number | null {
  const { fold } = metric;
  if (fold.kind === "count") {
    if (folded.ids.length === 0) return folded.known && folded.missing.length === 0 ? 0 : null;
    return metric.distinct === undefined ? folded.ids.length : folded.distinct;
  }
  const stored = fold.kind === "sum" ? folded.sum : folded.max;
  const kind = findField(gathered.context, metric.ledger, fold.field)?.kind ?? "number";
  return stored === null ? null : inUnit(stored, kind, metric.unit);
}

function answerTarget(gathered: Gathered, of: MetricDefinition, metric: MetricDefinition, scope: Scope): Answer {
  const row = findTarget(gathered.targets, [of, metric], scope);
  if (!row || row.value === null) return { value: null };
  const value = convert(row.value, row.unit ?? "", metric.unit);
  const records = [{ ledger: "targets", id: row.id }];
  if (value !== null) return { value, records };
  return {
    value,
    records,
    missing: [{ reason: `任务单位“${row.unit}”无法换算为${metric.unit}`, records: 1, ids: [row.id] }],
  };
}

const certainties: Readonly<Record<string, MetricValue["certainty"]>> = { 预计: "estimate", 快报: "flash" };

function answerTyped(gathered: Gathered, metric: MetricDefinition, scope: Scope): Answer {
  const row = findValue(gathered.values, metric, scope);
  if (!row || row.value === null) return { value: null };
  const value = convert(row.value, row.unit ?? "", metric.unit);
  const records = [{ ledger: "metricValues", id: row.id }];
  const certainty = certainties[row.certainty ?? ""] ?? "actual";
  if (value !== null) return { value, records, certainty };
  return {
    value,
    records,
    missing: [{ reason: `单位“${row.unit}”无法换算为${metric.unit}`, records: 1, ids: [row.id] }],
  };
}
