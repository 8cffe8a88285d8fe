import type { MetricValue } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";

// What the first screen makes of the year's figures. Pure.

export interface MetricRow {
  readonly now: MetricValue;
  readonly lastYear: MetricValue;
  readonly target: number | null;
}

/** 序时进度: the part of the period, in days, that has passed at the as-of date; 0 to 1. */
export function calendarShare({ from, to, asOf }: Scope): number {
  const days = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return Math.min(1, Math.max(0, days(from, asOf) / days(from, to)));
}

export interface Progress {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  readonly actual: number | null;
  readonly target: number;
  /** Actual against target; may be over 1. */
  readonly share: number;
}

/** Figures that have a task for the year, those furthest behind first. */
export function progressOf(rows: readonly MetricRow[]): Progress[] {
  return rows
    .flatMap(({ now, target }): Progress[] => {
      if (target === null || target <= 0) return [];
      const { metric, label, unit, value } = now;
      return [{ metric, label, unit, actual: value, target, share: (value ?? 0) / target }];
    })
    .toSorted((a, b) => a.share - b.share);
}

export interface Gap {
  readonly metric: string;
  readonly label: string;
  /** 研发费用未填 3 家 */
  readonly words: string;
  readonly records: number;
}

/** What figures lack, each gap once: the same records missing the same thing under several figures are one gap. */
export function gapsOf(rows: readonly MetricRow[]): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { now } of rows) {
    for (const { reason, records, ids, measure } of now.missing) {
      // A ratio tells its parts' gaps with the part's name before them.
      const key = `${reason.split("：").at(-1) ?? reason} ${ids.toSorted().join(" ")}`;
      if (records === 0 || gaps.has(key)) continue;
      gaps.set(key, {
        metric: now.metric,
        label: now.label,
        words: `${reason} ${records} ${measure ?? "条"}`,
        records,
      });
    }
  }
  return [...gaps.values()].toSorted((a, b) => b.records - a.records);
}
