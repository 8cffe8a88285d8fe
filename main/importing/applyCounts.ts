import { sql } from "kysely";
import { prepared } from "../database/insertMany.ts";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { ImportCounts, ImportReport, RowDecision } from "../../shared/api/api.ts";
import { asDecided, type AsDecided, refuseUnknown } from "./applyDecisions.ts";
import type { Item } from "./items.ts";
import { pacing, type Pause } from "./pause.ts";
import { combined, countFates, noCounts, rowFates, type RowFate, sumOf } from "./rowFates.ts";
import { decisionsOf, putDecisions } from "./stagedDecisions.ts";
import { finishBatch, stagedBatch } from "./stagedBatch.ts";
import { itemOf } from "./stagedItems.ts";
import { changesIn } from "./stagedPreview.ts";
import { stagedTables } from "./storedTables.ts";
import { doubtsSettled, typedCells, type TypedCell } from "./typedCells.ts";

// A decision moves rows from one count to another: the batch's report, and the standing of the rows that lists filter by,
// follow in the same transaction.

type DecisionMap = ReadonlyMap<number, RowDecision>;

/** Rows of a batch up to which counts are those of the whole batch. */
const fewRows = 3_000;

/**
 * Keeps decisions on rows of a staged batch; the counts are those of applying it now. Throws E-IMP-95/96 for a batch
 * that is not staged, E-IMP-62 for a row, a record or a field that is not there.
 */
export async function decideRows(
  tx: Tx,
  batch: number,
  decisions: readonly RowDecision[],
  few = fewRows,
): Promise<ImportCounts> {
  await stagedBatch(tx, batch);
  await refuseUnknown(tx, batch, decisions);
  const before = await decisionsOf(tx, batch);
  await putDecisions(tx, batch, decisions);
  return (await recountBatch(tx, batch, before, few)).counts;
}

/**
 * The report of a staged batch under the decisions that stand now, kept with it. @param before those that it heeds yet.
 * @param few items up to which all of the batch are counted.
 */
export async function recountBatch(tx: Tx, batch: number, before: DecisionMap, few = fewRows): Promise<ImportReport> {
  const pause = pacing();
  const { report } = await stagedBatch(tx, batch);
  const now = await decisionsOf(tx, batch);
  const { items, isWhole } = await itemsOfDecided(tx, batch, [before, now], few);
  // Reckoned from the counts as staged, so that what is taken back leaves nothing behind.
  const isFresh = !isWhole && (before.size === 0 || report.tables.every(({ asStaged }) => asStaged !== undefined));
  const from: DecisionMap = isFresh ? new Map() : before;
  const told = (decisions: DecisionMap): Promise<AsDecided> =>
    asDecided(tx, batch, structuredClone(items), decisions, pause);
  const decided = await told(now);
  const fates = await rowFates(decided, pause);
  const earlier = isWhole ? [] : await rowFates(await told(from), pause);
  const typed = { before: typedCells(report.tables, items, from), now: typedCells(report.tables, items, now) };
  const counted = isFresh ? withStaged(report) : report;
  const tables = countedTables(counted, { fates, earlier, isWhole, typed });
  keepStandings(tx, batch, items, fates);
  const preview = await changesIn(tx, batch, report, { items, decided, isWhole });
  const after: ImportReport = { ...report, batch, tables, counts: sumOf(tables.map(({ counts }) => counts)), preview };
  await finishBatch(tx, after, "staged");
  return after;
}

/** Its counts are those before anybody decided anything. */
function withStaged(report: ImportReport): ImportReport {
  const tables = report.tables.map(({ asStaged, ...table }) => {
    const counts = asStaged ?? table.counts;
    return { ...table, counts, asStaged: counts };
  });
  return { ...report, tables };
}

interface Recounting {
  readonly fates: readonly RowFate[];
  /** Of the same rows, as counted before; none where all rows are counted. */
  readonly earlier: readonly RowFate[];
  readonly isWhole: boolean;
  readonly typed: { readonly before: readonly TypedCell[]; readonly now: readonly TypedCell[] };
}

function countedTables(
  { tables, troubles }: ImportReport,
  { fates, earlier, isWhole, typed }: Recounting,
): ImportReport["tables"] {
  const next = countFates(tables.length, fates);
  const last = countFates(tables.length, earlier);
  return tables.map((table, at) => {
    const { counts } = table;
    const { [at]: more = noCounts } = next;
    const { [at]: less = noCounts } = last;
    const doubts = counts.doubts + doubtsSettled(troubles, typed.before, at) - doubtsSettled(troubles, typed.now, at);
    const moved = isWhole ? more : combined(counts, (name) => counts[name] - less[name] + more[name]);
    return { ...table, counts: { ...moved, doubts } };
  });
}

function keepStandings(tx: Tx, batch: number, items: readonly Item[], fates: readonly RowFate[]): void {
  const leads = new Map(items.flatMap((item) => (item.standing === undefined ? [] : [[placeOf(item), item] as const])));
  const keep = prepared(tx, "UPDATE stagedRows SET standing = ? WHERE batch = ? AND position = ?");
  for (const fate of fates) {
    const lead = leads.get(placeOf(fate));
    if (lead?.position !== undefined && lead.standing !== fate.standing)
      keep.run([fate.standing, batch, lead.position]);
  }
}

const placeOf = ({ table, row }: Pick<Item, "table" | "row">): string => `${table} ${row}`;

/**
 * All rows of a batch, since one decision may bear on another row. Of a long one only those decided, and those whose
 * records they are said to be: the counts may then be off by a row that hangs on them, until the batch is applied.
 */
async function itemsOfDecided(
  db: ReadHandle,
  batch: number,
  decided: readonly DecisionMap[],
  few: number,
): Promise<{ items: Item[]; isWhole: boolean }> {
  const positions = JSON.stringify(decided.flatMap((some) => [...some.keys()]));
  const others = decided.flatMap((some) =>
    [...some.values()].flatMap(({ take }) => (typeof take === "object" ? [take.same] : [])),
  );
  const { rows: all } = await db
    .selectFrom("stagedRows")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .where("batch", "=", batch)
    .executeTakeFirstOrThrow();
  const isWhole = all <= few;
  const rows = await db
    .selectFrom("stagedRows")
    .selectAll()
    .where("batch", "=", batch)
    .where(
      sql<boolean>`(${isWhole ? 1 : 0} OR (batchTable, row) IN (
        SELECT batchTable, row FROM stagedRows
        WHERE batch = ${batch} AND position IN (SELECT value FROM json_each(${positions}))
      ) OR (batchTable, row) IN (
        SELECT batchTable, row FROM stagedRows
        WHERE batch = ${batch} AND record IN (SELECT value FROM json_each(${JSON.stringify(others)}))
      ))`,
    )
    .orderBy("position")
    .execute();
  const tables = (await stagedTables(db, batch)).map(({ id }) => id);
  return { items: rows.map((row) => itemOf(row, tables)), isWhole };
}

/** The report with its rows counted anew; what cells are in doubt it knows itself. */
export async function countedAnew(
  report: ImportReport,
  rows: Pick<AsDecided, "items" | "waiting" | "skipped">,
  pause: Pause,
): Promise<ImportReport> {
  const next = countFates(report.tables.length, await rowFates(rows, pause));
  const tables = report.tables.map((table, at) => ({
    ...table,
    counts: { ...(next[at] ?? noCounts), doubts: table.counts.doubts },
  }));
  return { ...report, tables, counts: sumOf(tables.map(({ counts }) => counts)) };
}
