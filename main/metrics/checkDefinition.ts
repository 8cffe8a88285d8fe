import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import type { Issue } from "../../shared/problems/problem.ts";
import { yearScope } from "../../shared/metrics/scope.ts";
import { type Complain, checkRecordsMetric } from "./checkRecordsMetric.ts";
import type { MetricContext } from "./engine/context.ts";
import { isMoneyUnit } from "./engine/units.ts";
import { partsOf } from "./engine/gather.ts";

/**
 * What is wrong with a definition, in Chinese; empty where it can be computed. `field` is the path in the definition
 * (`where.0.field`). `definitions` are the ones it may speak of; one of the same name is taken to be its older self.
 */
export function checkDefinition(
  definition: MetricDefinition,
  definitions: readonly MetricDefinition[],
  context: MetricContext,
): Issue[] {
  const issues: Issue[] = [];
  const complain: Complain = (field, message) => issues.push({ field, level: "error", message });
  if (!/^[A-Za-z][A-Za-z0-9]*$/u.test(definition.name))
    complain("name", `指标代号“${definition.name}”须以英文字母开头，只含字母和数字`);
  if (definition.label.trim() === "") complain("label", "指标名称未填");
  if (definition.unit.trim() === "") complain("unit", "计量单位未填");

  const known = new Map(definitions.map((metric) => [metric.name, metric]));
  known.set(definition.name, definition);
  if (definition.kind === "records") {
    checkRecordsMetric(definition, context, complain);
    if (definition.pending !== undefined && known.get(definition.pending)?.kind !== "records")
      complain("pending", `没有名为“${definition.pending}”的台账指标`);
  } else if (definition.kind !== "handEntered") {
    if (!known.has(definition.of)) complain("of", `没有名为“${definition.of}”的指标`);
    if (definition.kind === "ratio" && !known.has(definition.to)) complain("to", `没有名为“${definition.to}”的指标`);
    checkUnit(definition, known, complain);
  }
  if (issues.length === 0 && usesItself(definition, known))
    complain(definition.kind === "records" ? "pending" : "of", `“${definition.label}”绕回到了自己`);
  return issues;
}

type Derived = Exclude<MetricDefinition, { kind: "records" | "handEntered" }>;

function checkUnit(metric: Derived, known: ReadonlyMap<string, MetricDefinition>, complain: Complain): void {
  const of = known.get(metric.of);
  if (metric.kind === "completion" || (metric.kind === "change" && metric.as === "percent")) {
    if (metric.unit !== "%") complain("unit", `“${metric.label}”的单位须为%`);
    return;
  }
  if (metric.kind === "ratio" || !of || of.unit === metric.unit) return;
  const bothMoney = isMoneyUnit(of.unit) && isMoneyUnit(metric.unit);
  const points = of.unit === "%" && metric.unit === "个百分点";
  if (!bothMoney && !points) complain("unit", `单位“${metric.unit}”与“${of.label}”的单位“${of.unit}”不符`);
}

function usesItself(metric: MetricDefinition, known: ReadonlyMap<string, MetricDefinition>): boolean {
  const seen = new Set<string>();
  const queue = namesIn(metric);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === metric.name) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    const next = known.get(name);
    if (next) queue.push(...namesIn(next));
  }
  return false;
}

function namesIn(metric: MetricDefinition): string[] {
  return partsOf(metric, yearScope(2000)).map((part) => part.name);
}
