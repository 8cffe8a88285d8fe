import type { Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import type { Kept } from "../records/takeBack.ts";
import { takeBackBatch } from "../records/takeBackBatch.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { dropDecisions } from "./stagedDecisions.ts";
import { noBatch } from "./stagedBatch.ts";

/**
 * Undoes an applied batch; what somebody changed since stays and is listed. The batch keeps its number, and its file
 * may be imported again. Throws E-IMP-95 for an unknown batch, E-IMP-94 for one that is not applied.
 */
export async function takeBack(
  tx: Tx,
  context: WriteContext,
  batch: number,
): Promise<{ batch: number; undone: number; kept: Kept[] }> {
  const row = await tx.selectFrom("batches").select("status").where("id", "=", batch).executeTakeFirst();
  if (row === undefined) throw noBatch(batch);
  if (row.status !== "applied") {
    const state = row.status === "takenBack" ? "已经撤销过" : "没有导入过数据";
    throw new ProblemError({
      kind: "conflict",
      code: "E-IMP-94",
      message: `第 ${batch} 批${state}，不能撤销。数据未改动；请核对批次号。`,
    });
  }
  const taken = await takeBackBatch(tx, { ...context, batch }, batch);
  await tx
    .updateTable("batches")
    .set({ status: "takenBack", takenBackAt: context.at })
    .where("id", "=", batch)
    .execute();
  // What stayed behind in staging belongs to an import that is no more.
  await tx.deleteFrom("stagedRows").where("batch", "=", batch).execute();
  await dropDecisions(tx, batch);
  return { batch, ...taken };
}
