import { sql } from "kysely";
import type { RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { type Asked, askCondition } from "./conditions.ts";
import { type Base, openBase } from "./base.ts";
import { type MetricContext, findField } from "./context.ts";
import { type Sql, all } from "./sqlText.ts";
import { askArea } from "./area.ts";
import { stagesOf } from "./stages.ts";
import { timingOf } from "./window.ts";
import { valueColumn } from "./columns.ts";

/**
 * The records that a metric may speak of: all that are not surely outside. Columns: `id`; `reason`, 0 for those that
 * count, else the place (from 1) in `reasons` of what keeps them out; `reserve`, 1 where they count although a later
 * step is dated too coarsely; `value`, what the fold sums; `part`, what it counts different ones of.
 * Value and drill-down are both made of this one SELECT, so they cannot disagree.
 */
export interface Candidates {
  readonly select: Sql;
  readonly reasons: readonly string[];
}

export const undatedReason = "日期不明";
export const reserveReason = "后续进展日期不明，已计入";

export function candidatesOf(base: Base, context: MetricContext, metric: RecordsMetric, scope: Scope): Candidates {
  const timing = timingOf(base, context, metric, scope);
  const asked: Asked[] = (metric.where ?? []).map((condition) => askCondition(base, context, condition, scope.asOf));
  if (scope.area !== undefined) asked.push(askArea(base, context, scope.area) ?? { holds: sql`NULL`, blank: "街道" });
  const { fold } = metric;
  const part = metric.distinct === undefined ? null : columnOf(base, context, metric.distinct, scope);
  if (part) asked.push({ holds: sql`CASE WHEN ${part.value} IS NOT NULL THEN 1 END`, blank: part.label });

  const reasons = asked.map(({ blank }) => `${blank}未填`);
  const unknown = asked.map(({ holds }, index) => sql`WHEN (${holds}) IS NULL THEN ${sql.lit(index + 1)}`);
  if (timing.unstaged) {
    reasons.push(`${stagesOf(base.ledger)?.label ?? "状态"}未填`);
    unknown.push(sql`WHEN ${timing.unstaged} THEN ${sql.lit(reasons.length)}`);
  }
  reasons.push(undatedReason);
  unknown.push(sql`WHEN NOT (${timing.certain}) THEN ${sql.lit(reasons.length)}`);

  return {
    reasons,
    select: sql`SELECT b.id AS id, CASE ${sql.join(unknown, sql` `)} ELSE 0 END AS reason,
      ${timing.reserve ? sql`coalesce(${timing.reserve}, 0)` : sql`0`} AS reserve,
      ${fold.kind === "count" ? sql`1` : columnOf(base, context, fold.field, scope).value} AS value,
      ${part ? part.value : sql`NULL`} AS part
      FROM base AS b WHERE ${all([...asked.map(({ holds }) => sql`(${holds}) IS NOT FALSE`), timing.possible])}`,
  };
}

/**
 * The ids of the records that a metric counts in a scope, as SQL to select from: `id` and the folded `value`, `part`.
 * Throws TypeError for a definition that `checkDefinition` refuses.
 */
export function recordsSelect(context: MetricContext, metric: RecordsMetric, scope: Scope): Sql {
  const declaration = context.ledgers.get(metric.ledger);
  if (!declaration) throw new TypeError(`no ledger ${metric.ledger}`);
  const base = openBase(declaration);
  const { select } = candidatesOf(base, context, metric, scope);
  return sql`(WITH base AS MATERIALIZED (${base.select()})
    SELECT id, value, part FROM (${select}) WHERE reason = 0)`;
}

function columnOf(base: Base, context: MetricContext, name: string, scope: Scope): { value: Sql; label: string } {
  const field = findField(context, base.ledger.name, name);
  if (!field) throw new TypeError(`${base.ledger.name} has no field ${name}`);
  return { value: valueColumn(base, context, field, scope.asOf), label: field.label };
}
