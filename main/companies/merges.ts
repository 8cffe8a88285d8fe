import type { ReadHandle } from "../database/open.ts";
import { titlesFor } from "../records/titles.ts";
import type { CompanyMerge } from "../../shared/api/companies.ts";
import { noMerge } from "./problems.ts";

/** All merges there were, the newest first. */
export async function listMerges(db: ReadHandle): Promise<CompanyMerge[]> {
  return await read(db, null);
}

/** E-CMP-03 where there is none. */
export async function oneMerge(db: ReadHandle, id: number): Promise<CompanyMerge> {
  const [merge] = await read(db, id);
  if (merge === undefined) throw noMerge();
  return merge;
}

/** Organisations that were merged away → the one that each is by now. */
export async function mergedInto(db: ReadHandle): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("companyMerges")
    .select(["kept", "dropped"])
    .where("undoneAt", "is", null)
    .orderBy("id", "desc")
    .execute();
  const into = new Map<string, string>();
  // The newest first: what an earlier merge kept may have been merged on.
  for (const { kept, dropped } of rows) {
    for (const id of JSON.parse(dropped) as string[]) if (!into.has(id)) into.set(id, into.get(kept) ?? kept);
  }
  return into;
}

async function read(db: ReadHandle, id: number | null): Promise<CompanyMerge[]> {
  let query = db.selectFrom("companyMerges").select(["id", "at", "who", "kept", "dropped", "undoneAt"]);
  if (id !== null) query = query.where("id", "=", id);
  const rows = await query.orderBy("id", "desc").limit(500).execute();
  // Only merging writes this column.
  const merges = rows.map((row) => ({ ...row, dropped: JSON.parse(row.dropped) as string[] }));
  const ids = new Set(merges.flatMap(({ kept, dropped }) => [kept, ...dropped]));
  const titles = await titlesFor(
    db,
    [...ids].map((one) => ({ ledger: "organisations", id: one })),
  );
  const named = (one: string) => ({ id: one, name: titles.get(one) ?? "" });
  return merges.map(({ kept, dropped, ...rest }) => ({ ...rest, kept: named(kept), dropped: dropped.map(named) }));
}
