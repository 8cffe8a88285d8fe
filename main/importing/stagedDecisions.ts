import { sql } from "kysely";
import { prepared } from "../database/insertMany.ts";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { RowDecision } from "../../shared/api/api.ts";

// What a person wants of staged and waiting rows, kept until the row has gone in or been dropped.

/** By position. */
export async function decisionsOf(db: ReadHandle, batch: number): Promise<Map<number, RowDecision>> {
  const rows = await db.selectFrom("stagedDecisions").selectAll().where("batch", "=", batch).execute();
  // Only putDecisions writes the column.
  return new Map(rows.map(({ position, decision }) => [position, JSON.parse(decision) as RowDecision]));
}

/** A later decision on the same row takes the place of the earlier one; 按原样 without more is none. */
export async function putDecisions(tx: Tx, batch: number, decisions: readonly RowDecision[]): Promise<void> {
  for (const decision of decisions) {
    const { position, take, keep = [], values = {} } = decision;
    await tx.deleteFrom("stagedDecisions").where("batch", "=", batch).where("position", "=", position).execute();
    if (take === "asUnderstood" && keep.length === 0 && Object.keys(values).length === 0) continue;
    await tx
      .insertInto("stagedDecisions")
      .values({ batch, position, decision: JSON.stringify(decision) })
      .execute();
  }
}

export async function dropDecisions(tx: Tx, batch: number): Promise<void> {
  await tx.deleteFrom("stagedDecisions").where("batch", "=", batch).execute();
}

// The same record of the same row of the original, whatever its columns are taken for by now.
const samePlaces = `
  WITH given (older, newer, named) AS (VALUES (?, ?, ?)), placed AS (
    SELECT rows.batch, rows.position, rows.record, rows.version, rows.outcome, tables.sheet, rows.row, rows.ledger,
      row_number() OVER (PARTITION BY rows.batch, tables.sheet, rows.row, rows.ledger ORDER BY rows.position) AS nth
    FROM given JOIN stagedRows AS rows ON rows.batch IN (older, newer)
      JOIN batchTables AS tables ON tables.id = rows.batchTable
    WHERE rows.row IN (
      SELECT decided.row FROM stagedRows AS decided JOIN stagedDecisions USING (batch, position)
      WHERE decided.batch = older
    ) OR rows.row IN (
      SELECT made.row FROM stagedRows AS made WHERE made.batch = older AND made.record IN (SELECT value FROM json_each(named))
    )
  )
  SELECT before.position AS "from", after.position AS "to", after.record AS "is",
    CASE WHEN before.version = 0 AND before.outcome <> 'merged' THEN before.record END AS "was"
  FROM given JOIN placed AS before ON before.batch = older JOIN placed AS after ON after.batch = newer
    AND after.sheet = before.sheet AND after.row = before.row
    AND after.ledger = before.ledger AND after.nth = before.nth`;

interface SamePlace {
  readonly from: number;
  readonly to: number;
  /** A record that the older batch was going to make. */
  readonly was: string | null;
  readonly is: string | null;
}

/** What a person has decided on rows of one batch holds for the same rows of the batch that takes its place. */
export async function carryDecisions(tx: Tx, from: number, to: number): Promise<void> {
  const decisions = await decisionsOf(tx, from);
  if (decisions.size === 0) return;
  const named = [...decisions.values()].flatMap(({ take }) => (typeof take === "object" ? [take.same] : []));
  const places = prepared(tx, samePlaces).all<SamePlace>([from, to, JSON.stringify(named)]);
  // A new record has another id in each batch.
  const ids = new Map(places.flatMap(({ was, is }) => (was === null ? [] : [[was, is] as const])));
  const gone = new Set(await madeBy(tx, from, named));
  const carried = places.flatMap((place): RowDecision[] => {
    const decision = decisions.get(place.from);
    if (decision === undefined) return [];
    const { take } = decision;
    if (typeof take !== "object" || !gone.has(take.same)) return [{ ...decision, position: place.to }];
    const same = ids.get(take.same) ?? null;
    return same === null ? [] : [{ ...decision, position: place.to, take: { same } }];
  });
  await putDecisions(tx, to, carried);
}

/** Which of these records a batch is going to make. */
async function madeBy(tx: Tx, batch: number, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("stagedRows")
    .select("record")
    .where("batch", "=", batch)
    .where("version", "=", 0)
    .where("record", "in", sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute();
  return rows.flatMap(({ record }) => record ?? []);
}
