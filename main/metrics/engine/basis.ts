import type { Condition, MetricDefinition, RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { StagesField } from "../../../shared/fields/field.ts";
import { type MetricContext, findField } from "./context.ts";
import { isCutAtAsOf } from "./window.ts";
import { isGrant, ranksOf, stagesOf } from "./stages.ts";

// The 口径 in one sentence, made from the definition, so that it cannot say anything else than the engine does.

/** The basis of a metric in words, for the catalogue, for the window and for the printed working paper. */
export function basisOf(
  context: MetricContext,
  definitions: ReadonlyMap<string, MetricDefinition>,
  metric: MetricDefinition,
): string {
  const label = (name: string): string => definitions.get(name)?.label ?? name;
  switch (metric.kind) {
    case "records":
      return recordsBasis(context, metric, metric.pending === undefined ? null : label(metric.pending));
    case "ratio":
      return `“${label(metric.of)}”除以“${label(metric.to)}”${metric.unit === "%" ? "，以百分数表示" : ""}；任一方没有数据或分母为零的不计算。`;
    case "change":
      return `“${label(metric.of)}”本期数与上年同期数相比，${
        metric.as === "percent"
          ? "计算增减百分比；上年同期为零或没有数据的不计算"
          : "计算增减量；任一期没有数据的不计算"
      }。`;
    case "completion":
      return `“${label(metric.of)}”与当年任务指标相比，${
        metric.as === "percent" ? "完成率＝实际÷任务×100%" : "超额率＝（实际－任务）÷任务×100%"
      }；任务取自任务指标台账，没有下达任务的不计算。`;
    case "target":
      return `任务指标台账中当年下达的“${label(metric.of)}”任务数；同一指标有多条的取“确保”的一条。`;
    case "handEntered":
      return "手工填报数，取当年内截至日期最近的一条；全年数可在年后公布；注明来源和日期，分实际、快报、预计。";
  }
}

function recordsBasis(context: MetricContext, metric: RecordsMetric, pending: string | null): string {
  const ledger = context.ledgers.get(metric.ledger);
  const stages = ledger ? stagesOf(ledger) : null;
  const parts = [`“${ledger?.title ?? metric.ledger}”台账`];
  for (const condition of metric.where ?? []) parts.push(conditionWords(context, metric.ledger, condition));
  if (metric.standing !== undefined && stages) parts.push(standingWords(context, metric, stages));
  parts.push(windowWords(context, metric, stages));
  const uncounted = stages ? uncountedWords(metric, stages) : null;
  if (uncounted !== null) parts.push(uncounted);
  if (metric.runningTotals) {
    const { field, is, per } = metric.runningTotals;
    const [kind, whose] = [labelOf(context, metric.ledger, field), labelOf(context, metric.ledger, per)];
    parts.push(`${kind}为${is}的，同一${whose}每年只取最近一条，不与单笔相加`);
  }
  parts.push(foldWords(context, metric, ledger?.measure ?? "条"));
  if (pending !== null) parts.push(`“${pending}”另列`);
  parts.push("日期不明或栏目未填的不计，另列");
  return `${parts.join("；")}。`;
}

function labelOf(context: MetricContext, ledger: string, field: string): string {
  return findField(context, ledger, field)?.label ?? field;
}

function conditionWords(context: MetricContext, ledger: string, condition: Condition): string {
  if ("through" in condition) {
    const reference = findField(context, ledger, condition.through);
    return `${reference?.label ?? condition.through}的${conditionWords(context, reference?.to ?? "", condition.where)}`;
  }
  const label = labelOf(context, ledger, condition.field);
  if ("filled" in condition) return condition.filled ? `${label}已填` : `${label}未填`;
  const blank = condition.blank === "counts" ? `（未填的计入并列出）` : "";
  if ("atLeast" in condition) return `${label}${condition.atLeast}以上${blank}`;
  const words = (values: readonly (string | number | boolean)[]): string =>
    values.map((value) => (typeof value === "boolean" ? (value ? "是" : "否") : String(value))).join("、");
  return "in" in condition
    ? `${label}为${words(condition.in)}${blank}`
    : `${label}不为${words(condition.notIn)}${blank}`;
}

function stageNames(stages: StagesField, ranks: readonly number[]): string {
  return ranks.map((rank) => stages.flow[rank - 1]?.stage ?? "").join("、");
}

function standingWords(context: MetricContext, metric: RecordsMetric, stages: StagesField): string {
  const wanted = metric.standing ?? [];
  const undated = metric.undated === "counts" ? "（未注明日期的计入并列出）" : "";
  const names = `截至日期处于${stageNames(stages, ranksOf(stages, wanted))}阶段${undated}`;
  if (!isGrant(stages, wanted)) return names;
  const years = stages.lastsYears === undefined ? null : `自认定起${stages.lastsYears}年`;
  const field = stages.expiresBy === undefined ? null : labelOf(context, metric.ledger, stages.expiresBy);
  if (field !== null) return `${names}且${field}未过${years === null ? "" : `（未填的按${years}）`}`;
  return years === null ? names : `${names}且未满期（${years}）`;
}

/** Stages short of what is asked for: named, so that nobody takes them to be inside. */
function uncountedWords(metric: RecordsMetric, stages: StagesField): string | null {
  const { window, standing } = metric;
  const wanted = standing ?? (window.kind === "flow" && "stage" in window.on ? window.on.stage : null);
  if (wanted === null) return null;
  const inside = ranksOf(stages, wanted);
  const first = Math.min(...inside);
  const before = stages.flow.flatMap((_, index) => (index + 1 < first ? [index + 1] : []));
  return before.length === 0 ? null : `仅处于${stageNames(stages, before)}阶段的不计`;
}

function windowWords(context: MetricContext, metric: RecordsMetric, stages: StagesField | null): string {
  const { ledger, window } = metric;
  if (window.kind === "stock") {
    const parts = ["截至日期的时点数"];
    if (window.since !== undefined) parts.push(`${labelOf(context, ledger, window.since)}不晚于截至日期`);
    if (window.until !== undefined) {
      const ended = window.endedBy === undefined || !stages ? "" : stageNames(stages, ranksOf(stages, window.endedBy));
      const blank = ended === "" ? "未填的视为持续" : `未填的，未${ended}即视为持续`;
      parts.push(`${labelOf(context, ledger, window.until)}未过（${blank}）`);
    }
    return parts.join("，");
  }
  const years = window.yearsAhead ?? 0;
  const asked = isCutAtAsOf(context, metric) ? "期间内（不晚于截至日期）" : "期间内（是否已批准按截至日期）";
  const period = years === 0 ? asked : years === 1 ? "下一年同期" : `${years}年后同期`;
  const { on } = window;
  if ("expiry" in on) return `有效期在${period}届满`;
  if ("field" in on) {
    const blank = on.blank === "notYet" ? "，未填的视为尚未发生" : "";
    const year = on.orYear === undefined ? "" : `（未填的按${labelOf(context, ledger, on.orYear)}）`;
    return `${labelOf(context, ledger, on.field)}${year}在${period}${blank}`;
  }
  return `首次${stages ? stageNames(stages, ranksOf(stages, on.stage)) : ""}在${period}`;
}

function foldWords(context: MetricContext, metric: RecordsMetric, measure: string): string {
  const { fold, distinct } = metric;
  if (fold.kind === "count") {
    return distinct === undefined ? `按${measure}计数` : `同一${labelOf(context, metric.ledger, distinct)}只计一次`;
  }
  const label = labelOf(context, metric.ledger, fold.field);
  return fold.kind === "sum" ? `${label}合计（${metric.unit}）` : `取${label}最大的一${measure}（${metric.unit}）`;
}
