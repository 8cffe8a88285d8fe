import { sql } from "kysely";
import type { LedgerDeclaration, Fields } from "../../../shared/ledgers/define.ts";
import type { Sql } from "./sqlText.ts";
import { stagesOf } from "./stages.ts";

// All metrics of one ledger in one scope look at one table of its live records, narrow and made once: what each
// needs to know of a record is a column of it. The stages of a record are read once, grouped, and joined.

export interface Base {
  readonly ledger: LedgerDeclaration<Fields>;
  /** A column of the live record `t`; the same key asks for the same column. Answers with its name in the base. */
  column(key: string, make: () => Sql): Sql;
  /** A column aggregated over the stage entries of the record: `rank` (1 is the flow's first), `dateFrom`, `dateTo`. */
  stage(key: string, make: () => Sql): Sql;
  /** The SELECT that makes the base: `id` and all columns asked for so far. */
  select(): Sql;
}

/** An empty base of a ledger; `b` is its alias in what is asked of it. */
export function openBase(ledger: LedgerDeclaration<Fields>): Base {
  const columns = new Map<string, { alias: string; expression: Sql }>();
  const stages = new Map<string, { alias: string; expression: Sql }>();

  const named = (kept: typeof columns, prefix: string, key: string, make: () => Sql): string => {
    const known = kept.get(key);
    if (known) return known.alias;
    const alias = `${prefix}${kept.size}`;
    kept.set(key, { alias, expression: make() });
    return alias;
  };
  const column: Base["column"] = (key, make) => sql.ref(`b.${named(columns, "c", key, make)}`);

  return {
    ledger,
    column,
    stage: (key, make) => column(`stage ${key}`, () => sql.ref(`s.${named(stages, "g", key, make)}`)),
    select: () => {
      const list = (kept: typeof columns): Sql[] =>
        [...kept.values()].map(({ alias, expression }) => sql`, ${expression} AS ${sql.ref(alias)}`);
      const joined = stages.size === 0 ? sql`` : stagesJoin(ledger, list(stages));
      return sql`SELECT t.id AS id${sql.join(list(columns), sql``)}
        FROM ${sql.table(ledger.name)} AS t ${joined} WHERE t.deletedAt IS NULL`;
    },
  };
}

function stagesJoin(ledger: LedgerDeclaration<Fields>, columns: Sql[]): Sql {
  const flow = stagesOf(ledger)?.flow ?? [];
  const ranks = flow.map(({ stage }, index) => sql`WHEN ${stage} THEN ${sql.lit(index + 1)}`);
  const rank = ranks.length === 0 ? sql`0` : sql`CASE stage ${sql.join(ranks, sql` `)} ELSE 0 END`;
  return sql`LEFT JOIN (SELECT record${sql.join(columns, sql``)}
    FROM (SELECT record, dateFrom, dateTo, ${rank} AS rank FROM stages WHERE ledger = ${ledger.name})
    GROUP BY record) AS s ON s.record = t.id`;
}
