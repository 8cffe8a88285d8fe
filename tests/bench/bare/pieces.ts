// Pieces of the bare SQL. @year is a number, @this and @next are that year and the next as text; @from, @to, @nextFrom
// and @nextTo are their first and last days. All date texts of 2012 lie, as text, from '2012' up to '2013'.

/** Statements by the name of the metric that they answer. */
export type BareStatements = Readonly<Record<string, string>>;

export const cityAndAbove = "t.level IN ('国家级', '省级', '市级')";
export const provinceAndAbove = "t.level IN ('国家级', '省级')";
export const provinceOrCity = "t.level IN ('省级', '市级')";

/** The text lies in the year. */
export const inYear = (date: string): string => `${date} >= @this AND ${date} < @next`;

export const listed = (...terms: readonly string[]): string => terms.map((term) => `'${term}'`).join(", ");

/** Live records `t` of a ledger. */
export const live = (what: string, ledger: string, where = "1"): string =>
  `SELECT ${what} FROM ${ledger} AS t WHERE t.deletedAt IS NULL AND ${where}`;

/** Live records `t` whose last stage up to the end of the year is one of these. */
export const standing = (what: string, ledger: string, stages: readonly string[], where = "1"): string =>
  `SELECT ${what} FROM (
     SELECT record, stage, max(dateTo || position) FROM stages WHERE ledger = '${ledger}' AND dateTo <= @to GROUP BY record
   ) AS s JOIN ${ledger} AS t ON t.id = s.record
   WHERE s.stage IN (${listed(...stages)}) AND t.deletedAt IS NULL AND ${where}`;

/** Live records `t` that first reached one of these stages in the year. */
export const reached = (what: string, ledger: string, stages: readonly string[], where = "1"): string =>
  `SELECT ${what} FROM (
     SELECT record FROM stages WHERE ledger = '${ledger}' AND stage IN (${listed(...stages)})
     GROUP BY record HAVING min(dateFrom) BETWEEN @from AND @to
   ) AS s JOIN ${ledger} AS t ON t.id = s.record WHERE t.deletedAt IS NULL AND ${where}`;
