import { sql } from "kysely";
import type { LedgerDeclaration, Fields } from "../../../shared/ledgers/define.ts";
import type { Sql } from "./sqlText.ts";
import { stagesOf } from "./stages.ts";

// All metrics of one ledger in one scope look at one table of its live records, narrow and made once: what each
// needs to know of a record is a column of it. The stages of a record are read once, grouped, and joined.
// What is asked of open entries only is asked apart: there are few, and each aggregate costs on every entry it sees.

export interface Base {
  readonly ledger: LedgerDeclaration<Fields>;
  readonly asOf: string;
  /** A column of the live record `t`; the same key asks for the same column. Answers with its name in the base. */
  column(key: string, make: () => Sql): Sql;
  /**
   * A column aggregated over the stage entries of the record: `stage`, `rank` (1 is the flow's first), `dateFrom`,
   * `dateTo`. NULL where it has none.
   */
  stage(key: string, make: () => Sql): Sql;
  /** The aggregate itself, for use within the expression of a column; there the record is `t`. */
  aggregate(key: string, make: () => Sql): Sql;
  /** The same over those entries that may or may not have happened by the as-of day: undated, or straddling it. */
  openStage(key: string, make: () => Sql): Sql;
  /** The SELECT that makes the base: `id` and all columns asked for so far. */
  select(): Sql;
}

/** An empty base of a ledger; `b` is its alias in what is asked of it. */
export function openBase(ledger: LedgerDeclaration<Fields>, asOf: string): Base {
  const columns: Columns = new Map();
  const stages: Columns = new Map();
  const openStages: Columns = new Map();

  const named = (kept: Columns, prefix: string, key: string, make: () => Sql): string => {
    const known = kept.get(key);
    if (known) return known.alias;
    const alias = `${prefix}${kept.size}`;
    kept.set(key, { alias, expression: make() });
    return alias;
  };
  const column: Base["column"] = (key, make) => sql.ref(`b.${named(columns, "c", key, make)}`);
  const aggregate: Base["aggregate"] = (key, make) => sql.ref(`s.${named(stages, "g", key, make)}`);

  return {
    ledger,
    asOf,
    column,
    stage: (key, make) => column(`stage ${key}`, () => aggregate(key, make)),
    aggregate,
    openStage: (key, make) => column(`open ${key}`, () => sql.ref(`o.${named(openStages, "g", key, make)}`)),
    select: () => sql`SELECT t.id AS id${listed(columns)} FROM ${sql.table(ledger.name)} AS t
      ${stagesJoin(ledger, "s", stages, sql``)}
      ${stagesJoin(ledger, "o", openStages, sql`AND (dateTo IS NULL OR dateFrom <= ${asOf} AND dateTo > ${asOf})`)}
      WHERE t.deletedAt IS NULL`,
  };
}

type Columns = Map<string, { readonly alias: string; readonly expression: Sql }>;

function listed(columns: Columns): Sql {
  const each = [...columns.values()].map(({ alias, expression }) => sql`, ${expression} AS ${sql.ref(alias)}`);
  return sql.join(each, sql``);
}

function stagesJoin(ledger: LedgerDeclaration<Fields>, alias: string, columns: Columns, where: Sql): Sql {
  if (columns.size === 0) return sql``;
  return sql`LEFT JOIN (SELECT record${listed(columns)}
    FROM (SELECT record, stage, dateFrom, dateTo, ${rankOf(ledger)} AS rank FROM stages WHERE ledger = ${ledger.name} ${where})
    GROUP BY record) AS ${sql.ref(alias)} ON ${sql.ref(`${alias}.record`)} = t.id`;
}

/** The place of `stage` in the ledger's flow, counted from 1; 0 for one that the flow does not have. */
export function rankOf(ledger: LedgerDeclaration<Fields>): Sql {
  const flow = stagesOf(ledger)?.flow ?? [];
  const ranks = flow.map(({ stage }, index) => sql`WHEN ${stage} THEN ${sql.lit(index + 1)}`);
  return ranks.length === 0 ? sql`0` : sql`CASE stage ${sql.join(ranks, sql` `)} ELSE 0 END`;
}
