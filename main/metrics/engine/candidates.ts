import { sql } from "kysely";
import type { RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { type Asked, askCondition } from "./conditions.ts";
import { type Base, openBase } from "./base.ts";
import { type MetricContext, findField } from "./context.ts";
import { type Sql, all } from "./sqlText.ts";
import { askArea } from "./area.ts";
import { runningTotals } from "./runningTotals.ts";
import { stagesOf } from "./stages.ts";
import { timingOf } from "./window.ts";
import { valueColumn } from "./columns.ts";

/**
 * The records that a metric may speak of: all that are not surely outside. Columns: `id`; `reason`, 0 for those that
 * count, else the place (from 1) in `reasons` of what keeps them out; `reserve`, the bits of `reserves` with which
 * they count; `value`, what the fold sums; `part`, what it counts different ones of.
 * Value and drill-down are both made of this one SELECT, so they cannot disagree.
 */
export interface Candidates {
  readonly select: Sql;
  readonly reasons: readonly string[];
  readonly reserves: readonly string[];
}

export const undatedReason = "日期不明";

export function candidatesOf(base: Base, context: MetricContext, metric: RecordsMetric, scope: Scope): Candidates {
  const timing = timingOf(base, context, metric, scope);
  const asked: Asked[] = (metric.where ?? []).map((condition) => askCondition(base, context, condition, scope.asOf));
  if (scope.area !== undefined) asked.push(askArea(base, context, scope.area) ?? { holds: sql`NULL`, blank: "街道" });
  const { fold } = metric;
  const part = metric.distinct === undefined ? null : columnOf(base, context, metric.distinct, scope);
  if (part) asked.push({ holds: sql`CASE WHEN ${part.value} IS NOT NULL THEN 1 END`, blank: part.label });

  const reasons: string[] = [];
  const unknown: Sql[] = [];
  const reserves: string[] = [];
  const bits: Sql[] = [];
  const reserve = (reason: string, when: Sql): void => {
    bits.push(sql`CASE WHEN ${when} THEN ${sql.lit(2 ** reserves.length)} ELSE 0 END`);
    reserves.push(reason);
  };
  for (const { holds, blank, blankCounts } of asked) {
    if (blankCounts === true) reserve(`${blank}未填，已计入`, sql`(${holds}) IS NULL`);
    else {
      reasons.push(`${blank}未填`);
      unknown.push(sql`WHEN (${holds}) IS NULL THEN ${sql.lit(reasons.length)}`);
    }
  }
  if (timing.unstaged) {
    reasons.push(`${stagesOf(base.ledger)?.label ?? "状态"}未填`);
    unknown.push(sql`WHEN ${timing.unstaged} THEN ${sql.lit(reasons.length)}`);
  }
  reasons.push(undatedReason);
  unknown.push(sql`WHEN NOT (${timing.certain}) THEN ${sql.lit(reasons.length)}`);
  for (const { reason, when } of timing.reserves ?? []) reserve(reason, when);

  const running = runningTotals(base, context, metric, scope.asOf);
  return {
    reasons,
    reserves,
    select: running.only(sql`SELECT b.id AS id, CASE ${sql.join(unknown, sql` `)} ELSE 0 END AS reason,
      ${bits.length === 0 ? sql`0` : sql.join(bits, sql` + `)} AS reserve,
      ${fold.kind === "count" ? sql`1` : columnOf(base, context, fold.field, scope).value} AS value,
      ${part ? part.value : sql`NULL`} AS part${running.columns}
      FROM base AS b WHERE ${all([...asked.map(({ holds }) => sql`(${holds}) IS NOT FALSE`), timing.possible])}`),
  };
}

/**
 * The ids of the records that a metric counts in a scope, as SQL to select from: `id` and the folded `value`, `part`.
 * Throws TypeError for a definition that `checkDefinition` refuses.
 */
export function recordsSelect(context: MetricContext, metric: RecordsMetric, scope: Scope): Sql {
  const declaration = context.ledgers.get(metric.ledger);
  if (!declaration) throw new TypeError(`no ledger ${metric.ledger}`);
  const base = openBase(declaration, scope.asOf);
  const { select } = candidatesOf(base, context, metric, scope);
  return sql`(WITH base AS MATERIALIZED (${base.select()})
    SELECT id, value, part FROM (${select}) WHERE reason = 0)`;
}

function columnOf(base: Base, context: MetricContext, name: string, scope: Scope): { value: Sql; label: string } {
  const field = findField(context, base.ledger.name, name);
  if (!field) throw new TypeError(`${base.ledger.name} has no field ${name}`);
  return { value: valueColumn(base, context, field, scope.asOf), label: field.label };
}
