import type { Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import { lastChange } from "../records/changes.ts";
import { getRecord } from "../records/readRecords.ts";
import { type Kept, takeBackStretch } from "../records/takeBack.ts";
import type { CompanyMerge } from "../../shared/api/companies.ts";
import { oneMerge } from "./merges.ts";
import { codeTaken, mergedOn, noMerge } from "./problems.ts";

/**
 * Puts back what a merge did, field by field where it still says so; what somebody changed since stays and is listed.
 * E-CMP-03 none or undone already, 04 the kept one is gone by now, 05 a number has gone to another record.
 */
export async function unmergeCompanies(
  tx: Tx,
  context: WriteContext,
  id: number,
): Promise<{ merge: CompanyMerge; undone: number; kept: Kept[] }> {
  const { undoneAt, kept: into, dropped } = await oneMerge(tx, id);
  if (undoneAt !== null) throw noMerge();
  if ((await getRecord(tx, "organisations", into.id)).deletedAt !== null) throw mergedOn(into.name);
  const stretch = await tx
    .selectFrom("companyMerges")
    .select(["first", "last"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const before = await lastChange(tx);
  const { undone, kept } = await takeBackStretch(tx, context, stretch);
  const taken = kept.find(({ reason }) => reason === "taken");
  // The transaction is rolled back: a record that stays removed while others point at it again helps nobody.
  if (taken !== undefined) throw codeTaken(taken.title);
  const last = await lastChange(tx);
  await tx
    .updateTable("companyMerges")
    .set({ undoneAt: context.at, ...(last > before ? { undoneFirst: before + 1, undoneLast: last } : {}) })
    .where("id", "=", id)
    .execute();
  for (const one of dropped) {
    // Somebody brought it back or changed it by hand meanwhile, which is as good.
    if ((await getRecord(tx, "organisations", one.id)).deletedAt !== null) throw mergedOn(one.name);
  }
  return { merge: await oneMerge(tx, id), undone, kept };
}
