import type { ReadHandle, Tx } from "../database/open.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { putFile } from "./storedFiles.ts";

// The batch's own row and its tables. While rows are still being staged the batch counts as discarded, so that a
// program that dies half-way leaves nothing that could be applied.

export interface NewBatch {
  readonly at: string;
  readonly who: string;
  readonly report: ImportReport;
  /** The original, deflated. */
  readonly content: Uint8Array;
  readonly size: number;
}

/** Makes the batch, its tables and the stored original; drops what an interrupted import left. */
export async function startBatch(
  tx: Tx,
  { at, who, report, content, size }: NewBatch,
): Promise<{ batch: number; tables: number[] }> {
  await dropLeftovers(tx);
  const { file, fileHash } = report;
  await putFile(tx, { hash: fileHash, name: file, size, content, storedAt: at });
  const { id: batch } = await tx
    .insertInto("batches")
    .values({
      at,
      who,
      fileHash,
      fileName: file,
      status: "discarded",
      takenBackAt: null,
      report: JSON.stringify(report),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const tables: number[] = [];
  for (const [position, { sheet, ledger, headerRows, firstRow, lastRow, columns, titled }] of report.tables.entries()) {
    const { id } = await tx
      .insertInto("batchTables")
      .values({
        batch,
        position,
        sheet,
        ledger,
        headerRows: JSON.stringify(headerRows),
        firstRow,
        lastRow,
        columns: JSON.stringify(columns),
        titled: titled === undefined ? null : JSON.stringify(titled),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    tables.push(id);
  }
  return { batch, tables };
}

async function dropLeftovers(tx: Tx): Promise<void> {
  const of = (status: "staged" | "discarded") => tx.selectFrom("batches").select("id").where("status", "=", status);
  await tx.deleteFrom("stagedRows").where("batch", "in", of("discarded")).execute();
  await tx.deleteFrom("stagedRecords").where("batch", "not in", of("staged")).execute();
}

export async function finishBatch(tx: Tx, report: ImportReport, status: "staged" | "applied"): Promise<void> {
  if (report.batch === null) throw new Error("a batch that is finished has a number");
  await tx
    .updateTable("batches")
    .set({ status, report: JSON.stringify(report) })
    .where("id", "=", report.batch)
    .execute();
}

/** The latest batch as which the very same file was applied and still stands. */
export async function appliedAs(db: ReadHandle, fileHash: string): Promise<number | null> {
  const row = await db
    .selectFrom("batches")
    .select("id")
    .where("fileHash", "=", fileHash)
    .where("status", "=", "applied")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface StagedBatch {
  readonly at: string;
  readonly report: ImportReport;
  /** Ids of its tables, in order. */
  readonly tables: readonly number[];
}

/** Throws E-IMP-95 where there is no such batch, E-IMP-96 where it is not staged. */
export async function stagedBatch(db: ReadHandle, batch: number): Promise<StagedBatch> {
  const row = await db
    .selectFrom("batches")
    .select(["at", "status", "report"])
    .where("id", "=", batch)
    .executeTakeFirst();
  if (row === undefined) throw noBatch(batch);
  if (row.status !== "staged") {
    throw new ProblemError({
      kind: "conflict",
      code: "E-IMP-96",
      message: `第 ${batch} 批不在待确认状态，可能已经导入或放弃。数据未改动；请刷新批次列表。`,
    });
  }
  const tables = await db
    .selectFrom("batchTables")
    .select("id")
    .where("batch", "=", batch)
    .orderBy("position")
    .execute();
  // Only this folder writes the column.
  return { at: row.at, report: JSON.parse(row.report) as ImportReport, tables: tables.map(({ id }) => id) };
}

export function noBatch(batch: number): ProblemError {
  return new ProblemError({
    kind: "notFound",
    code: "E-IMP-95",
    message: `没有第 ${batch} 批。数据未改动；请核对批次号。`,
  });
}
