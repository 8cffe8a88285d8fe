import type { ReadHandle, Tx } from "../database/open.ts";
import { ownTerms } from "../records/terms.ts";
import type { RememberedWord, WordMeaning } from "../../shared/api/api.ts";
import { withOwnTerms } from "../../shared/dictionaries/index.ts";
import type { Term, TermsOf } from "../../shared/fields/field.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { wordList } from "./wordLists.ts";

// Words of files that no term or stage fits, and what a person has said they mean: a term, a stage, or nothing.

/** The dictionaries as files are read by them: with the bureau's own terms and the words that it has told. */
export async function loadImportTerms(db: ReadHandle): Promise<TermsOf> {
  const terms: Record<string, Term[]> = await ownTerms(db);
  for (const { list, word, meaning } of await toldWords(db))
    (terms[list] ??= []).push(meaning === null ? { term: word, silent: true } : { term: word, mapsTo: meaning });
  return withOwnTerms(terms);
}

async function toldWords(db: ReadHandle): Promise<WordMeaning[]> {
  return await db
    .selectFrom("importWords")
    .select(["list", "word", "meaning"])
    .orderBy("list")
    .orderBy("word")
    .execute();
}

/** With the bureau's own terms that are but another writing of one. */
export async function listWords(db: ReadHandle): Promise<RememberedWord[]> {
  const written = Object.entries(await ownTerms(db)).flatMap(([list, terms]) =>
    terms.flatMap(({ term, mapsTo, from, to }) =>
      mapsTo === undefined || from !== undefined || to !== undefined ? [] : [{ list, word: term, meaning: mapsTo }],
    ),
  );
  return [...(await toldWords(db)), ...written].flatMap((one) => {
    const title = wordList(one.list)?.title;
    return title === undefined ? [] : [{ ...one, title }];
  });
}

/** A later word takes the place of an earlier one. E-IMP-54 for a list or a meaning that is none, or a known word. */
export async function rememberWords(
  tx: Tx,
  { at, who }: { at: string; who: string },
  words: readonly WordMeaning[],
): Promise<void> {
  const own = withOwnTerms(await ownTerms(tx));
  for (const { list, word, meaning } of words) {
    const known = wordList(list);
    if (known === null) throw unfit(`没有“${list}”这一类选项`);
    const isOwn = own(list).some(({ term, mapsTo }) => term === word && mapsTo === undefined);
    if (known.isKnown(word) || isOwn) throw unfit(`“${word}”本来就认得`);
    const isMeaning = known.isStage ?? ((one: string) => own(list).some(({ term }) => term === one));
    if (meaning !== null && !isMeaning(meaning)) throw unfit(`“${known.title}”里没有“${meaning}”`);
    await forgetWord(tx, { list, word });
    await tx.insertInto("importWords").values({ list, word, meaning, at, who }).execute();
  }
}

export async function forgetWord(tx: Tx, { list, word }: { list: string; word: string }): Promise<void> {
  await tx.deleteFrom("importWords").where("list", "=", list).where("word", "=", word).execute();
  await tx
    .deleteFrom("dictionaryTerms")
    .where("dictionary", "=", list)
    .where("term", "=", word)
    .where("mapsTo", "is not", null)
    .where("fromYear", "is", null)
    .where("toYear", "is", null)
    .execute();
}

function unfit(message: string): ProblemError {
  return new ProblemError({
    kind: "invalid",
    code: "E-IMP-54",
    message: `${message}，没有记住。数据未改动；请刷新后再选。`,
  });
}
