import type { ReadHandle } from "../database/open.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import { extraFields } from "../records/extraFields.ts";
import { withOwnTerms } from "../../shared/dictionaries/index.ts";
import type { Field, TermsOf } from "../../shared/fields/field.ts";
import { secondMeanings, synonymHeadings } from "../../shared/ledgers/headings.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ledgerWords, type LedgerWords } from "./ledgerWords.ts";
import { listRecipes } from "./storedRecipes.ts";
import { loadImportTerms } from "./storedWords.ts";
import { knowledgeOf, type Knowledge } from "./understandWorkbook.ts";

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));

/** All ledgers with their headings, the dictionaries and the bureau's own columns, as they stand now. */
export async function loadKnowledge(db: ReadHandle): Promise<Knowledge> {
  const extras: Record<string, Record<string, Field>> = {};
  for (const { name } of ledgerList) {
    const own = await extraFields(db, name);
    if (own.length > 0) extras[name] = Object.fromEntries(own.map((extra) => [extra.name, fieldOfExtra(extra)]));
  }
  return { ...knowledgeWith(extras, await loadImportTerms(db)), recipes: await listRecipes(db) };
}

/** What the program knows by itself, before any bureau adds to it. */
export function builtInKnowledge(): Knowledge {
  return knowledgeWith({}, withOwnTerms({}));
}

function knowledgeWith(extras: Knowledge["extras"], terms: TermsOf): Knowledge {
  const words = ledgerList.map((declaration) => {
    const own = extras[declaration.name];
    return own === undefined ? builtInWords(declaration) : wordsOf(declaration, own);
  });
  return knowledgeOf(words, { ledgers, terms, extras });
}

function wordsOf(declaration: LedgerDeclaration, extras?: Readonly<Record<string, Field>>): LedgerWords {
  const more = {
    synonyms: synonymHeadings(declaration),
    seconds: secondMeanings(declaration),
    ...(extras === undefined ? {} : { extras }),
  };
  return ledgerWords(declaration, ledgers, more);
}

// Without columns of the bureau's own a ledger's words never change, and making them for each file costs a tenth second.
const made = new Map<string, LedgerWords>();

function builtInWords(declaration: LedgerDeclaration): LedgerWords {
  const known = made.get(declaration.name);
  if (known !== undefined) return known;
  const words = wordsOf(declaration);
  made.set(declaration.name, words);
  return words;
}
