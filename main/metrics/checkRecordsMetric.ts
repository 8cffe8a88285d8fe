import type { Condition, RecordsMetric, Window } from "../../shared/metrics/definition.ts";
import { type KnownField, type MetricContext, findField } from "./engine/context.ts";
import type { Fields, LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { StagesField } from "../../shared/fields/field.ts";
import { ranksOf, stagesOf } from "./engine/stages.ts";
import { hasTerm } from "./engine/terms.ts";
import { isDayKind } from "./engine/days.ts";
import { isMoneyUnit } from "./engine/units.ts";

export type Complain = (field: string, message: string) => void;

/** Names in a records metric that nothing answers to, and folds that make no sense. */
export function checkRecordsMetric(metric: RecordsMetric, context: MetricContext, complain: Complain): void {
  const ledger = context.ledgers.get(metric.ledger);
  if (!ledger) return complain("ledger", `没有名为“${metric.ledger}”的台账`);
  const stages = stagesOf(ledger);
  if (metric.standing !== undefined) checkStages(ledger, stages, metric.standing, "standing", complain);
  (metric.where ?? []).forEach((condition, index) =>
    checkCondition(context, metric.ledger, condition, `where.${index}`, complain),
  );
  checkWindow(context, ledger, stages, metric.window, complain);

  if (metric.distinct !== undefined) {
    const field = knownField(context, metric.ledger, metric.distinct, "distinct", complain);
    if (field && isList(field)) complain("distinct", `“${field.label}”一格有多个值，不能用来去重`);
    if (metric.fold.kind !== "count") complain("distinct", "合计和取最大值时不能去重");
  }
  if (metric.runningTotals) {
    knownField(context, metric.ledger, metric.runningTotals.per, "runningTotals.per", complain);
    const { field, is } = metric.runningTotals;
    checkCondition(context, metric.ledger, { field, in: [is] }, "runningTotals", complain);
    if (metric.window.kind !== "flow") complain("runningTotals", "累计数只能按期间统计");
  }
  if (metric.fold.kind === "count") return;
  const field = knownField(context, metric.ledger, metric.fold.field, "fold.field", complain);
  if (!field) return;
  if (!["number", "count", "percent", "money"].includes(field.kind))
    complain("fold.field", `“${field.label}”不是数字，不能合计`);
  if (field.kind === "money" && !isMoneyUnit(metric.unit))
    complain("unit", `“${field.label}”是金额，单位须为元、千元、万元或亿元，不能是“${metric.unit}”`);
  if (field.kind !== "money" && isMoneyUnit(metric.unit))
    complain("unit", `“${field.label}”不是金额，单位不能是“${metric.unit}”`);
}

function knownField(
  context: MetricContext,
  ledger: string,
  name: string,
  path: string,
  complain: Complain,
): KnownField | null {
  const field = findField(context, ledger, name);
  if (field && field.kind !== "stages") return field;
  const title = context.ledgers.get(ledger)?.title ?? ledger;
  complain(path, field ? `“${field.label}”按阶段统计，不能当作普通栏目` : `“${title}”台账没有名为“${name}”的栏目`);
  return null;
}

function isList(field: KnownField): boolean {
  return field.kind === "choices" || field.kind === "references" || field.kind === "attachments";
}

function checkStages(
  ledger: LedgerDeclaration<Fields>,
  stages: StagesField | null,
  wanted: RecordsMetric["standing"] & {},
  path: string,
  complain: Complain,
): void {
  if (!stages) return complain(path, `“${ledger.title}”台账没有阶段，不能按阶段统计`);
  const names = typeof wanted === "string" ? [] : wanted;
  for (const name of names)
    if (!stages.flow.some(({ stage }) => stage === name))
      complain(
        path,
        `“${ledger.title}”没有“${name}”这个阶段，可用的有：${stages.flow.map(({ stage }) => stage).join("、")}`,
      );
  if (names.length === 0 && ranksOf(stages, wanted).length === 0)
    complain(path, `“${ledger.title}”台账没有属于“${String(wanted)}”的阶段`);
}

function checkWindow(
  context: MetricContext,
  ledger: LedgerDeclaration<Fields>,
  stages: StagesField | null,
  window: Window,
  complain: Complain,
): void {
  const day = (name: string, path: string): void => {
    const field = knownField(context, ledger.name, name, path, complain);
    if (field && !isDayKind(field.kind)) complain(path, `“${field.label}”不是日期、期间或年度，不能用作时间`);
  };
  if (window.kind === "stock") {
    if (window.since !== undefined) day(window.since, "window.since");
    if (window.until !== undefined) day(window.until, "window.until");
    if (window.endedBy !== undefined) checkStages(ledger, stages, window.endedBy, "window.endedBy", complain);
  } else if ("field" in window.on) {
    day(window.on.field, "window.on.field");
    if (window.on.orYear !== undefined) day(window.on.orYear, "window.on.orYear");
  } else if ("stage" in window.on) checkStages(ledger, stages, window.on.stage, "window.on.stage", complain);
  else if (stages?.expiresBy === undefined && stages?.lastsYears === undefined)
    complain("window.on.expiry", `“${ledger.title}”台账没有有效期`);
}

function checkCondition(
  context: MetricContext,
  ledger: string,
  condition: Condition,
  path: string,
  complain: Complain,
): void {
  if ("through" in condition) {
    const reference = knownField(context, ledger, condition.through, `${path}.through`, complain);
    if (!reference) return;
    if (reference.kind !== "reference" || reference.to === null)
      return complain(`${path}.through`, `“${reference.label}”不指向别的台账`);
    return checkCondition(context, reference.to, condition.where, `${path}.where`, complain);
  }
  const field = knownField(context, ledger, condition.field, `${path}.field`, complain);
  if (!field || "filled" in condition) return;
  const { dictionary } = field;
  if ("atLeast" in condition) {
    const terms = dictionary === null ? undefined : context.dictionaries.get(dictionary);
    if (terms?.ranked !== true) return complain(`${path}.atLeast`, `“${field.label}”没有高低之分，不能用“以上”`);
    if (!terms.terms.some(({ term }) => term === condition.atLeast))
      complain(`${path}.atLeast`, `“${field.label}”没有“${condition.atLeast}”这一项`);
    return;
  }
  const values = "in" in condition ? condition.in : condition.notIn;
  if (values.length === 0) complain(`${path}.in`, `“${field.label}”的条件没有列出任何值`);
  for (const value of values) {
    if (dictionary !== null && !hasTerm(context, dictionary, String(value)))
      complain(`${path}.in`, `“${field.label}”没有“${value}”这一项`);
    if (field.kind === "yesNo" && typeof value !== "boolean") complain(`${path}.in`, `“${field.label}”只能是或否`);
  }
}
