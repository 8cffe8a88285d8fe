import { attempt, Undone } from "../database/attempt.ts";
import { prepared } from "../database/insertMany.ts";
import type { Tx } from "../database/open.ts";
import { addPrepared, danglingSince, newestRows, preparedLedgers } from "../records/addPrepared.ts";
import type { WriteContext } from "../records/change.ts";
import { saveItems, writeItemsAsNow } from "./applyItems.ts";
import { isLeft, type Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { keepPrepared } from "./stagedRecords.ts";
import { itemsAsStaged, itemsToSave } from "./stagedToSave.ts";

/**
 * Applies a batch that is still what it was when it was staged, for the most part in SQL: nobody has decided anything,
 * no record has changed since. Answers with the items that stay behind, or null where nothing was written because the
 * rows have to be looked at one by one after all (a taken number, a record that another one needs and that stays out).
 */
export async function applyPrepared(
  tx: Tx,
  context: WriteContext & { readonly batch: number },
  tables: readonly number[],
  pause: Pause,
): Promise<Item[] | null> {
  const { ready, foreign } = await preparedLedgers(tx, context.batch);
  if (ready.length === 0 || foreign.length > 0) return null;
  const items = await itemsToSave(tx, context.batch, tables, pause);
  return await attempt(tx, async () => {
    const newest = newestRows(tx, ready);
    await addPrepared(tx, context, ready);
    const changed = await writeItemsAsNow(tx, context, { items, tables, moved: false }, pause);
    if (changed || (await danglingSince(tx, newest))) throw new Undone();
    await addMergedSources(tx, context.batch, pause);
    return items.filter(isLeft);
  });
}

/**
 * Writes items one by one, except new records that are to be just what was prepared for them. The prepared ones of the
 * others are dropped.
 */
export function savePrepared(batch: number, pause: Pause): typeof saveItems {
  return async (tx, context, items, tables) => {
    const { ready, foreign } = await preparedLedgers(tx, batch);
    if (ready.length === 0 || foreign.length > 0) return await saveItems(tx, context, items, tables);
    const untouched = await itemsAsStaged(tx, batch, items, pause);
    const done = await attempt(tx, async () => {
      await keepPrepared(tx, batch, untouched);
      const newest = newestRows(tx, ready);
      await addPrepared(tx, { ...context, batch }, ready);
      await saveItems(tx, context, items, tables, untouched);
      if (await danglingSince(tx, newest)) throw new Undone();
      return true;
    });
    if (done === null) await saveItems(tx, context, items, tables);
  };
}

const chunk = 2_000;

/** Rows that speak of a record which another row has brought are sources of it too, where it was written. */
async function addMergedSources(tx: Tx, batch: number, pause: Pause): Promise<void> {
  const rows = "FROM stagedRows WHERE batch = ? AND outcome = 'merged' AND prepared = 0 AND position > ?";
  const next = prepared(tx, `SELECT position ${rows} ORDER BY position LIMIT 1 OFFSET ?`);
  const add = prepared(
    tx,
    `INSERT OR IGNORE INTO sources (record, batch, batchTable, row, ledger, raw)
    SELECT record, batch, batchTable, row, ledger, raw ${rows} AND position <= ?
    AND EXISTS (SELECT 1 FROM sources AS own WHERE own.record = stagedRows.record AND own.batch = stagedRows.batch)`,
  );
  for (let from = -1; ;) {
    const [upTo] = next.all<{ position: number }>([batch, from, chunk - 1]);
    add.run([batch, from, upTo?.position ?? Number.MAX_SAFE_INTEGER]);
    await pause();
    if (upTo === undefined) return;
    from = upTo.position;
  }
}
