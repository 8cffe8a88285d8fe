import type { ReadHandle } from "../database/open.ts";

// What changed, read from history: the store is its only writer, so nothing can forget to announce itself.

/** Number of the last change; 0 before the first. */
export async function lastChange(db: ReadHandle): Promise<number> {
  const row = await db
    .selectFrom("history")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Ledgers with changes after that number. */
export async function changedLedgers(db: ReadHandle, after: number): Promise<string[]> {
  const rows = await db
    .selectFrom("history")
    .select("ledger")
    .distinct()
    .where("seq", ">", after)
    .orderBy("ledger")
    .execute();
  return rows.map(({ ledger }) => ledger);
}

/** When anything was last saved, ISO UTC; null where nothing ever was. */
export async function lastSaved(db: ReadHandle): Promise<string | null> {
  const row = await db.selectFrom("history").select("at").orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row?.at ?? null;
}
