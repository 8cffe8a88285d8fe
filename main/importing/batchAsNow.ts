import { sql } from "kysely";
import type { ReadHandle } from "../database/open.ts";
import { preparedLedgers } from "../records/addPrepared.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { asDecided, type AsDecided } from "./applyDecisions.ts";
import { itemsAsNow } from "./applyItems.ts";
import { countedAnew } from "./applyCounts.ts";
import type { Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { asApplied } from "./rowFates.ts";
import { decisionsOf } from "./stagedDecisions.ts";
import { stagedBatch } from "./stagedBatch.ts";
import { readItems } from "./stagedItems.ts";
import { itemsAsStaged, itemsToSave } from "./stagedToSave.ts";
import { typedCells, withoutSettled } from "./typedCells.ts";

// What a staged batch will do, heeding what has been decided and what the records have become. Nothing is written.

export interface BatchAsNow extends Pick<AsDecided, "waiting" | "distinct"> {
  readonly batch: number;
  /** With the counts as they will be once it has gone in. */
  readonly report: ImportReport;
  /** Ids of batchTables by the items' table index. */
  readonly tables: readonly number[];
  /** Without those that are written as they were prepared, where nobody has looked at them. */
  readonly items: readonly Item[];
  /** Whose prepared records can be written; none where all goes in one by one. */
  readonly ledgers: readonly string[];
  /** Items that are still what was staged; null where all are. */
  readonly asStaged: ReadonlySet<Item> | null;
}

/**
 * Of a batch on which nobody has decided anything, and which no change has overtaken, only the rows are read that are not
 * prepared. Throws E-IMP-95/96 for a batch that is not staged. @param oneByOne nothing is to be written as prepared.
 */
export async function batchAsNow(db: ReadHandle, batch: number, pause: Pause, oneByOne = false): Promise<BatchAsNow> {
  const { at, report, tables } = await stagedBatch(db, batch);
  const decisions = await decisionsOf(db, batch);
  const moved = await changedSince(db, at, batch);
  const ledgers = oneByOne ? [] : await preparedLedgers(db, batch);
  const about = { batch, tables, ledgers };
  if (ledgers.length > 0 && !moved && decisions.size === 0) {
    const items = await itemsToSave(db, batch, tables, pause);
    const isOther = await itemsAsNow(db, items, false, pause);
    if (!isOther) return { ...about, report: applied(report), items, waiting: [], distinct: [], asStaged: null };
  }
  const staged = await readItems(db, batch, tables, pause);
  const typed = typedCells(report.tables, staged, decisions);
  const decided = await asDecided(db, batch, staged, decisions, pause);
  const { items, waiting, distinct } = decided;
  const isOther = (await itemsAsNow(db, items, moved, pause)) || decisions.size > 0;
  const counted = isOther ? await countedAnew(report, decided, pause) : report;
  const now = applied({ ...counted, troubles: withoutSettled(report.troubles, typed) });
  const asStaged = ledgers.length === 0 ? new Set<Item>() : await itemsAsStaged(db, batch, items, pause);
  return { ...about, report: now, items, waiting, distinct, asStaged };
}

function applied(report: ImportReport): ImportReport {
  const tables = report.tables.map((table) => ({ ...table, counts: asApplied(table.counts) }));
  return { ...report, tables, counts: asApplied(report.counts) };
}

/** Whether any record changed since the batch was staged. History is written in the order of time. */
async function changedSince(db: ReadHandle, at: string, batch: number): Promise<boolean> {
  const last = await db.selectFrom("history").select(["at", "batch"]).orderBy("seq", "desc").executeTakeFirst();
  return last !== undefined && last.at >= at && last.batch !== batch;
}

/** A number that grows with every row that is written to the database while it is open. */
export async function writtenSoFar(db: ReadHandle): Promise<number> {
  const { rows } = await db.selectNoFrom(sql<number>`total_changes()`.as("rows")).executeTakeFirstOrThrow();
  return rows;
}
