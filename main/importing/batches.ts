import type { ReadHandle, Tx } from "../database/open.ts";
import type { BatchSummary, ImportReport } from "../../shared/api/api.ts";
import { dropDecisions } from "./stagedDecisions.ts";
import { noBatch, stagedBatch } from "./stagedBatch.ts";

/** All batches but the discarded ones, newest first. */
export async function listBatches(db: ReadHandle): Promise<BatchSummary[]> {
  const rows = await db
    .selectFrom("batches")
    .selectAll()
    .where("status", "!=", "discarded")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ id, at, who, fileHash, fileName, status, takenBackAt, report }) => {
    const { counts, tables } = JSON.parse(report) as ImportReport;
    const ledgers = [...new Set(tables.flatMap(({ ledger }) => ledger ?? []))];
    // `discarded` is left out above.
    const kept = status as BatchSummary["status"];
    return { id, at, who, file: fileName, fileHash, status: kept, takenBackAt, counts, ledgers };
  });
}

/** What was found and done; throws E-IMP-95 for an unknown number. */
export async function batchReport(db: ReadHandle, batch: number): Promise<ImportReport> {
  const row = await db.selectFrom("batches").select("report").where("id", "=", batch).executeTakeFirst();
  if (row === undefined) throw noBatch(batch);
  return JSON.parse(row.report) as ImportReport;
}

/** Gives up a staged batch; its original stays only where another batch came from the same file. */
export async function discardBatch(tx: Tx, batch: number): Promise<void> {
  const { report } = await stagedBatch(tx, batch);
  await tx.deleteFrom("stagedRows").where("batch", "=", batch).execute();
  await tx.deleteFrom("stagedRecords").where("batch", "=", batch).execute();
  await dropDecisions(tx, batch);
  await tx.deleteFrom("batchTables").where("batch", "=", batch).execute();
  await tx.updateTable("batches").set({ status: "discarded" }).where("id", "=", batch).execute();
  const others = await tx
    .selectFrom("batches")
    .select("id")
    .where("fileHash", "=", report.fileHash)
    .where("status", "!=", "discarded")
    .executeTakeFirst();
  if (others === undefined) await tx.deleteFrom("files").where("hash", "=", report.fileHash).execute();
}
