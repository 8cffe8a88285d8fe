import { insertMany, type Cell } from "../database/insertMany.ts";
import type { Selectable } from "kysely";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { SideTables } from "../database/schema.ts";
import type { Values } from "../../shared/api/api.ts";
import type { Item, Outcome } from "./items.ts";
import type { Pause } from "./pause.ts";

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
] as const;

export type Issues = Pick<Item, "role" | "message" | "near" | "read" | "part">;

export function issuesOf({ role, message, near, read, part }: Item): string {
  return JSON.stringify({ role, message, near, read, part } satisfies Loose<Issues>);
}
/** Absent and undefined are one in JSON. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** `tables`: ids of batchTables by the items' table index. */
export async function writeItems(
  tx: Tx,
  batch: number,
  tables: readonly number[],
  items: readonly Item[],
  from: number,
): Promise<void> {
  const rows = items.map((item, at): Cell[] => [
    batch,
    tables[item.table] ?? 0,
    item.position ?? from + at,
    item.row,
    JSON.stringify(item.raw),
    item.ledger,
    item.id,
    item.version,
    item.outcome,
    JSON.stringify(item.values),
    JSON.stringify(item.extras),
    Object.keys(item.before).length === 0 ? null : JSON.stringify(item.before),
    issuesOf(item),
  ]);
  await insertMany(tx, "stagedRows", columns, rows);
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
  await tx.deleteFrom("stagedRows").where("batch", "=", batch).execute();
  await writeItems(tx, batch, tables, left, next);
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
  await writeItems(tx, batch, tables, left, next);
}

async function nextPosition(tx: Tx, batch: number): Promise<number> {
  const row = await tx
    .selectFrom("stagedRows")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("batch", "=", batch)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}
