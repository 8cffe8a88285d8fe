import { sql } from "kysely";
import type { Fields, LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { stored } from "./columns.ts";
import { fieldsOf, type MetricContext } from "./context.ts";
import { firstDayOf, isDayKind } from "./days.ts";
import { stagesOf } from "./stages.ts";
import { type Sql } from "./sqlText.ts";

/**
 * Whether a live record shows that its ledger knows anything of the scope's time: something of it, or its year, lies in
 * it or before. Where no record does, a count of nothing is unknown, not 0: the ledger begins later. Periods are left
 * out, for a project may have been under way long before anybody listed it. Asked apart from the base, because mostly
 * the first record says so already.
 */
export function showsKnown(
  ledger: LedgerDeclaration<Fields>,
  context: MetricContext,
  { to, asOf }: Pick<Scope, "to" | "asOf">,
): Sql {
  const end = asOf < to ? asOf : to;
  const signs = fieldsOf(context, ledger.name).flatMap((field) =>
    isDayKind(field.kind) && field.kind !== "period"
      ? [sql`${firstDayOf(stored("t", field), field.kind)} <= ${end}`]
      : [],
  );
  if (stagesOf(ledger))
    signs.push(
      sql`EXISTS (SELECT 1 FROM stages WHERE ledger = ${ledger.name} AND record = t.id AND dateFrom <= ${end})`,
    );
  return sql`EXISTS (SELECT 1 FROM ${sql.table(ledger.name)} AS t
    WHERE t.deletedAt IS NULL AND (${signs.length === 0 ? sql`1` : sql.join(signs, sql` OR `)}))`;
}
