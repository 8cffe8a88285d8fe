import type { Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import type { ImportCounts, RowDecision } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { pointElsewhere } from "./applyAfterChanges.ts";
import { asDecided, keepDistinct, refuseUnknown } from "./applyDecisions.ts";
import { writeItemsAsNow } from "./applyItems.ts";
import { batchReport } from "./batches.ts";
import { isLeft, type Item } from "./items.ts";
import { pacing } from "./pause.ts";
import { asApplied, combined, countFates, rowFates, type RowsToTell, sumOf } from "./rowFates.ts";
import { finishBatch } from "./stagedBatch.ts";
import { itemOf, replaceItems } from "./stagedItems.ts";
import { stagedTables } from "./storedTables.ts";
import { doubtsSettled, type TypedCell, typedCells, withoutSettled } from "./typedCells.ts";

// A row that waits goes in later as part of the batch that left it behind: taking the batch back takes it back too.

/**
 * Throws E-IMP-61 for a row that does not wait, E-IMP-62 for a decision that does not fit, and what saving throws.
 * @param more decisions on other records of the same row.
 */
export async function settleRow(
  tx: Tx,
  context: WriteContext,
  batch: number,
  decision: RowDecision,
  more: readonly RowDecision[] = [],
): Promise<void> {
  const tables = (await stagedTables(tx, batch)).map(({ id }) => id);
  const all = await waitingOf(tx, batch, tables);
  const chosen = all.find((item) => item.position === decision.position);
  if (chosen === undefined) throw doesNotWait(batch);
  const decisions = new Map([decision, ...more].map((one) => [one.position, one]));
  await refuseUnknown(tx, batch, [...decisions.values()]);
  // What a person left out without a doubt of its own stays out until it is chosen itself.
  const isHere = (item: Item): boolean => item.table === chosen.table && item.row === chosen.row;
  const row = all.filter((item) => isHere(item) && (isLeft(item) || decisions.has(item.position ?? -1)));
  const here = all.filter(isHere);
  // Counted before anything is settled: what goes in is changed in place.
  const before = await countOf({ items: [], waiting: here });
  const hasOwn = here.some(({ role }) => role === "main");
  if (decision.take === "skip") {
    const gone = row.filter((item) => hangsOn(item, chosen));
    await replaceItems(tx, batch, tables, gone, []);
    const left = here.filter((item) => !gone.includes(item));
    await recount(tx, batch, chosen.table, {
      before,
      hasOwn,
      typed: [],
      now: { items: [], waiting: left, skipped: gone },
    });
    return;
  }
  const { tables: understood } = await batchReport(tx, batch);
  const typed = typedCells(understood, row, decisions);
  const left = here.filter((item) => !row.includes(item));
  const items = await enter(tx, { ...context, batch }, { batch, all, row, tables }, decisions);
  await replaceItems(tx, batch, tables, row, items.filter(isLeft));
  await recount(tx, batch, chosen.table, {
    before,
    hasOwn,
    typed: items.some(isLeft) ? [] : typed,
    now: { items, waiting: left },
  });
}

async function waitingOf(tx: Tx, batch: number, tables: readonly number[]): Promise<Item[]> {
  const rows = await tx
    .selectFrom("stagedRows")
    .innerJoin("batches", "batches.id", "stagedRows.batch")
    .selectAll("stagedRows")
    .where("batch", "=", batch)
    .where("status", "=", "applied")
    .orderBy("position")
    .execute();
  return rows.map((row) => itemOf(row, tables));
}

/** What only waits because the other does. */
function hangsOn(item: Item, other: Item): boolean {
  return item === other || (item.id === null && item.near === undefined && item.message === other.message);
}

interface Settling {
  readonly batch: number;
  /** All rows of the batch that wait. */
  readonly all: readonly Item[];
  readonly row: readonly Item[];
  readonly tables: readonly number[];
}

async function enter(
  tx: Tx,
  context: WriteContext,
  { batch, all, row, tables }: Settling,
  decided: ReadonlyMap<number, RowDecision>,
): Promise<Item[]> {
  const pause = pacing();
  const others = row.filter((item) => item.id !== null && item.outcome === "twin" && item.near === undefined);
  const decisions = new Map([
    ...others.map(({ position = -1 }): [number, RowDecision] => [position, { position, take: "asUnderstood" }]),
    ...decided,
  ]);
  const { items, distinct, instead } = await asDecided(tx, batch, row, decisions, pause);
  await writeItemsAsNow(tx, context, { items, tables, moved: true }, pause);
  await keepDistinct(tx, distinct, context);
  if (instead.size > 0) {
    const elsewhere = all.filter((item) => !row.includes(item));
    for (const item of elsewhere) pointElsewhere(item, instead);
    await replaceItems(tx, batch, tables, elsewhere, elsewhere);
  }
  return items;
}

interface Settled {
  readonly before: ImportCounts;
  /** The row's own record is among those that waited; otherwise the row has been counted as what became of that. */
  readonly hasOwn: boolean;
  readonly typed: readonly TypedCell[];
  readonly now: RowsToTell;
}

/** @param at the row's table. */
async function recount(tx: Tx, batch: number, at: number, { before, hasOwn, typed, now }: Settled): Promise<void> {
  const report = await batchReport(tx, batch);
  const after = asApplied(await countOf(now));
  const moves = (name: keyof ImportCounts): boolean => hasOwn || name === "waiting" || name === "stubs";
  const tables = report.tables.map((table, index) => {
    if (index !== at) return table;
    const counts = combined(table.counts, (name) =>
      moves(name) ? table.counts[name] - before[name] + after[name] : table.counts[name],
    );
    return { ...table, counts: { ...counts, doubts: table.counts.doubts - doubtsSettled(report.troubles, typed, at) } };
  });
  const counts = sumOf(tables.map((table) => table.counts));
  const troubles = withoutSettled(report.troubles, typed);
  await finishBatch(tx, { ...report, batch, tables, counts, troubles }, "applied");
}

/** Of one row. */
async function countOf(row: RowsToTell): Promise<ImportCounts> {
  const fates = await rowFates(row, pacing());
  return sumOf(
    countFates(
      1,
      fates.map((fate) => ({ ...fate, table: 0 })),
    ),
  );
}

function doesNotWait(batch: number): ProblemError {
  return new ProblemError({
    kind: "notFound",
    code: "E-IMP-61",
    message: `第 ${batch} 批没有这一行待处理数据，可能已经处理或撤销。数据未改动；请刷新后再看。`,
  });
}
