import type { ReadHandle } from "../database/open.ts";
import type { HistoryEntry, Values } from "../../shared/api/api.ts";

/** All changes of one record, the newest first. `before` and `after` hold the fields that changed. */
export async function recordHistory(db: ReadHandle, ledger: string, id: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom("history")
    .select(["seq", "at", "who", "batch", "before", "after"])
    .where("record", "=", id)
    .where("ledger", "=", ledger)
    .orderBy("seq", "desc")
    .execute();
  return rows.map(({ before, after, ...row }) => ({ ...row, before: valuesIn(before), after: valuesIn(after) }));
}

/** One side of a history row. `deletedAt` and `extras` stand beside the fields. */
export function valuesIn(json: string | null): Values | null {
  return json === null ? null : (JSON.parse(json) as Values);
}
