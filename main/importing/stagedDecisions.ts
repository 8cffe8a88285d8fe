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
