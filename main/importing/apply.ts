import type { Tx } from "../database/open.ts";
import type { RecordChange, WriteContext } from "../records/change.ts";
import { saveRecords } from "../records/save.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { ledger, type LedgerName } from "../../shared/ledgers/index.ts";
import { recountRows } from "./importReport.ts";
import type { Item } from "./items.ts";
import { rematchItems } from "./applyAfterChanges.ts";
import { pacing, type Pause } from "./pause.ts";
import { finishBatch, stagedBatch } from "./stagedBatch.ts";
import { readItems } from "./stagedItems.ts";
import { loadRecords } from "./storedKnown.ts";
import { compareItem } from "./compare.ts";

// A staged batch → ledgers, in the caller's one transaction. Twins and faulty rows stay behind in staging.

/** Throws E-IMP-95/96 for a batch that is not staged, and what saveRecords throws: then nothing of it is written. */
export async function applyBatch(tx: Tx, context: WriteContext, batch: number): Promise<ImportReport> {
  const { at, report, tables } = await stagedBatch(tx, batch);
  const pause = pacing();
  const items = await readItems(tx, batch, tables, pause);
  const moved = await changedSince(tx, at, batch);
  if (moved) await rematchItems(tx, items, pause);
  await compareAgain(tx, items, moved, pause);
  await saveRecords(tx, { ...context, batch }, changesOf(items, tables));
  const whole: ImportReport = {
    ...report,
    counts: moved ? await recountRows(items, report.counts, pause) : report.counts,
  };
  await tx
    .deleteFrom("stagedRows")
    .where("batch", "=", batch)
    .where("outcome", "not in", ["twin", "invalid"])
    .execute();
  await finishBatch(tx, whole, "applied");
  return whole;
}

/** Whether any record changed since the batch was staged. History is written in the order of time. */
async function changedSince(tx: Tx, at: string, batch: number): Promise<boolean> {
  const last = await tx.selectFrom("history").select(["at", "batch"]).orderBy("seq", "desc").executeTakeFirst();
  return last !== undefined && last.at >= at && last.batch !== batch;
}

const chunk = 100;

/** What the file says is laid over the records as they are now, not as they were when it was staged. */
async function compareAgain(tx: Tx, items: readonly Item[], all: boolean, pause: Pause): Promise<void> {
  const open = items.filter(
    (item) => item.version > 0 && (item.outcome === "updated" || (all && item.outcome === "same")),
  );
  for (const [name, some] of Map.groupBy(open, (item) => item.ledger)) {
    for (let from = 0; from < some.length; from += chunk) {
      const part = some.slice(from, from + chunk);
      const ids = part.flatMap((item) => item.id ?? []);
      // Staged from this program's own declarations.
      const stored = await loadRecords(tx, ledger(name as LedgerName), ids);
      for (const item of part) {
        const record = stored.get(item.id ?? "");
        if (record === undefined) Object.assign(item, { outcome: "twin", message: "这条记录后来被删除了" });
        else compareItem(item, record);
      }
      await pause();
    }
  }
}

function changesOf(items: readonly Item[], tables: readonly number[]): RecordChange[] {
  const written = new Set(
    items.flatMap((item) => (item.outcome === "added" || item.outcome === "updated" ? (item.id ?? []) : [])),
  );
  return items.flatMap((item): RecordChange[] => {
    if (item.id === null || !written.has(item.id)) return [];
    const source = { batchTable: tables[item.table] ?? 0, row: item.row, raw: item.raw };
    const extras = Object.keys(item.extras).length === 0 ? {} : { extras: item.extras };
    const { ledger: name, id } = item;
    if (item.outcome === "added")
      return [{ ledger: name, id: null, newId: id, values: item.values, ...extras, source }];
    if (item.outcome === "updated") return [{ ledger: name, id, values: item.changes, ...extras, source }];
    // Another row that spoke of the record: it adds no value, but some of the values came from it.
    return item.outcome === "merged" ? [{ ledger: name, id, values: {}, source }] : [];
  });
}
