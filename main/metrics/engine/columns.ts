import { sql } from "kysely";
import { type DayKind, firstDayOf, isDayKind, lastDayOf, periodSide } from "./days.ts";
import { type KnownField, type MetricContext, fieldsOf, findField } from "./context.ts";
import type { Base } from "./base.ts";
import type { Sql } from "./sqlText.ts";

/** A stored value by table alias: its own column, or its place in the extra fields. */
export function stored(alias: string, field: KnownField): Sql {
  if (!field.extra) return sql.ref(`${alias}.${field.name}`);
  return sql`json_extract(${sql.ref(`${alias}.extras`)}, ${`$."${field.name}"`})`;
}

/** A field of the base's ledger as of a day. Only levels with a history change with the day. */
export function valueColumn(base: Base, context: MetricContext, field: KnownField, asOf: string): Sql {
  return base.column(`value ${field.name}`, () => {
    const own = stored("t", field);
    const kept = levelHistory(context, base.ledger.name, field);
    if (!kept) return own;
    const when = lastDayOf(sql.ref("h.date"), kept.dateKind);
    return sql`coalesce((SELECT h.level FROM ${sql.table(kept.ledger)} AS h
      WHERE h.${sql.ref(kept.parent)} = t.id AND h.deletedAt IS NULL AND h.level IS NOT NULL AND ${when} <= ${asOf}
      ORDER BY ${when} DESC, h.id DESC LIMIT 1), ${own})`;
  });
}

/** First and last day of a date, period or year field, or of one side of a period; NULL where it is blank. */
export function dayColumns(base: Base, field: KnownField, side?: "start" | "end"): { first: Sql; last: Sql } {
  if (!isDayKind(field.kind)) throw new TypeError(`${base.ledger.name}.${field.name} does not say when`);
  const own = stored("t", field);
  const part = field.kind === "period" && side !== undefined ? periodSide(own, side) : own;
  const kind = part === own ? field.kind : "date";
  const key = kind === field.kind ? field.name : `${side} of ${field.name}`;
  return {
    first: base.column(`first ${key}`, () => firstDayOf(part, kind)),
    last: base.column(`last ${key}`, () => lastDayOf(part, kind)),
  };
}

/**
 * Where the levels of a ledger's records over time lie: a ledger of detail rows with a level of the same dictionary
 * and a date. Null for fields and ledgers without such a history.
 */
export function levelHistory(
  context: MetricContext,
  ledger: string,
  field: KnownField,
): { ledger: string; parent: string; dateKind: DayKind } | null {
  if (field.name !== "level") return null;
  for (const name of context.ledgers.keys()) {
    const parent = fieldsOf(context, name).find((candidate) => candidate.parent && candidate.to === ledger);
    const level = findField(context, name, "level");
    const date = findField(context, name, "date");
    if (parent && date && level?.dictionary === field.dictionary && isDayKind(date.kind))
      return { ledger: name, parent: parent.name, dateKind: date.kind };
  }
  return null;
}
