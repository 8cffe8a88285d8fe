import type { ReadHandle, Tx } from "../database/open.ts";
import type { DictionaryTerm } from "../../shared/api/api.ts";
import { dictionaries, findDictionary, withOwnTerms } from "../../shared/dictionaries/index.ts";
import type { Term, TermsOf } from "../../shared/fields/field.ts";
import { refusedTerm } from "./problems.ts";

/** Built-in terms and the bureau's own, as field kinds look them up. */
export async function loadTerms(db: ReadHandle): Promise<TermsOf> {
  return withOwnTerms(await ownTerms(db));
}

/** Every dictionary with its terms, the bureau's own marked. */
export async function allTerms(db: ReadHandle): Promise<Record<string, DictionaryTerm[]>> {
  const own = await ownTerms(db);
  return Object.fromEntries(
    dictionaries.map(({ name, terms }) => [
      name,
      [...terms.map((term) => shown(term, false)), ...(own[name] ?? []).map((term) => shown(term, true))],
    ]),
  );
}

/** Refuses (E-REC-09) a dictionary that does not exist, a term that it has, and a target that it lacks. */
export async function addTerm(tx: Tx, dictionary: string, term: Omit<DictionaryTerm, "own">): Promise<void> {
  const known = findDictionary(dictionary);
  if (known === undefined) throw refusedTerm(`没有“${dictionary.slice(0, 60)}”这个字典，没有添加。请另选字典。`);
  const terms = (await loadTerms(tx))(dictionary);
  const name = term.term.trim();
  if (terms.some((one) => one.term === name || one.aliases?.includes(name) === true)) {
    throw refusedTerm(`“${known.title}”中已有“${name}”，没有添加。数据未改动；直接选用即可。`);
  }
  if (term.mapsTo !== undefined && !terms.some((one) => one.term === term.mapsTo)) {
    throw refusedTerm(`“${known.title}”中没有“${term.mapsTo}”，不能对应到它，没有添加。请另选对应的项。`);
  }
  const { from = null, to = null, mapsTo = null } = term;
  await tx
    .insertInto("dictionaryTerms")
    .values({ dictionary, term: name, fromYear: from, toYear: to, mapsTo })
    .execute();
}

/** By dictionary. */
export async function ownTerms(db: ReadHandle): Promise<Record<string, Term[]>> {
  const rows = await db.selectFrom("dictionaryTerms").selectAll().orderBy("term").execute();
  const own: Record<string, Term[]> = {};
  for (const { dictionary, term, fromYear, toYear, mapsTo } of rows) {
    (own[dictionary] ??= []).push({
      term,
      ...(fromYear === null ? {} : { from: fromYear }),
      ...(toYear === null ? {} : { to: toYear }),
      ...(mapsTo === null ? {} : { mapsTo }),
    });
  }
  return own;
}

function shown({ term, from, to, mapsTo }: Term, own: boolean): DictionaryTerm {
  return {
    term,
    own,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(mapsTo === undefined ? {} : { mapsTo }),
  };
}
