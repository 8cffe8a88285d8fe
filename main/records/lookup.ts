import { anyLedger, commonOf } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { detailsFor } from "./details.ts";
import { allLedgers, ledgerNamed } from "./ledgerNamed.ts";
import { amongIds } from "./readRecords.ts";
import { matching } from "./search.ts";
import { searchWords } from "./searchSql.ts";
import { titlesFor } from "./titles.ts";

const USUAL_LIMIT = 20;

/** Candidates for a reference, by name, alias, number or pinyin initials; the latest changed where nothing is asked. */
export async function lookupRecords(
  db: ReadHandle,
  { ledger, text, limit = USUAL_LIMIT }: { ledger: string; text: string; limit?: number },
): Promise<{ id: string; title: string; detail: string }[]> {
  const { name } = ledgerNamed(ledger);
  const words = searchWords(text);
  const ids = words.length === 0 ? await latest(db, name, limit) : await findIds(db, name, words, limit);
  const refs = ids.map((id): RecordRef => ({ ledger: name, id }));
  const [titles, details] = [await titlesFor(db, refs), await detailsFor(db, refs)];
  return ids.map((id) => ({ id, title: titles.get(id) ?? "", detail: details.get(id) ?? "" }));
}

async function latest(db: ReadHandle, ledger: string, limit: number): Promise<string[]> {
  const rows = await anyLedger(db)
    .selectFrom(ledger)
    .select("id")
    .where("deletedAt", "is", null)
    .orderBy("updatedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

async function findIds(db: ReadHandle, ledger: string, words: readonly string[], limit: number): Promise<string[]> {
  const aliases = aliasesOf(ledger);
  const hits = await matching(db, [ledger, ...aliases.keys()], words, limit * 2);
  const owners = await ownersOf(db, aliases, hits);
  const ids = hits.map((hit) => (hit.ledger === ledger ? hit.id : owners.get(hit.id)));
  return [...new Set(ids.filter((id) => id !== undefined))].slice(0, limit);
}

/** Ledgers that hold other names of this one's records, each with the field that points at their owner. */
function aliasesOf(ledger: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, fields } of allLedgers()) {
    if (fields["alias"]?.kind !== "text") continue;
    const parent = Object.entries(fields).find(([, field]) => field.kind === "reference" && field.parent === true);
    if (parent?.[1].kind === "reference" && parent[1].to === ledger) found.set(name, parent[0]);
  }
  return found;
}

async function ownersOf(
  db: ReadHandle,
  aliases: ReadonlyMap<string, string>,
  hits: readonly RecordRef[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const [ledger, field] of aliases) {
    const ids = hits.filter((hit) => hit.ledger === ledger).map(({ id }) => id);
    const rows = await anyLedger(db)
      .selectFrom(ledger)
      .select(["id", field])
      .where("id", "in", amongIds(ids))
      .execute();
    for (const row of rows) owners.set(commonOf(row).id, String(row[field]));
  }
  return owners;
}
