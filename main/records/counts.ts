import { anyLedger } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import { allLedgers } from "./ledgerNamed.ts";

/** Live records of each ledger. */
export async function countRecords(db: ReadHandle): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of allLedgers()) {
    const row = await anyLedger(db)
      .selectFrom(name)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("deletedAt", "is", null)
      .executeTakeFirst();
    counts[name] = row?.count ?? 0;
  }
  return counts;
}

/** Years that any live record belongs to, the newest first. */
export async function yearsOf(db: ReadHandle): Promise<number[]> {
  const years = new Set<number>();
  for (const { name, yearField, fields } of allLedgers()) {
    if (yearField === undefined || fields[yearField]?.kind !== "year") continue;
    const rows = await anyLedger(db)
      .selectFrom(name)
      .select(yearField)
      .distinct()
      .where("deletedAt", "is", null)
      .execute();
    for (const row of rows) if (typeof row[yearField] === "number") years.add(row[yearField]);
  }
  return [...years].sort((a, b) => b - a);
}
