import type { Database, Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { keepDistinct } from "./applyDecisions.ts";
import { saveItems } from "./applyItems.ts";
import { savePrepared } from "./applyPrepared.ts";
import { type BatchAsNow, batchAsNow, writtenSoFar } from "./batchAsNow.ts";
import { isLeft } from "./items.ts";
import { pacing, type Pause } from "./pause.ts";
import { dropDecisions } from "./stagedDecisions.ts";
import { finishBatch } from "./stagedBatch.ts";
import { leaveBehind } from "./stagedItems.ts";

// A staged batch → ledgers, in one transaction. Twins and faulty rows stay behind in staging.

/** Throws E-IMP-95/96 for a batch that is not staged, and what saveRecords throws: then nothing of it is written. */
export async function applyBatch(tx: Tx, context: WriteContext, batch: number): Promise<ImportReport> {
  const pause = pacing();
  return await write(tx, context, await batchAsNow(tx, batch, pause), pause);
}

const large = { large: true };

/** How often a batch is looked over while others may write, before it is done with nobody else at work. */
const attempts = 2;

export interface Applying {
  readonly who: string;
  /** ISO UTC; asked once nobody else can write. */
  readonly now: () => string;
  /** Done in the same transaction. */
  readonly along?: (tx: Tx, at: string, report: ImportReport) => Promise<void>;
}

/**
 * As applyBatch, in a transaction of its own. What the batch will do is found out before that begins, so that reads wait
 * for the writing alone; where anything at all has been written meanwhile it is found out anew.
 */
export async function applyBatchApart(
  database: Database,
  { who, now, along = async () => {} }: Applying,
  batch: number,
): Promise<ImportReport> {
  const pause = pacing();
  for (let left = attempts; ; left--) {
    const before = await writtenSoFar(database.read);
    const found = left > 0 ? await batchAsNow(database.read, batch, pause) : null;
    const done = await database.write(async (tx) => {
      const isStale = found === null || (await writtenSoFar(tx)) !== before;
      if (isStale && left > 0) return null;
      const at = now();
      const report = await write(tx, { at, who, batch }, isStale ? await batchAsNow(tx, batch, pause) : found, pause);
      await along(tx, at, report);
      return report;
    }, large);
    if (done !== null) return done;
  }
}

async function write(tx: Tx, context: WriteContext, found: BatchAsNow, pause: Pause): Promise<ImportReport> {
  const { batch } = found;
  const asBatch = { ...context, batch };
  let now = found;
  if (now.ledgers.length > 0 && !(await savePrepared(tx, asBatch, now, pause)))
    now = await batchAsNow(tx, batch, pause, true);
  if (now.ledgers.length === 0) await saveItems(tx, asBatch, now.items, now.tables);
  const { items, waiting, tables, distinct, report } = now;
  await leaveBehind(tx, batch, tables, [...items.filter(isLeft), ...waiting]);
  await keepDistinct(tx, distinct, context);
  await dropDecisions(tx, batch);
  await finishBatch(tx, report, "applied");
  return report;
}
