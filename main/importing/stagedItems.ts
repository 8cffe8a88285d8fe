import { setImmediate as breathe } from "node:timers/promises";
import { type Cell, insertMany, insertSql, prepared } from "../database/insertMany.ts";
import type { Selectable } from "kysely";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { SideTables } from "../database/schema.ts";
import type { Values } from "../../shared/api/api.ts";
import type { Item, Outcome } from "./items.ts";
import type { Pause } from "./pause.ts";
import { recordPreparer } from "./stagedRecords.ts";

// Items as rows of the staging table and back. `position` is the order in which they are applied.

const columns = [
  "batch",
  "batchTable",
  "position",
  "row",
  "raw",
  "ledger",
  "record",
  "version",
  "outcome",
  "values",
  "extras",
  "before",
  "issues",
  "prepared",
  "standing",
] as const;

export type Issues = Pick<Item, "role" | "message" | "near" | "read" | "part" | "corrected">;

export function issuesOf({ role, message, near, read, part, corrected }: Item): string {
  // As nearly every row has it.
  if (
    message === undefined &&
    near === undefined &&
    read === undefined &&
    part === undefined &&
    corrected === undefined
  )
    return `{"role":"${role}"}`;
  return JSON.stringify({ role, message, near, read, part, corrected } satisfies Loose<Issues>);
}
/** Absent and undefined are one in JSON. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

/**
 * Keeps a batch's items, new records along with all that writing them will take.
 * @param tables ids of batchTables by the items' table index.
 */
export async function writeItems(
  tx: Tx,
  batch: number,
  tables: readonly number[],
  items: readonly Item[],
  from: number,
): Promise<void> {
  const addRow = prepared(tx, insertSql("stagedRows", columns));
  const preparer = await recordPreparer(tx, items);
  for (const [at, item] of items.entries()) {
    const position = item.position ?? from + at;
    const ready = preparer(item);
    addRow.run(cellsOfRow(batch, tables, item, position, ready?.record ?? null));
    ready?.keep(batch, position);
    if ((at + 1) % stretch === 0) await breathe();
  }
}

/** Items between two turns of the event loop. */
const stretch = 200;

/** Keeps items that a person will look at, so that nothing about them is ready. */
async function writeLeft(
  tx: Tx,
  batch: number,
  tables: readonly number[],
  items: readonly Item[],
  from: number,
): Promise<void> {
  const rows = items.map(({ standing: _staged, ...item }, at) =>
    cellsOfRow(batch, tables, item, item.position ?? from + at, null),
  );
  await insertMany(tx, "stagedRows", columns, rows);
}

/** @param ready the item's record as it is prepared to be written; null where nothing is. */
function cellsOfRow(
  batch: number,
  tables: readonly number[],
  item: Item,
  position: number,
  ready: Pick<Item, "values" | "extras"> | null,
): Cell[] {
  const { values, extras } = ready ?? item;
  return [
    batch,
    tables[item.table] ?? 0,
    position,
    item.row,
    JSON.stringify(item.raw),
    item.ledger,
    item.id,
    item.version,
    item.outcome,
    JSON.stringify(values),
    isEmpty(extras) ? "{}" : JSON.stringify(extras),
    isEmpty(item.before) ? null : JSON.stringify(item.before),
    issuesOf(item),
    ready === null ? 0 : 1,
    item.standing ?? null,
  ];
}

function isEmpty(values: Values): boolean {
  return Object.keys(values).length === 0;
}

/** A row of the staging table as the item that it keeps. */
export function itemOf(row: Selectable<SideTables["stagedRows"]>, tables: readonly number[]): Item {
  // Only this file writes these columns.
  const { role, message, ...issues } = JSON.parse(row.issues) as Issues;
  return {
    ...issues,
    position: row.position,
    table: tables.indexOf(row.batchTable),
    row: row.row,
    raw: JSON.parse(row.raw) as string[],
    ledger: row.ledger,
    role,
    id: row.record,
    version: row.version ?? 0,
    outcome: row.outcome as Outcome,
    values: JSON.parse(row.values) as Values,
    extras: JSON.parse(row.extras) as Values,
    before: row.before === null ? {} : (JSON.parse(row.before) as Values),
    changes: {},
    ...(message === undefined ? {} : { message }),
    ...(row.standing === null ? {} : { standing: row.standing }),
  };
}

const page = 500;

/** All items of a batch in order. @param pause gives way between pages. */
export async function readItems(
  db: ReadHandle,
  batch: number,
  tables: readonly number[],
  pause: Pause,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let last = -1; ;) {
    const rows = await db
      .selectFrom("stagedRows")
      .selectAll()
      .where("batch", "=", batch)
      .where("position", ">", last)
      .orderBy("position")
      .limit(page)
      .execute();
    for (const row of rows) items.push(itemOf(row, tables));
    if (rows.length < page) return items;
    last = rows.at(-1)?.position ?? last;
    await pause();
  }
}

/** Only these stay in staging, each as it is now; new ones among them come last. */
export async function leaveBehind(
  tx: Tx,
  batch: number,
  tables: readonly number[],
  left: readonly Item[],
): Promise<void> {
  const next = await nextPosition(tx, batch);
  await clear(tx, "stagedRecords", batch);
  await clear(tx, "stagedRows", batch);
  await writeLeft(tx, batch, tables, left, next);
}

const cleared = 2_000;

/** Empties the table where it holds no other batch, which takes a tenth of the time that dropping its rows does. */
async function clear(tx: Tx, table: "stagedRows" | "stagedRecords", batch: number): Promise<void> {
  const others = prepared(
    tx,
    `SELECT EXISTS (SELECT 1 FROM ${table} WHERE batch < ?) OR EXISTS (SELECT 1 FROM ${table} WHERE batch > ?) AS found`,
  ).all<{ found: 0 | 1 }>([batch, batch]);
  if (others[0]?.found === 0) {
    prepared(tx, `DELETE FROM ${table}`).run([]);
    return;
  }
  const some = prepared(
    tx,
    `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE batch = ? LIMIT ${cleared})`,
  );
  while (some.run([batch]) === cleared) await breathe();
}

/** Items of one row that waits give way to what is left of them. */
export async function replaceItems(
  tx: Tx,
  batch: number,
  tables: readonly number[],
  old: readonly Item[],
  left: readonly Item[],
): Promise<void> {
  const next = await nextPosition(tx, batch);
  const positions = old.flatMap((item) => item.position ?? []);
  await tx.deleteFrom("stagedRows").where("batch", "=", batch).where("position", "in", positions).execute();
  await writeLeft(tx, batch, tables, left, next);
}

async function nextPosition(tx: Tx, batch: number): Promise<number> {
  const row = await tx
    .selectFrom("stagedRows")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("batch", "=", batch)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}
