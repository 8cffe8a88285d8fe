import type { ReadHandle, Tx } from "../database/open.ts";
import type { RecordChange, WriteContext } from "../records/change.ts";
import { saveRecords } from "../records/save.ts";
import { ledger, type LedgerName } from "../../shared/ledgers/index.ts";
import { leaveOutDependants, rematchItems } from "./applyAfterChanges.ts";
import { compareItem } from "./compare.ts";
import type { Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { loadRecords } from "./storedKnown.ts";

// Items → records, each with the row that it came from, laid over the records as they are now.

/**
 * Writes what goes in; twins and faulty ones stay out. Answers whether any outcome is another than before.
 * @param given `tables`: ids of batchTables by the items' table index; `moved`: records may have changed since staging.
 */
export async function writeItemsAsNow(
  tx: Tx,
  context: WriteContext,
  { items, tables, moved }: { items: readonly Item[]; tables: readonly number[]; moved: boolean },
  pause: Pause,
): Promise<boolean> {
  const isOther = await itemsAsNow(tx, items, moved, pause);
  await saveItems(tx, context, items, tables);
  return isOther;
}

/** Makes of the items what they are beside the records as they are now; answers whether any outcome is another. */
export async function itemsAsNow(
  db: ReadHandle,
  items: readonly Item[],
  moved: boolean,
  pause: Pause,
): Promise<boolean> {
  if (moved) await rematchItems(db, items, pause);
  await compareAgain(db, items, moved, pause);
  return leaveOutDependants(items) || moved;
}

/** @param there items among them whose records and sources are written already. */
export async function saveItems(
  tx: Tx,
  context: WriteContext,
  items: readonly Item[],
  tables: readonly number[],
  there: ReadonlySet<Item> = new Set(),
): Promise<void> {
  await saveRecords(tx, context, changesOf(items, tables, there));
}

const chunk = 100;

/** What the file says is laid over the records as they are now, not as they were when it was staged. */
async function compareAgain(db: ReadHandle, items: readonly Item[], all: boolean, pause: Pause): Promise<void> {
  const open = items.filter(
    (item) => item.version > 0 && (item.outcome === "updated" || (all && item.outcome === "same")),
  );
  for (const [name, some] of Map.groupBy(open, (item) => item.ledger)) {
    for (let from = 0; from < some.length; from += chunk) {
      const part = some.slice(from, from + chunk);
      const ids = part.flatMap((item) => item.id ?? []);
      // Staged from this program's own declarations.
      const stored = await loadRecords(db, ledger(name as LedgerName), ids);
      for (const item of part) {
        const record = stored.get(item.id ?? "");
        if (record === undefined) Object.assign(item, { outcome: "twin", message: "这条记录后来被删除了" });
        else compareItem(item, record);
      }
      await pause();
    }
  }
}

function changesOf(items: readonly Item[], tables: readonly number[], there: ReadonlySet<Item>): RecordChange[] {
  const written = new Set(
    items.flatMap((item) => (item.outcome === "added" || item.outcome === "updated" ? (item.id ?? []) : [])),
  );
  // A row may have turned out to speak of a record that a later row makes.
  const ordered = [
    ...items.filter(({ outcome }) => outcome !== "merged"),
    ...items.filter(({ outcome }) => outcome === "merged"),
  ];
  return ordered.flatMap((item): RecordChange[] => {
    if (item.id === null || !written.has(item.id) || there.has(item)) return [];
    const { corrected = [] } = item;
    const source = {
      batchTable: tables[item.table] ?? 0,
      row: item.row,
      raw: item.raw,
      ...(corrected.length === 0 ? {} : { corrected }),
    };
    const extras = Object.keys(item.extras).length === 0 ? {} : { extras: item.extras };
    const { ledger: name, id } = item;
    if (item.outcome === "added")
      return [{ ledger: name, id: null, newId: id, values: item.values, ...extras, source }];
    if (item.outcome === "updated") return [{ ledger: name, id, values: item.changes, ...extras, source }];
    // Another row that spoke of the record: it adds no value, but some of the values came from it.
    return item.outcome === "merged" ? [{ ledger: name, id, values: {}, source }] : [];
  });
}
