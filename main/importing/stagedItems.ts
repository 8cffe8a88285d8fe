import { insertMany, type Cell } from "../database/insertMany.ts";
import type { ReadHandle, Tx } from "../database/open.ts";
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
    from + at,
    item.row,
    JSON.stringify(item.raw),
    item.ledger,
    item.id,
    item.version,
    item.outcome,
    JSON.stringify(item.values),
    JSON.stringify(item.extras),
    Object.keys(item.before).length === 0 ? null : JSON.stringify(item.before),
    JSON.stringify({ role: item.role, message: item.message }),
  ]);
  await insertMany(tx, "stagedRows", columns, rows);
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
    for (const row of rows) {
      // Only writeItems writes these columns.
      const { role, message } = JSON.parse(row.issues) as Pick<Item, "role" | "message">;
      items.push({
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
      });
    }
    if (rows.length < page) return items;
    last = rows.at(-1)?.position ?? last;
    await pause();
  }
}
