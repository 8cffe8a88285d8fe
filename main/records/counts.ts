import { anyLedger } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { changedLedgers, lastChange } from "./changes.ts";
import { allLedgers } from "./ledgerNamed.ts";

export interface Tally {
  /** Live records of each ledger. */
  counts: Record<string, number>;
  /** Years that any live record belongs to, the newest first. */
  years: number[];
}

type OfLedger = { readonly count: number; readonly years: readonly number[] };

/** What was counted last, and the change that it had seen. Every page asks, and a ledger may have 100,000 records. */
const kept = new WeakMap<object, { readonly upTo: number; readonly ledgers: Map<string, OfLedger> }>();

/** Only ledgers with changes since the last time are counted anew. */
export async function tally(db: ReadHandle): Promise<Tally> {
  const upTo = await lastChange(db);
  // An open transaction may yet be undone, and its numbers given to other changes.
  const before = db.isTransaction ? undefined : kept.get(db);
  const ledgers = new Map(before?.ledgers);
  const changed = before === undefined || before.upTo === upTo ? [] : await changedLedgers(db, before.upTo);
  for (const declaration of allLedgers()) {
    if (ledgers.has(declaration.name) && !changed.includes(declaration.name)) continue;
    ledgers.set(declaration.name, await countLedger(db, declaration));
  }
  if (!db.isTransaction) kept.set(db, { upTo, ledgers });
  const years = new Set([...ledgers.values()].flatMap((one) => one.years));
  return {
    counts: Object.fromEntries([...ledgers].map(([name, { count }]) => [name, count])),
    years: [...years].sort((a, b) => b - a),
  };
}

async function countLedger(db: ReadHandle, { name, yearField, fields }: LedgerDeclaration): Promise<OfLedger> {
  const live = anyLedger(db).selectFrom(name).where("deletedAt", "is", null);
  if (yearField === undefined || fields[yearField]?.kind !== "year") {
    const row = await live.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirst();
    return { count: row?.count ?? 0, years: [] };
  }
  const rows = await live
    .select([yearField, ({ fn }) => fn.countAll<number>().as("count")])
    .groupBy(yearField)
    .execute();
  return {
    count: rows.reduce((sum, { count }) => sum + Number(count), 0),
    years: rows.flatMap((row) => (typeof row[yearField] === "number" ? [row[yearField]] : [])),
  };
}
