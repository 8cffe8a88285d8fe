import type { ReadHandle } from "../database/open.ts";
import { rowPlace, type RowsBefore } from "./rowsBefore.ts";

/** What batches of this file that still stand have brought. @param fileHash SHA-256 of the file, hexadecimal. */
export async function loadRowsBefore(db: ReadHandle, fileHash: string): Promise<RowsBefore> {
  const rows = await db
    .selectFrom("batches")
    .innerJoin("batchTables", "batchTables.batch", "batches.id")
    .innerJoin("sources", "sources.batchTable", "batchTables.id")
    .select(["batchTables.sheet", "sources.row", "sources.ledger", "sources.record"])
    .where("batches.fileHash", "=", fileHash)
    .where("batches.status", "=", "applied")
    .orderBy("batches.id")
    .execute();
  const before = new Map<string, string[]>();
  for (const { sheet, row, ledger, record } of rows) {
    const place = rowPlace(sheet, row, ledger);
    const known = before.get(place);
    if (known === undefined) before.set(place, [record]);
    else if (!known.includes(record)) known.push(record);
  }
  return before;
}
