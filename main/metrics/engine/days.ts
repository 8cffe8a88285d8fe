import { sql } from "kysely";
import { endOf, firstDay, lastDay, startOf } from "../../database/dates.ts";
import type { Sql } from "./sqlText.ts";

type Day = Sql<string | null>;

/** Kinds of field that say when. */
export type DayKind = "date" | "period" | "year";

export function isDayKind(kind: string): kind is DayKind {
  return kind === "date" || kind === "period" || kind === "year";
}

/** The start or the end of a period's text, as a date text. */
export function periodSide(value: Sql, side: "start" | "end"): Day {
  const text = value as Day;
  return side === "start" ? startOf(text) : endOf(text);
}

/** ISO text of the first possible day; NULL where the value is blank. */
export function firstDayOf(value: Sql, kind: DayKind): Day {
  if (kind === "year") return sql`(${value} || '-01-01')`;
  return firstDay(kind === "period" ? periodSide(value, "start") : (value as Day));
}

/** ISO text of the last possible day; NULL where the value is blank. */
export function lastDayOf(value: Sql, kind: DayKind): Day {
  if (kind === "year") return sql`(${value} || '-12-31')`;
  return lastDay(kind === "period" ? periodSide(value, "end") : (value as Day));
}
