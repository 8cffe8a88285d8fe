import type { MetricDefinition, RecordsMetric } from "../../../shared/metrics/definition.ts";
import { ProblemError } from "../../../shared/problems/problem.ts";
import { type Scope, lastYear } from "../../../shared/metrics/scope.ts";
import type { MetricContext, Reader } from "./context.ts";
import { type Folded, foldLedger } from "./foldLedger.ts";
import { type TargetRow, type ValueRow, readTargets, readValues } from "./rows.ts";

/** All that answers are put together from: each ledger asked once a scope, targets and typed values read once. */
export interface Gathered {
  readonly context: MetricContext;
  readonly definitions: ReadonlyMap<string, MetricDefinition>;
  /** By `foldKey`. */
  readonly folded: ReadonlyMap<string, Folded>;
  readonly targets: readonly TargetRow[];
  readonly values: readonly ValueRow[];
}

export function foldKey(name: string, scope: Scope): string {
  return `${name} ${scope.from} ${scope.to} ${scope.asOf} ${scope.area ?? ""}`;
}

/** The definition of that name. Throws ProblemError notFound, E-MET-01. */
export function definitionNamed(definitions: ReadonlyMap<string, MetricDefinition>, name: string): MetricDefinition {
  const definition = definitions.get(name);
  if (definition) return definition;
  const message = `没有名为“${name}”的指标，数据没有改动；请到指标目录核对代号。`;
  throw new ProblemError({ kind: "notFound", code: "E-MET-01", message });
}

/** The metrics, and scopes, that a metric's answer is made of. */
export function partsOf(metric: MetricDefinition, scope: Scope): { name: string; scope: Scope }[] {
  switch (metric.kind) {
    case "records":
      return metric.pending === undefined ? [] : [{ name: metric.pending, scope }];
    case "ratio":
      return [
        { name: metric.of, scope },
        { name: metric.to, scope },
      ];
    case "change":
      return [
        { name: metric.of, scope },
        { name: metric.of, scope: lastYear(scope) },
      ];
    case "completion":
      return [{ name: metric.of, scope }];
    case "target":
    case "handEntered":
      return [];
  }
}

/** Asks the database for everything that the named metrics need. Throws ProblemError E-MET-01 for an unknown name. */
export async function gather(
  db: Reader,
  context: MetricContext,
  list: readonly MetricDefinition[],
  names: readonly string[],
  scope: Scope,
): Promise<Gathered> {
  const definitions = new Map(list.map((definition) => [definition.name, definition]));
  const asked = new Map<string, { scope: Scope; metrics: RecordsMetric[] }>();
  const seen = new Set<string>();
  const queue = names.map((name) => ({ name, scope }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const key = foldKey(next.name, next.scope);
    if (seen.has(key)) continue;
    seen.add(key);
    const metric = definitionNamed(definitions, next.name);
    queue.push(...partsOf(metric, next.scope));
    if (metric.kind !== "records") continue;
    const group = foldKey(metric.ledger, next.scope);
    const known = asked.get(group);
    if (known) known.metrics.push(metric);
    else asked.set(group, { scope: next.scope, metrics: [metric] });
  }
  const folded = new Map<string, Folded>();
  for (const { scope: own, metrics } of asked.values()) {
    const answers = await foldLedger(db, context, metrics, own);
    metrics.forEach((metric, index) => {
      const answer = answers[index];
      if (answer) folded.set(foldKey(metric.name, own), answer);
    });
  }
  return { context, definitions, folded, targets: await readTargets(db), values: await readValues(db) };
}
