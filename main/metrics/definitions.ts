import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import { builtInMetrics } from "./catalogue/index.ts";
import type { Reader } from "./engine/context.ts";

/** The built-in metrics and the bureau's own, in this order. */
export async function loadDefinitions(db: Reader): Promise<MetricDefinition[]> {
  const rows = await db.selectFrom("ownMetrics").select("definition").orderBy("name").execute();
  // Only saveOwnMetric writes here, after checking; a definition that a newer declaration broke fails when asked.
  return [...builtInMetrics, ...rows.map((row) => JSON.parse(row.definition) as MetricDefinition)];
}
