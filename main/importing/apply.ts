import type { Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { asDecided, keepDistinct } from "./applyDecisions.ts";
import { writeItemsAsNow } from "./applyItems.ts";
import { applyPrepared, savePrepared } from "./applyPrepared.ts";
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
  const moved = await changedSince(tx, at, batch);
  const asStaged = { ...context, batch };
  const left = moved || decisions.size > 0 ? null : await applyPrepared(tx, asStaged, tables, pause);
  if (left !== null) {
    await leaveBehind(tx, batch, tables, left);
    await finishBatch(tx, report, "applied");
    return report;
  }
  const understood = await readItems(tx, batch, tables, pause);
  const { items, waiting, distinct } = await asDecided(tx, batch, understood, decisions, pause);
  const changed = await writeItemsAsNow(
    tx,
    asStaged,
    { items, tables, moved, save: savePrepared(batch, pause) },
    pause,
  );
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
