import type { ReadHandle } from "../database/open.ts";
import type { WaitingRow } from "../../shared/api/api.ts";
import { storedSince } from "./storedSince.ts";
import { viewsOf } from "./stagedRowViews.ts";
import { stagedTables } from "./storedTables.ts";

/** More than anybody settles one by one; what is beyond them shows once these are done. */
const most = 5_000;

/** 待处理数据: what batches that have gone in left behind, the newest batch first. */
export async function waitingRows(db: ReadHandle): Promise<WaitingRow[]> {
  const rows = await db
    .selectFrom("stagedRows")
    .innerJoin("batches", "batches.id", "stagedRows.batch")
    .selectAll("stagedRows")
    .select(["batches.at", "batches.fileName", "batches.fileHash"])
    .where("batches.status", "=", "applied")
    .orderBy("stagedRows.batch", "desc")
    .orderBy("position")
    .limit(most)
    .execute();
  const waiting: WaitingRow[] = [];
  for (const [batch, some] of Map.groupBy(rows, (row) => row.batch)) {
    const tables = await stagedTables(db, batch);
    const since = await storedSince(db, some);
    for (const [at, view] of (await viewsOf(db, batch, some)).entries()) {
      const { at: when = "", fileName: file = "", fileHash = "" } = some[at] ?? {};
      const own = tables[view.table]?.ledger ?? null;
      const stored = since[at] ?? null;
      waiting.push({ ...view, batch, file, fileHash, at: when, own, ...(stored === null ? {} : { since: stored }) });
    }
  }
  return waiting;
}
