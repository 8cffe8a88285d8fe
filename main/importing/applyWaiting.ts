import type { Tx } from "../database/open.ts";
import type { WriteContext } from "../records/change.ts";
import type { ImportReport, RowDecision } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { pointElsewhere } from "./applyAfterChanges.ts";
import { asDecided, combinedCounts, keepDistinct, refuseUnknown } from "./applyDecisions.ts";
import { writeItemsAsNow } from "./applyItems.ts";
import { batchReport } from "./batches.ts";
import { recountRows } from "./importReport.ts";
import { byRow, isLeft, type Item } from "./items.ts";
import { pacing } from "./pause.ts";
import { finishBatch } from "./stagedBatch.ts";
import { itemOf, replaceItems } from "./stagedItems.ts";
import { stagedTables } from "./storedTables.ts";

// A row that waits goes in later as part of the batch that left it behind: taking the batch back takes it back too.

/** Throws E-IMP-61 for a row that does not wait, E-IMP-62 for a decision that does not fit, and what saving throws. */
export async function settleRow(tx: Tx, context: WriteContext, batch: number, decision: RowDecision): Promise<void> {
  const tables = (await stagedTables(tx, batch)).map(({ id }) => id);
  const all = await waitingOf(tx, batch, tables);
  const chosen = all.find((item) => item.position === decision.position);
  if (chosen === undefined) throw doesNotWait(batch);
  await refuseUnknown(tx, batch, [decision]);
  // What a person left out without a doubt of its own stays out until it is chosen itself.
  const isHere = (item: Item): boolean => item.table === chosen.table && item.row === chosen.row;
  const row = all.filter((item) => item === chosen || (isHere(item) && isLeft(item)));
  // Counted before anything is settled: what goes in is changed in place.
  const before = await counted(row);
  if (decision.take === "skip") {
    const gone = row.filter((item) => hangsOn(item, chosen));
    await replaceItems(tx, batch, tables, gone, []);
    await recount(
      tx,
      batch,
      before,
      row.filter((item) => !gone.includes(item)),
    );
    return;
  }
  const now = await enter(tx, { ...context, batch }, { batch, all, row, tables }, decision);
  await replaceItems(tx, batch, tables, row, now.filter(isLeft));
  await recount(tx, batch, before, now);
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
  decision: RowDecision,
): Promise<Item[]> {
  const pause = pacing();
  const others = row.filter((item) => item.id !== null && item.outcome === "twin" && item.near === undefined);
  const decisions = new Map(
    others.map(({ position = -1 }) => [position, { position, take: "asUnderstood" } as RowDecision]),
  );
  decisions.set(decision.position, decision);
  const { items, distinct, instead } = await asDecided(tx, batch, row, decisions, pause);
  await writeItemsAsNow(tx, context, { items, tables, moved: true }, pause);
  await keepDistinct(tx, distinct, context);
  if (instead.size > 0) {
    const elsewhere = all.filter((item) => !row.includes(item));
    for (const item of elsewhere) pointElsewhere(item, instead);
    await replaceItems(tx, batch, tables, elsewhere, elsewhere);
  }
  return items.toSorted(byRow);
}

const noneBefore = { added: 0, updated: 0, same: 0, twins: 0, invalid: 0, stubs: 0, doubts: 0 };

/** Only a row whose own record waits counts as waiting. */
async function counted(items: readonly Item[]): Promise<ImportReport["counts"] | null> {
  return items.some(({ role }) => role === "main") ? await recountRows(items, noneBefore, pacing()) : null;
}

async function recount(
  tx: Tx,
  batch: number,
  before: ImportReport["counts"] | null,
  now: readonly Item[],
): Promise<void> {
  if (before === null) return;
  const report = await batchReport(tx, batch);
  const after = (await counted(now)) ?? noneBefore;
  const counts = combinedCounts(report.counts, (name) => report.counts[name] - before[name] + after[name]);
  await finishBatch(tx, { ...report, batch, counts }, "applied");
}

function doesNotWait(batch: number): ProblemError {
  return new ProblemError({
    kind: "notFound",
    code: "E-IMP-61",
    message: `第 ${batch} 批没有这一行待处理数据，可能已经处理或撤销。数据未改动；请刷新后再看。`,
  });
}
