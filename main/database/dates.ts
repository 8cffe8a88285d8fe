import { type Expression, type RawBuilder, sql } from "kysely";

// A date text carries its precision (2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15); a query asks for its first or last
// day. The same as firstDay and lastDay of shared/fields/dateText.ts, in SQL.

type Text = Expression<string | null> | Expression<string>;

/** ISO day on which the date text begins; NULL for blank. */
export function firstDay(column: Text): RawBuilder<string | null> {
  return sql<string | null>`CASE length(${column})
    WHEN 10 THEN ${column}
    WHEN 4 THEN ${column} || '-01-01'
    WHEN 7 THEN date(${month(column, 0)})
    END`;
}

/** ISO day on which the date text ends; NULL for blank. */
export function lastDay(column: Text): RawBuilder<string | null> {
  return sql<string | null>`CASE length(${column})
    WHEN 10 THEN ${column}
    WHEN 4 THEN ${column} || '-12-31'
    WHEN 7 THEN date(${month(column, 1)}, '+1 month', '-1 day')
    END`;
}

/** The first date text of a period `start/end`. */
export function startOf(period: Text): RawBuilder<string | null> {
  return sql<string | null>`substr(${period}, 1, instr(${period}, '/') - 1)`;
}

/** The second date text of a period `start/end`. */
export function endOf(period: Text): RawBuilder<string | null> {
  return sql<string | null>`substr(${period}, instr(${period}, '/') + 1)`;
}

/** First day of the first (0) or last (1) month of a half-year, quarter or month: all three are seven characters. */
function month(column: Text, last: 0 | 1): RawBuilder<string | null> {
  const number = sql`CAST(substr(${column}, 7, 1) AS INTEGER)`;
  return sql<string | null>`substr(${column}, 1, 5) || CASE substr(${column}, 6, 1)
    WHEN 'H' THEN printf('%02d', ${number} * 6 - ${sql.lit(last === 0 ? 5 : 0)})
    WHEN 'Q' THEN printf('%02d', ${number} * 3 - ${sql.lit(last === 0 ? 2 : 0)})
    ELSE substr(${column}, 6, 2) END || '-01'`;
}
