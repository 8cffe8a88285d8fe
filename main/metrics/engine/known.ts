import { sql } from "kysely";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { dayColumns } from "./columns.ts";
import { fieldsOf, type MetricContext } from "./context.ts";
import { stagesOf } from "./stages.ts";
import { type Sql } from "./sqlText.ts";
import type { Base } from "./base.ts";

/**
 * Whether a record shows that its ledger knows anything of the scope's time: something of it, or its year, lies in it
 * or before. Where no record does, a count of nothing is unknown, not 0: the ledger begins later. Periods are left out,
 * for a project may have been under way long before anybody listed it.
 */
export function showsKnown(base: Base, context: MetricContext, { to, asOf }: Scope): Sql {
  const end = asOf < to ? asOf : to;
  const days = fieldsOf(context, base.ledger.name)
    .filter(({ kind }) => kind === "date" || kind === "year")
    .map((field) => dayColumns(base, field).first);
  if (stagesOf(base.ledger)) days.push(base.stage("earliest", () => sql`min(dateFrom)`));
  if (days.length === 0) return sql`1`;
  return sql`(${sql.join(
    days.map((day) => sql`coalesce(${day} <= ${end}, 0)`),
    sql` OR `,
  )})`;
}
