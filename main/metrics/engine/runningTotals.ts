import { sql } from "kysely";
import type { RecordsMetric } from "../../../shared/metrics/definition.ts";
import { type MetricContext, findField } from "./context.ts";
import type { Base } from "./base.ts";
import type { Sql } from "./sqlText.ts";
import { eventDays } from "./window.ts";
import { valueColumn } from "./columns.ts";

/**
 * Candidates without the rows that a sum since New Year has inside it: within a group and year, once a running total
 * counts, only the newest one does. `columns` are those that the candidates' SELECT needs besides.
 */
export function runningTotals(
  base: Base,
  context: MetricContext,
  metric: RecordsMetric,
  asOf: string,
): { columns: Sql; only: (select: Sql) => Sql } {
  const { runningTotals: totals, window } = metric;
  if (!totals || window.kind !== "flow") return { columns: sql``, only: (select) => select };
  const named = (name: string): Sql => {
    const field = findField(context, base.ledger.name, name);
    if (!field) throw new TypeError(`${base.ledger.name} has no field ${name}`);
    return valueColumn(base, context, field, asOf);
  };
  const { first, last } = eventDays(base, context, window.on);
  return {
    columns: sql`, coalesce(${named(totals.field)} = ${totals.is}, 0) AS running,
      ${named(totals.per)} AS whose, substr(${first}, 1, 4) AS since, ${last} || b.id AS place`,
    only: (select) => sql`SELECT * FROM (SELECT *, max(CASE WHEN reason = 0 AND running THEN place END)
      OVER (PARTITION BY whose, since) AS newest FROM (${select}))
      WHERE reason <> 0 OR newest IS NULL OR place = newest`,
  };
}
