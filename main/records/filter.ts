import { type RawBuilder, sql, type SqlBool } from "kysely";
import { endOf, firstDay, lastDay, startOf } from "../database/dates.ts";
import type { FilterCondition } from "../../shared/api/api.ts";
import * as dateText from "../../shared/fields/dateText.ts";
import type { StagesField } from "../../shared/fields/field.ts";
import type { ColumnSql } from "./columnSql.ts";

type Condition = RawBuilder<SqlBool>;
type Scalar = string | number | boolean | null;
type Text = RawBuilder<string | null>;

/** One condition of a list, over the column that it names. */
export function filterSql(column: ColumnSql, condition: FilterCondition): Condition {
  if ("in" in condition) return oneOf(column, condition.in);
  if ("contains" in condition)
    return sql`CAST(${column.value} AS TEXT) LIKE ${likePattern(condition.contains)} ESCAPE '\\'`;
  if ("blank" in condition) return condition.blank ? sql`${column.value} IS NULL` : sql`${column.value} IS NOT NULL`;
  return within(column, condition.from ?? null, condition.to ?? null);
}

/** The words as a LIKE pattern that finds them anywhere; %, _ and \ stand for themselves. */
export function likePattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

function oneOf({ kind, value, field }: ColumnSql, wanted: readonly Scalar[]): Condition {
  const blank: Condition = wanted.includes(null) ? sql`${value} IS NULL` : sql`0`;
  const list =
    kind === "stages" ? ranksOf(field as StagesField, wanted) : wanted.filter((one) => one !== null).map(stored);
  const json = sql`(SELECT value FROM json_each(${JSON.stringify(list)}))`;
  const among: Condition =
    kind === "choices" || kind === "references" || kind === "attachments"
      ? sql`EXISTS (SELECT 1 FROM json_each(${value}) AS item WHERE item.value IN ${json})`
      : sql`${value} IN ${json}`;
  return sql`(${blank} OR ${among})`;
}

function stored(value: string | number | boolean): string | number {
  return typeof value === "boolean" ? Number(value) : value;
}

function ranksOf({ flow }: StagesField, wanted: readonly Scalar[]): number[] {
  return flow.flatMap(({ stage }, index) => (wanted.includes(stage) ? [index + 1] : []));
}

/** Both ends inclusive. A coarse date lies within only where its whole interval does. */
function within({ kind, value }: ColumnSql, from: string | number | null, to: string | number | null): Condition {
  const [first, last]: [RawBuilder<unknown>, RawBuilder<unknown>] =
    kind === "date"
      ? [firstDay(value as Text), lastDay(value as Text)]
      : kind === "period"
        ? [firstDay(startOf(value as Text)), lastDay(endOf(value as Text))]
        : [value, value];
  const dated = kind === "date" || kind === "period";
  const low = dated && typeof from === "string" && dateText.isDateText(from) ? dateText.firstDay(from) : from;
  const high = dated && typeof to === "string" && dateText.isDateText(to) ? dateText.lastDay(to) : to;
  const conditions: Condition[] = [sql`${value} IS NOT NULL`];
  if (low !== null) conditions.push(sql`${first} >= ${low}`);
  if (high !== null) conditions.push(sql`${last} <= ${high}`);
  return sql`(${sql.join(conditions, sql` AND `)})`;
}
