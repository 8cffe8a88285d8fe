import type { ReadHandle } from "../database/open.ts";
import type { HistoryEntry, Values } from "../../shared/api/api.ts";

/** All changes of one record, the newest first. `before` and `after` hold the fields that changed. */
export async function recordHistory(db: ReadHandle, ledger: string, id: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom("history")
    .select(["seq", "at", "who", "batch", "before", "after"])
    .where("record", "=", id)
    .where("ledger", "=", ledger)
    .orderBy("seq", "desc")
    .execute();
  const notes = await mergeNotes(
    db,
    id,
    rows.map(({ seq }) => seq),
  );
  return rows.map(({ before, after, ...row }) => {
    const note = notes.get(row.seq);
    const entry = { ...row, before: valuesIn(before), after: valuesIn(after) };
    return note === undefined ? entry : { ...entry, note };
  });
}

/** What merging organisations and taking it back did to this record, by number of the change. */
async function mergeNotes(db: ReadHandle, id: string, seqs: readonly number[]): Promise<Map<number, string>> {
  const merges = await db
    .selectFrom("companyMerges")
    .innerJoin("organisations", "organisations.id", "companyMerges.kept")
    .select(["name", "dropped", "first", "last", "undoneFirst", "undoneLast"])
    .execute();
  const notes = new Map<number, string>();
  for (const seq of seqs) {
    for (const { name, dropped, first, last, undoneFirst, undoneLast } of merges) {
      if (seq >= first && seq <= last) notes.set(seq, dropped.includes(id) ? `并入“${name}”` : "合并单位");
      if (seq >= (undoneFirst ?? Infinity) && seq <= (undoneLast ?? 0)) notes.set(seq, "撤销合并");
    }
  }
  return notes;
}

/** One side of a history row. `deletedAt` and `extras` stand beside the fields. */
export function valuesIn(json: string | null): Values | null {
  return json === null ? null : (JSON.parse(json) as Values);
}
