import type { MetricDefinition } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { firstDay, lastDay } from "../../../shared/fields/dateText.ts";
import type { Reader } from "./context.ts";

// Two ledgers speak of metrics by name: what was asked for (targets), and what people typed in (metricValues).
// Both are short, so they are read whole and sought through here.

export interface TargetRow {
  readonly id: string;
  readonly metric: string;
  readonly year: number | null;
  readonly area: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly verb: string | null;
}

export interface ValueRow {
  readonly id: string;
  readonly metric: string;
  readonly year: number | null;
  readonly area: string | null;
  readonly date: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly certainty: string | null;
}

export async function readTargets(db: Reader): Promise<TargetRow[]> {
  return db
    .selectFrom("targets")
    .select(["id", "metric", "year", "area", "value", "unit", "verb"])
    .where("deletedAt", "is", null)
    .orderBy("id")
    .execute();
}

export async function readValues(db: Reader): Promise<ValueRow[]> {
  return db
    .selectFrom("metricValues")
    .select(["id", "metric", "year", "area", "date", "value", "unit", "certainty"])
    .where("deletedAt", "is", null)
    .orderBy("id")
    .execute();
}

/** The year that a scope lies in; null where it spans more than one, so that no yearly figure is meant. */
export function yearOf(scope: Scope): number | null {
  const year = scope.from.slice(0, 4);
  return year === scope.to.slice(0, 4) ? Number(year) : null;
}

/** Whether a row's metric column names this metric: by id, by Chinese name, or by one of its other names. */
export function namesMetric(written: string, metric: MetricDefinition): boolean {
  const key = nameKey(written);
  return [metric.name, metric.label, ...(metric.aliases ?? [])].some((name) => nameKey(name) === key);
}

function nameKey(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();
}

/**
 * The target of a metric in the scope's year, for the whole district or the scope's subdistrict. Of several, the firm
 * one (确保), then the one entered last.
 */
export function findTarget(
  rows: readonly TargetRow[],
  metrics: readonly MetricDefinition[],
  scope: Scope,
): TargetRow | null {
  const fitting = rows.filter(
    (row) =>
      row.value !== null &&
      row.year === yearOf(scope) &&
      row.area === (scope.area ?? null) &&
      metrics.some((metric) => namesMetric(row.metric, metric)),
  );
  return fitting.findLast((row) => row.verb === "确保") ?? fitting.at(-1) ?? null;
}

/**
 * The value typed in for a metric: of the scope's year and area, the one with the newest date not after the as-of
 * date. Figures of a whole year come out after it has ended; they answer where the whole year is asked.
 */
export function findValue(rows: readonly ValueRow[], metric: MetricDefinition, scope: Scope): ValueRow | null {
  const year = yearOf(scope);
  const end = scope.to < scope.asOf ? scope.to : scope.asOf;
  const wholeYear = scope.from === `${year}-01-01` && end === `${year}-12-31`;
  const fitting = rows.filter(
    (row) =>
      row.value !== null &&
      row.year === year &&
      row.area === (scope.area ?? null) &&
      namesMetric(row.metric, metric) &&
      (wholeYear || (row.date !== null && firstDay(row.date) >= scope.from && lastDay(row.date) <= end)),
  );
  const day = (row: ValueRow): string => (row.date === null ? "" : lastDay(row.date));
  return fitting.sort((a, b) => day(a).localeCompare(day(b)) || a.id.localeCompare(b.id)).at(-1) ?? null;
}
