import type { Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { asDecided, keepDistinct } from "./applyDecisions.ts";
import { writeItemsAsNow } from "./applyItems.ts";
import { recountRows } from "./importReport.ts";
import { byRow, isLeft } from "./items.ts";
import { pacing } from "./pause.ts";
import { decisionsOf, dropDecisions } from "./stagedDecisions.ts";
import { finishBatch, stagedBatch } from "./stagedBatch.ts";
import { leaveBehind, readItems } from "./stagedItems.ts";

// A staged batch → ledgers, in the caller's one transaction. Twins and faulty rows stay behind in staging.

/** Throws E-IMP-95/96 for a batch that is not staged, and what saveRecords throws: then nothing of it is written. */
export async function applyBatch(tx: Tx, context: WriteContext, batch: number): Promise<ImportReport> {
  const { at, report, tables } = await stagedBatch(tx, batch);
  const pause = pacing();
  const decisions = await decisionsOf(tx, batch);
  const understood = await readItems(tx, batch, tables, pause);
  const { items, waiting, distinct } = await asDecided(tx, batch, understood, decisions, pause);
  const moved = await changedSince(tx, at, batch);
  const changed = await writeItemsAsNow(tx, { ...context, batch }, { items, tables, moved }, pause);
  const whole: ImportReport = {
    ...report,
    counts:
      changed || decisions.size > 0
        ? await recountRows([...items, ...waiting].sort(byRow), report.counts, pause)
        : report.counts,
  };
  await leaveBehind(tx, batch, tables, [...items.filter(isLeft), ...waiting]);
  await keepDistinct(tx, distinct, context);
  await dropDecisions(tx, batch);
  await finishBatch(tx, whole, "applied");
  return whole;
}

/** Whether any record changed since the batch was staged. History is written in the order of time. */
async function changedSince(tx: Tx, at: string, batch: number): Promise<boolean> {
  const last = await tx.selectFrom("history").select(["at", "batch"]).orderBy("seq", "desc").executeTakeFirst();
  return last !== undefined && last.at >= at && last.batch !== batch;
}
