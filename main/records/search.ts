import { sql } from "kysely";
import type { ReadHandle } from "../database/open.ts";
import type { SearchHit } from "../../shared/api/api.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { detailsFor } from "./details.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { likePattern } from "./filter.ts";
import { matchSql, searchWords } from "./searchSql.ts";
import { titlesFor } from "./titles.ts";

const USUAL_LIMIT = 50;

/** Live records of all ledgers: those that begin with the words first, then the shorter ones. */
export async function searchRecords(
  db: ReadHandle,
  { text, limit }: { text: string; limit?: number },
): Promise<SearchHit[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const refs = await matching(db, null, words, limit ?? USUAL_LIMIT);
  const [titles, details] = [await titlesFor(db, refs), await detailsFor(db, refs)];
  return refs.map(({ ledger, id }) => ({
    ledger,
    id,
    title: titles.get(id) ?? "",
    detail: [ledgerNamed(ledger).title, details.get(id) ?? ""].filter((part) => part !== "").join(" · "),
  }));
}

/** Records whose words match, best first; of the named ledgers or of all. */
export async function matching(
  db: ReadHandle,
  ledgers: readonly string[] | null,
  words: readonly string[],
  limit: number,
): Promise<RecordRef[]> {
  const begins = likePattern(words[0] ?? "").slice(1);
  let query = db.selectFrom("searchTexts").select(["ledger", "record"]).where(matchSql(words));
  if (ledgers !== null) query = query.where("ledger", "in", ledgers);
  const rows = await query
    .orderBy(sql`text LIKE ${begins} ESCAPE '\\' OR initials LIKE ${begins}`, "desc")
    .orderBy(sql`length(text)`)
    .orderBy("record")
    .limit(limit)
    .execute();
  return rows.map(({ ledger, record }) => ({ ledger, id: record }));
}
