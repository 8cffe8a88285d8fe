import { sql } from "kysely";
import type { Phase } from "../../../shared/fields/field.ts";
import type { FlowEvent, RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import { type MetricContext, findField } from "./context.ts";
import { type Timing, grantedOn, standingTiming } from "./standing.ts";
import { namesOf, stagesOf } from "./stages.ts";
import { type Sql, all, among } from "./sqlText.ts";
import type { Base } from "./base.ts";
import { dayColumns } from "./columns.ts";

/** The days in which a flow's event must lie, both inclusive; empty where `from` is after `to`. */
function flowDays(scope: Scope, yearsAhead: number, untilAsOf: boolean): { from: string; to: string } {
  if (yearsAhead === 0) return { from: scope.from, to: untilAsOf && scope.asOf < scope.to ? scope.asOf : scope.to };
  return { from: yearsLater(scope.from, yearsAhead), to: yearsLater(scope.to, yearsAhead) };
}

/** Whether the flow ends at the as-of date; where it goes by year and a standing is asked, that is held against it. */
export function isCutAtAsOf(context: MetricContext, { ledger, window, standing }: RecordsMetric): boolean {
  if (standing === undefined || window.kind !== "flow" || !("field" in window.on)) return true;
  return findField(context, ledger, window.on.field)?.kind !== "year";
}

/** When the metric's records count: its window, and where it asks for one, the standing at the as-of date. */
export function timingOf(base: Base, context: MetricContext, metric: RecordsMetric, scope: Scope): Timing {
  const { window, standing } = metric;
  const parts: Timing[] = [];
  if (standing !== undefined) parts.push(standingTiming(base, context, standing, metric.undated));
  if (window.kind === "flow") {
    const days = flowDays(scope, window.yearsAhead ?? 0, isCutAtAsOf(context, metric));
    parts.push(flowTiming(eventDays(base, context, window.on), days));
  }
  if (window.kind === "stock") {
    if (window.since !== undefined) parts.push(sinceTiming(base, context, window.since, scope.asOf));
    if (window.until !== undefined) parts.push(untilTiming(base, context, window.until, window.endedBy, scope.asOf));
  }
  const unstaged = parts.find((part) => part.unstaged)?.unstaged;
  return {
    certain: all(parts.map((part) => part.certain)),
    possible: all(parts.map((part) => part.possible)),
    reserves: parts.flatMap((part) => part.reserves ?? []),
    ...(unstaged ? { unstaged } : {}),
  };
}

interface EventDays {
  readonly first: Sql;
  readonly last: Sql;
  readonly blank: Sql;
}

function flowTiming({ first, last, blank }: EventDays, { from, to }: { from: string; to: string }): Timing {
  return {
    certain: sql`(coalesce(${first} >= ${from}, 0) AND coalesce(${last} <= ${to}, 0))`,
    possible: sql`(coalesce(${first} <= ${to}, ${blank}) AND coalesce(${last} >= ${from}, ${blank}))`,
  };
}

/**
 * The interval within which the event lies. `blank` says what a NULL bound means: 1, nobody knows when (the record is
 * left out and reported); 0, it has not happened. For stages the event is the first entry of the set, which lies
 * between the earliest first day and the earliest last day of all; one entry without a date opens it to the past.
 */
export function eventDays(base: Base, context: MetricContext, on: FlowEvent): EventDays {
  const yes = sql`1`;
  const no = sql`0`;
  if ("field" in on) {
    const field = findField(context, base.ledger.name, on.field);
    if (!field) throw new TypeError(`${base.ledger.name} has no field ${on.field}`);
    const own = dayColumns(base, field);
    const blank = on.blank === "notYet" ? no : yes;
    if (on.orYear === undefined) return { ...own, blank };
    const year = daysOf(base, context, on.orYear, "start");
    return { first: sql`coalesce(${own.first}, ${year.first})`, last: sql`coalesce(${own.last}, ${year.last})`, blank };
  }
  const stages = stagesOf(base.ledger);
  if (!stages) throw new TypeError(`${base.ledger.name} has no stages`);
  if ("expiry" in on) {
    const field = stages.expiresBy === undefined ? null : findField(context, base.ledger.name, stages.expiresBy);
    const end = field ? dayColumns(base, field).last : sql`NULL`;
    const years = stages.lastsYears === undefined ? null : `+${stages.lastsYears} years`;
    const reckoned = years === null ? sql`NULL` : sql`date(${grantedOn(base, stages)}, ${years}, '-1 day')`;
    const day = sql`coalesce(${end}, ${reckoned})`;
    // What was never granted does not expire.
    const granted = among(sql`stage`, namesOf(stages, "granted"));
    const ever = base.stage("ever granted", () => sql`max(CASE WHEN ${granted} THEN 1 ELSE 0 END)`);
    return { first: day, last: day, blank: sql`coalesce(${ever}, 0)` };
  }
  const names = namesOf(stages, on.stage);
  const inside = among(sql`stage`, names);
  const key = names.join(",");
  const earliest = (name: string, value: Sql): Sql =>
    base.stage(`${name} ${key}`, () => sql`min(CASE WHEN ${inside} THEN ${value} END)`);
  const first = earliest("first", sql`coalesce(dateFrom, '')`);
  // No entry of the set at all: it has not happened. One without any date: it may have been at any time.
  return {
    first,
    last: sql`CASE WHEN ${first} IS NOT NULL THEN coalesce(${earliest("last", sql`dateTo`)}, '9999') END`,
    blank: no,
  };
}

function sinceTiming(base: Base, context: MetricContext, name: string, asOf: string): Timing {
  const { first, last } = daysOf(base, context, name, "start");
  return { certain: sql`coalesce(${last} <= ${asOf}, 0)`, possible: sql`coalesce(${first} <= ${asOf}, 1)` };
}

/** A coarse end holds until its interval's last day; a blank one is no end, unless the stages know of one. */
function untilTiming(
  base: Base,
  context: MetricContext,
  name: string,
  endedBy: Phase | readonly string[] | undefined,
  asOf: string,
): Timing {
  const { last } = daysOf(base, context, name, "end");
  const lasts = sql`coalesce(${last} >= ${asOf}, 1)`;
  if (endedBy === undefined) return { certain: lasts, possible: lasts };
  const over = standingTiming(base, context, endedBy);
  const mayBeOver = over.unstaged ? sql`(${over.possible} AND NOT ${over.unstaged})` : over.possible;
  return {
    certain: sql`CASE WHEN ${last} IS NULL THEN NOT ${mayBeOver} ELSE ${lasts} END`,
    possible: sql`CASE WHEN ${last} IS NULL THEN NOT ${over.certain} ELSE ${lasts} END`,
  };
}

/** First and last day of a field; of a period, those of its start or its end. */
function daysOf(base: Base, context: MetricContext, name: string, side: "start" | "end"): { first: Sql; last: Sql } {
  const field = findField(context, base.ledger.name, name);
  if (!field) throw new TypeError(`${base.ledger.name} has no field ${name}`);
  return dayColumns(base, field, side);
}

function yearsLater(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const rest = day.slice(4);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${rest === "-02-29" && !leap ? "-02-28" : rest}`;
}
