import { attempt, Undone } from "../database/attempt.ts";
import { type Prepared, prepared } from "../database/insertMany.ts";
import type { Tx } from "../database/open.ts";
import { addPrepared, danglingSince, newestRows } from "../records/addPrepared.ts";
import type { WriteContext } from "../records/change.ts";
import { saveItems } from "./applyItems.ts";
import type { BatchAsNow } from "./batchAsNow.ts";
import type { Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { keepPrepared } from "./stagedRecords.ts";

/**
 * Writes what is prepared, in SQL, and the other items one by one. Answers false where nothing was written because all
 * rows have to be looked at after all: a taken number, a record that another one needs and that stays out.
 */
export async function savePrepared(
  tx: Tx,
  context: WriteContext & { readonly batch: number },
  { ledgers, items, tables, asStaged }: BatchAsNow,
  pause: Pause,
): Promise<boolean> {
  const done = await attempt(tx, async () => {
    if (asStaged !== null) keepPrepared(tx, context.batch, asStaged);
    const newest = newestRows(tx, ledgers);
    await addPrepared(tx, context, ledgers);
    await saveItems(tx, context, items, tables, asStaged ?? undefined);
    await addMergedSources(tx, context.batch, asStaged, pause);
    if (await danglingSince(tx, newest)) throw new Undone();
    return true;
  });
  return done === true;
}

const chunk = 2_000;

/**
 * Rows that speak of a record which another row has brought are sources of it too, where it was written.
 * @param some the only items that are meant; null for the whole batch.
 */
async function addMergedSources(tx: Tx, batch: number, some: ReadonlySet<Item> | null, pause: Pause): Promise<void> {
  const rows = "FROM stagedRows WHERE batch = ? AND outcome = 'merged' AND prepared = 0 AND";
  const add = (which: string): Prepared =>
    prepared(
      tx,
      `INSERT OR IGNORE INTO sources (record, batch, batchTable, row, ledger, raw)
      SELECT record, batch, batchTable, row, ledger, raw ${rows} ${which}
      AND EXISTS (SELECT 1 FROM sources AS own WHERE own.record = stagedRows.record AND own.batch = stagedRows.batch)`,
    );
  if (some !== null) {
    const merged = [...some].filter(({ outcome }) => outcome === "merged").map(({ position }) => position);
    const those = add("position IN (SELECT value FROM json_each(?))");
    for (let from = 0; from < merged.length; from += chunk) {
      those.run([batch, JSON.stringify(merged.slice(from, from + chunk))]);
      await pause();
    }
    return;
  }
  const next = prepared(tx, `SELECT position ${rows} position > ? ORDER BY position LIMIT 1 OFFSET ?`);
  const between = add("position > ? AND position <= ?");
  for (let from = -1; ;) {
    const [upTo] = next.all<{ position: number }>([batch, from, chunk - 1]);
    between.run([batch, from, upTo?.position ?? Number.MAX_SAFE_INTEGER]);
    await pause();
    if (upTo === undefined) return;
    from = upTo.position;
  }
}
