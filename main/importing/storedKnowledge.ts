import type { ReadHandle } from "../database/open.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import { extraFields } from "../records/extraFields.ts";
import { loadTerms } from "../records/terms.ts";
import { withOwnTerms } from "../../shared/dictionaries/index.ts";
import type { Field, TermsOf } from "../../shared/fields/field.ts";
import { secondMeanings, synonymHeadings } from "../../shared/ledgers/headings.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import { ledgerWords } from "./ledgerWords.ts";
import { listRecipes } from "./storedRecipes.ts";
import { knowledgeOf, type Knowledge } from "./understandWorkbook.ts";

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));

/** All ledgers with their headings, the dictionaries and the bureau's own columns, as they stand now. */
export async function loadKnowledge(db: ReadHandle): Promise<Knowledge> {
  const extras: Record<string, Record<string, Field>> = {};
  for (const { name } of ledgerList) {
    const own = await extraFields(db, name);
    if (own.length > 0) extras[name] = Object.fromEntries(own.map((extra) => [extra.name, fieldOfExtra(extra)]));
  }
  return { ...knowledgeWith(extras, await loadTerms(db)), recipes: await listRecipes(db) };
}

/** What the program knows by itself, before any bureau adds to it. */
export function builtInKnowledge(): Knowledge {
  return knowledgeWith({}, withOwnTerms({}));
}

function knowledgeWith(extras: Knowledge["extras"], terms: TermsOf): Knowledge {
  const words = ledgerList.map((declaration) => {
    const own = extras[declaration.name];
    const more = {
      synonyms: synonymHeadings(declaration),
      seconds: secondMeanings(declaration),
      ...(own === undefined ? {} : { extras: own }),
    };
    return ledgerWords(declaration, ledgers, more);
  });
  return knowledgeOf(words, { ledgers, terms, extras });
}
