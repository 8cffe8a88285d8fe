import type { ReadHandle, Tx } from "../database/open.ts";
import { nameKey } from "../../shared/fields/nameKey.ts";

// 不是同一家 is remembered by names, so that it also holds for a row whose organisation has no record yet.

const LEDGER = "organisations";

export interface DistinctNames {
  has(one: string, other: string): boolean;
}

export async function readDistinctNames(db: ReadHandle): Promise<DistinctNames> {
  const rows = await db.selectFrom("distinctNames").select(["one", "other"]).where("ledger", "=", LEDGER).execute();
  const pairs = new Set(rows.map(({ one, other }) => `${one}\n${other}`));
  return { has: (one, other) => pairs.size > 0 && pairs.has(keysOf(one, other).join("\n")) };
}

/** Every two of these names; answers with how many pairs that are. */
export async function addDistinctNames(
  tx: Tx,
  { at, who }: { at: string; who: string },
  names: readonly string[],
): Promise<number> {
  const pairs = pairsOf(names);
  if (pairs.length === 0) return 0;
  const rows = pairs.map(([one, other]) => ({ ledger: LEDGER, one, other, at, who }));
  await tx
    .insertInto("distinctNames")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return pairs.length;
}

export async function removeDistinctNames(tx: Tx, names: readonly string[]): Promise<number> {
  const pairs = pairsOf(names);
  for (const [one, other] of pairs) {
    await tx
      .deleteFrom("distinctNames")
      .where("ledger", "=", LEDGER)
      .where("one", "=", one)
      .where("other", "=", other)
      .execute();
  }
  return pairs.length;
}

function pairsOf(names: readonly string[]): [string, string][] {
  return names.flatMap((one, at) => names.slice(at + 1).map((other) => keysOf(one, other)));
}

/** The smaller first. */
function keysOf(one: string, other: string): [string, string] {
  const [a, b] = [nameKey(one), nameKey(other)];
  return a < b ? [a, b] : [b, a];
}
