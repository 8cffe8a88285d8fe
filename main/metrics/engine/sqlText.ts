import { type RawBuilder, sql } from "kysely";

// Small pieces of SQL. Everything a metric asks is put together from them, and every value is bound, never pasted.

export type Sql<T = unknown> = RawBuilder<T>;

/** All of them; true where there is none. A NULL among them stays NULL unless another is false. */
export function all(parts: readonly Sql[]): Sql<boolean> {
  return parts.length === 0 ? sql`1` : sql`(${sql.join(parts, sql` AND `)})`;
}

/** `value IN (…)` over bound values; false over none, as an empty list is no syntax everywhere. */
export function among(value: Sql, values: readonly (string | number)[]): Sql<boolean> {
  if (values.length === 1) return sql`${value} = ${values[0]}`;
  return values.length === 0 ? sql`(${value} IS NULL AND NULL)` : sql`${value} IN (${sql.join(values)})`;
}

/** `value IN (…)` over numbers of our own, which may stand in the text. */
export function amongRanks(value: Sql, ranks: readonly number[]): Sql<boolean> {
  return ranks.length === 0 ? sql`0` : sql`${value} IN (${sql.join(ranks.map((rank) => sql.lit(rank)))})`;
}
