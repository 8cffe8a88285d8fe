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
  WITH given (older, newer) AS (VALUES (?, ?)), placed AS (
    SELECT rows.batch, rows.position, tables.sheet, rows.row, rows.ledger,
      row_number() OVER (PARTITION BY rows.batch, tables.sheet, rows.row, rows.ledger ORDER BY rows.position) AS nth
    FROM given JOIN stagedRows AS rows ON rows.batch IN (older, newer)
      JOIN batchTables AS tables ON tables.id = rows.batchTable
    WHERE rows.row IN (
      SELECT decided.row FROM stagedRows AS decided JOIN stagedDecisions USING (batch, position)
      WHERE decided.batch = older
    )
  )
  SELECT before.position AS "from", after.position AS "to"
  FROM given JOIN placed AS before ON before.batch = older JOIN placed AS after ON after.batch = newer
    AND after.sheet = before.sheet AND after.row = before.row
    AND after.ledger = before.ledger AND after.nth = before.nth`;

/** What a person has decided on rows of one batch holds for the same rows of the batch that takes its place. */
export async function carryDecisions(tx: Tx, from: number, to: number): Promise<void> {
  const decisions = await decisionsOf(tx, from);
  if (decisions.size === 0) return;
  const places = prepared(tx, samePlaces).all<{ from: number; to: number }>([from, to]);
  const carried = places.flatMap((place): RowDecision[] => {
    const decision = decisions.get(place.from);
    return decision === undefined ? [] : [{ ...decision, position: place.to }];
  });
  await putDecisions(tx, to, carried);
}
