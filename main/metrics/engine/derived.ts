import type {
  ChangeMetric,
  CompletionMetric,
  MetricValue,
  Missing,
  RatioMetric,
  RecordRef,
} from "../../../shared/metrics/definition.ts";
import { type Scope, lastYear } from "../../../shared/metrics/scope.ts";
import { convert, difference, quotient } from "./units.ts";
import type { TargetRow } from "./rows.ts";

// Figures made of other figures. Their records are those of all parts; null on a side is null, never 0.

/** What a kind of metric says; name, unit and basis are added once for all. */
export interface Answer {
  readonly value: number | null;
  readonly certainty?: MetricValue["certainty"];
  readonly pending?: number | null;
  readonly missing?: readonly Missing[];
  readonly records?: readonly RecordRef[];
}

/** Answers another metric, in whatever scope. */
export type Ask = (name: string, scope: Scope) => MetricValue;

export function answerRatio(ask: Ask, metric: RatioMetric, scope: Scope): Answer {
  const of = ask(metric.of, scope);
  const to = ask(metric.to, scope);
  const parts = together([of, to]);
  if (of.value === null || to.value === null) return { ...parts, value: null };
  const whole = convert(to.value, to.unit, of.unit) ?? to.value;
  if (whole === 0) return { ...parts, value: null, missing: [...parts.missing, note(`${to.label}为零`)] };
  return { ...parts, value: quotient(of.value, whole, metric.unit === "%" ? 100 : 1) };
}

export function answerChange(ask: Ask, metric: ChangeMetric, scope: Scope): Answer {
  const now = ask(metric.of, scope);
  const base = ask(metric.of, lastYear(scope));
  const parts = together([now, { ...base, label: `上年同期${base.label}` }]);
  if (now.value === null) return { ...parts, value: null, missing: [...parts.missing, note("本期无数据")] };
  if (base.value === null) return { ...parts, value: null, missing: [...parts.missing, note("上年同期无数据")] };
  const more = difference(now.value, base.value);
  if (metric.as === "difference") return { ...parts, value: convert(more, now.unit, metric.unit) ?? more };
  if (base.value === 0) return { ...parts, value: null, missing: [...parts.missing, note("上年同期为零")] };
  return { ...parts, value: quotient(more, Math.abs(base.value), 100) };
}

export function answerCompletion(ask: Ask, metric: CompletionMetric, scope: Scope, row: TargetRow | null): Answer {
  const of = ask(metric.of, scope);
  const parts = together([of]);
  if (!row || row.value === null)
    return { ...parts, value: null, missing: [...parts.missing, note("没有下达任务指标")] };
  const records = [...parts.records, { ledger: "targets", id: row.id }];
  const target = convert(row.value, row.unit ?? "", of.unit);
  const refuse = (reason: string): Answer => ({
    ...parts,
    records,
    value: null,
    missing: [...parts.missing, note(reason)],
  });
  if (target === null) return refuse(`任务单位“${row.unit}”无法换算为${of.unit}`);
  if (target === 0) return refuse("任务指标为零");
  if (of.value === null) return { ...parts, records, value: null };
  const done = metric.as === "percent" ? of.value : difference(of.value, target);
  return { ...parts, records, value: quotient(done, target, 100) };
}

type Part = Pick<MetricValue, "label" | "certainty" | "missing" | "records">;

/** Evidence of all parts, each record once; the certainty is that of the least certain. */
function together(parts: readonly Part[]): {
  certainty: MetricValue["certainty"];
  missing: Missing[];
  records: RecordRef[];
} {
  const records = new Map(
    parts.flatMap((part) => part.records.map((ref) => [`${ref.ledger} ${ref.id}`, ref] as const)),
  );
  const rank = ["actual", "flash", "estimate"] as const;
  const certainty = rank[Math.max(...parts.map((part) => rank.indexOf(part.certainty)))] ?? "actual";
  const missing = parts.flatMap((part) =>
    part.missing.map((one) => (parts.length === 1 ? one : { ...one, reason: `${part.label}：${one.reason}` })),
  );
  return { certainty, missing, records: [...records.values()] };
}

function note(reason: string): Missing {
  return { reason, records: 0, ids: [] };
}
