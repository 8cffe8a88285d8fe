import { sql } from "kysely";
import type { ReadHandle } from "../database/open.ts";
import type { Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { itemOf } from "./stagedItems.ts";

// Which staged rows are written in SQL, being prepared, and which one by one.

const page = 500;
const toSave = ["added", "updated", "twin", "invalid"];

/** The items of a batch that are not prepared and do something, or stay behind, in order. */
export async function itemsToSave(
  db: ReadHandle,
  batch: number,
  tables: readonly number[],
  pause: Pause,
): Promise<Item[]> {
  const items: Item[] = [];
  for (const outcome of toSave) {
    for (let last = -1; ;) {
      const rows = await db
        .selectFrom("stagedRows")
        .selectAll()
        .where("batch", "=", batch)
        .where("outcome", "=", outcome)
        .where("position", ">", last)
        .where(sql<boolean>`prepared = 0`)
        .orderBy("position")
        .limit(page)
        .execute();
      for (const row of rows) items.push(itemOf(row, tables));
      if (rows.length < page) break;
      last = rows.at(-1)?.position ?? last;
      await pause();
    }
  }
  return items.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
}

/**
 * New records among the items that are prepared, and rows that merge into a record, which have not become anything else
 * since they were staged.
 */
export async function itemsAsStaged(
  db: ReadHandle,
  batch: number,
  items: readonly Item[],
  pause: Pause,
): Promise<Set<Item>> {
  const found = new Set<Item>();
  const candidates = items.filter(
    ({ outcome, position }) => position !== undefined && (outcome === "added" || outcome === "merged"),
  );
  for (let from = 0; from < candidates.length; from += page) {
    const some = candidates.slice(from, from + page);
    const rows = await db
      .selectFrom("stagedRows")
      .select(["position", "record", "outcome", "values", "extras", "prepared"])
      .where("batch", "=", batch)
      .where("position", "in", positionsOf(some))
      .execute();
    const staged = new Map(rows.map((row) => [row.position, row]));
    for (const item of some) {
      const row = staged.get(item.position ?? -1);
      if (row === undefined || row.record !== item.id || row.outcome !== item.outcome) continue;
      if (item.outcome === "merged" || (row.prepared === 1 && isAsPrepared(item, row))) found.add(item);
    }
    await pause();
  }
  return found;
}

function isAsPrepared({ values, extras }: Item, row: { values: string; extras: string }): boolean {
  return row.values === JSON.stringify(values) && row.extras === JSON.stringify(extras);
}

function positionsOf(items: readonly Item[]) {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(items.map(({ position }) => position))}))`;
}
