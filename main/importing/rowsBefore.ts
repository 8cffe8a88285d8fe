import type { ReadHandle } from "../database/open.ts";

// The very same file came before: which records each of its rows has brought. A row that names nothing (a reward with a
// blank title) cannot be recognised by what it says, yet the second time it is still the same row.

/** Place of a row and ledger → ids of the records that it brought. */
export type RowsBefore = ReadonlyMap<string, readonly string[]>;

export const noRowsBefore: RowsBefore = new Map();

export function rowPlace(sheet: string, row: number, ledger: string): string {
  return `${sheet}\u0001${row}\u0001${ledger}`;
}

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
