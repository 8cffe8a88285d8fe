import type { MetricDefinition, MetricValue } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import { gather } from "./engine/gather.ts";
import type { Reader } from "./engine/context.ts";
import { answerMetric } from "./engine/answer.ts";
import { loadContext } from "./context.ts";

/**
 * The named metrics in one scope, in the order of the names, each with its pending, missing, records and basis. The
 * ledgers are asked once for all of them together. Throws ProblemError notFound, E-MET-01, for an unknown name.
 */
export async function computeMetrics(
  db: Reader,
  definitions: readonly MetricDefinition[],
  names: readonly string[],
  scope: Scope,
): Promise<MetricValue[]> {
  const gathered = await gather(db, await loadContext(db), definitions, names, scope);
  return names.map((name) => answerMetric(gathered, name, scope));
}
