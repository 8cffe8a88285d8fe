import { sql } from "kysely";
import type { RecordsMetric } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import type { MetricContext, Reader } from "./context.ts";
import { type Candidates, candidatesOf } from "./candidates.ts";
import { openBase } from "./base.ts";
import { showsKnown } from "./known.ts";

/** What the one query says of a metric: the fold over the records that count, and those left out by reason. */
export interface Folded {
  readonly ids: readonly string[];
  /** Records whose folded field is filled; all of them where the fold counts. */
  readonly filled: number;
  readonly distinct: number;
  /** Sum and greatest of the folded field as stored; null where none is filled. */
  readonly sum: number | null;
  readonly max: number | null;
  readonly missing: readonly { readonly reason: string; readonly ids: readonly string[] }[];
  /** The ledger has at least one live record of the scope's time or before it. */
  readonly known: boolean;
}

interface Group {
  metric: number;
  reason: number;
  reserve: number;
  blank: number;
  number: number;
  sum: number | null;
  max: number | null;
  ids: string;
  parts: string | null;
}

/**
 * Asks all metrics of one ledger in one scope with one statement: the live records once, as narrow as the metrics
 * together need them, and then one grouped SELECT for each metric over that.
 */
export async function foldLedger(
  db: Reader,
  context: MetricContext,
  metrics: readonly RecordsMetric[],
  scope: Scope,
): Promise<Folded[]> {
  const declaration = context.ledgers.get(metrics[0]?.ledger ?? "");
  if (!declaration) throw new TypeError(`no ledger ${metrics[0]?.ledger}`);
  const base = openBase(declaration, scope.asOf);
  const asked = metrics.map((metric) => candidatesOf(base, context, metric, scope));
  const selects = asked.map(
    ({ select }, index) => sql`SELECT ${sql.lit(index)} AS metric, reason, reserve, value IS NULL AS blank,
      count(*) AS number, sum(value) AS sum, max(value) AS max, json_group_array(id) AS ids,
      ${metrics[index]?.distinct === undefined ? sql`NULL` : sql`json_group_array(part)`} AS parts
      FROM (${select}) GROUP BY reason, reserve, blank`,
  );
  const known = sql`SELECT -1, 0, 0, 0, ${showsKnown(declaration, context, scope)}, NULL, NULL, '[]', NULL`;
  const statement = sql<Group>`(WITH base AS MATERIALIZED (${base.select()})
    ${sql.join([...selects, known], sql` UNION ALL `)})`;
  const groups: Group[] = await db.selectFrom(statement.as("answer")).selectAll("answer").execute();

  const isKnown = groups.some((group) => group.metric === -1 && group.number > 0);
  return metrics.map((metric, index) => {
    const own = groups.filter((group) => group.metric === index);
    const blankLabel =
      metric.fold.kind === "count" ? "" : (declaration.fields[metric.fold.field]?.label ?? metric.fold.field);
    return foldGroups(own, asked[index] ?? { reasons: [], reserves: [] }, `${blankLabel}未填`, isKnown);
  });
}

function foldGroups(
  groups: Group[],
  { reasons, reserves }: Pick<Candidates, "reasons" | "reserves">,
  blankReason: string,
  known: boolean,
): Folded {
  const counted = groups.filter((group) => group.reason === 0);
  const filled = counted.filter((group) => group.blank === 0);
  const sums = filled.flatMap((group) => group.sum ?? []);
  const greatest = filled.flatMap((group) => group.max ?? []);
  const parts = new Set(counted.flatMap((group) => (group.parts === null ? [] : listOf(group.parts))));
  const named = (reason: string, kept: Group[]): { reason: string; ids: string[] } => ({ reason, ids: idsOf(kept) });
  const missing = [
    ...reasons.map((reason, index) =>
      named(
        reason,
        groups.filter((group) => group.reason === index + 1),
      ),
    ),
    named(
      blankReason,
      counted.filter((group) => group.blank === 1),
    ),
    ...reserves.map((reason, bit) =>
      named(
        reason,
        // What is blank adds nothing, so there is nothing to reserve.
        filled.filter((group) => (group.reserve & (2 ** bit)) !== 0),
      ),
    ),
  ];
  return {
    ids: idsOf(counted),
    filled: filled.reduce((total, group) => total + group.number, 0),
    distinct: parts.size,
    sum: sums.length === 0 ? null : sums.reduce((total, sum) => total + sum, 0),
    max: greatest.length === 0 ? null : Math.max(...greatest),
    missing: missing.filter(({ ids }) => ids.length > 0),
    known,
  };
}

/** In the order of the ids, which is that of creation, whatever groups they came in. */
function idsOf(groups: readonly Group[]): string[] {
  return groups.flatMap((group) => listOf(group.ids)).sort();
}

function listOf(json: string): string[] {
  // Written by json_group_array over ids and codes: an array of texts.
  return JSON.parse(json) as string[];
}
