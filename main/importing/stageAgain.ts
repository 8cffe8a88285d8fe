import type { ImportReport, TableCorrection } from "../../shared/api/api.ts";
import { recountBatch } from "./applyCounts.ts";
import { discardBatch } from "./batches.ts";
import { stageFile, type ImportServices } from "./stage.ts";
import { carryDecisions, decisionsOf } from "./stagedDecisions.ts";
import { stagedBatch } from "./stagedBatch.ts";
import { storedFile } from "./storedFiles.ts";

/**
 * Reads a staged batch's original once more under what a person has set right. The new batch takes the old one's place,
 * and what was decided on single rows goes over to it;
 * a file that can no longer be read leaves the old one as it was. Throws E-IMP-95/96 for a batch that is not staged.
 */
export async function stageAgain(
  services: ImportServices,
  {
    batch,
    corrections,
    who,
    password,
  }: { batch: number; corrections: readonly TableCorrection[]; who: string; password?: string },
): Promise<ImportReport> {
  const { report } = await stagedBatch(services.database.read, batch);
  const { bytes } = await storedFile(services.database.read, report.fileHash);
  const again = await stageFile(services, {
    name: report.file,
    bytes,
    who,
    ...report.told,
    ...(password === undefined ? {} : { password }),
    corrections: united(report.corrections ?? [], corrections),
  });
  const { batch: next } = again;
  if (next === null) return again;
  try {
    return await services.database.write(async (tx) => {
      await carryDecisions(tx, batch, next);
      await discardBatch(tx, batch);
      return (await decisionsOf(tx, next)).size === 0 ? again : await recountBatch(tx, next, new Map());
    });
  } catch (error) {
    // The old one has gone in, or has been read again, meanwhile: the new one takes nobody's place.
    await services.database.write((tx) => discardBatch(tx, next));
    throw error;
  }
}

/** The newer word on a table is laid over the older, column by column. */
export function united(older: readonly TableCorrection[], newer: readonly TableCorrection[]): TableCorrection[] {
  const by = new Map(older.map((one) => [`${one.table} ${one.sheet}`, one]));
  for (const one of newer) {
    const key = `${one.table} ${one.sheet}`;
    const known = by.get(key);
    // Fields that were named are those of the ledger before.
    const isOther = one.ledger !== undefined && one.ledger !== known?.ledger;
    const columns = new Map((isOther ? [] : (known?.columns ?? [])).map((column) => [column.column, column]));
    for (const column of one.columns ?? []) columns.set(column.column, { ...columns.get(column.column), ...column });
    by.set(key, { ...known, ...one, columns: [...columns.values()] });
  }
  return [...by.values()];
}
