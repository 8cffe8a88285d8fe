import { sql } from "kysely";
import type { MetricDefinition, MetricValue, RecordsMetric } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import type { MetricContext, Reader } from "./engine/context.ts";
import { computeMetrics } from "./compute.ts";
import { recordsSelect } from "./engine/candidates.ts";

/** A metric's value with the records behind it, by ledger. Throws ProblemError notFound, E-MET-01. */
export async function metricRecords(
  db: Reader,
  definitions: readonly MetricDefinition[],
  name: string,
  scope: Scope,
): Promise<{ value: MetricValue; ledgers: { ledger: string; ids: string[] }[] }> {
  const [value] = await computeMetrics(db, definitions, [name], scope);
  if (!value) throw new TypeError(`${name} was not answered`);
  const ledgers = new Map<string, string[]>();
  for (const { ledger, id } of value.records) {
    const ids = ledgers.get(ledger);
    if (ids) ids.push(id);
    else ledgers.set(ledger, [id]);
  }
  return { value, ledgers: [...ledgers].map(([ledger, ids]) => ({ ledger, ids })) };
}

/** The records that a definition counts, as a query to select from; the same SELECT that its value is folded over. */
export function recordsQuery(db: Reader, context: MetricContext, definition: RecordsMetric, scope: Scope) {
  return db
    .selectFrom(sql<{ id: string }>`${recordsSelect(context, definition, scope)}`.as("counted"))
    .select("counted.id");
}
