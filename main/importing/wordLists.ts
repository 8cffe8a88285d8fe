import { findDictionary } from "../../shared/dictionaries/index.ts";
import { matchTerm } from "../../shared/fields/matchTerm.ts";
import { findStage } from "../../shared/fields/stages.ts";
import { findLedger } from "../../shared/ledgers/index.ts";

// The lists for which words of files are remembered: dictionaries by their names, and the stages of each ledger.

/** The list of a ledger's stages. */
export function stageList(ledger: string): string {
  return `${ledger}.status`;
}

export interface WordList {
  /** In Chinese. */
  readonly title: string;
  /** Whether the program knows the word by itself. */
  readonly isKnown: (word: string) => boolean;
  /** Stages only: the terms of a dictionary are the bureau's as well, and are asked elsewhere. */
  readonly isStage?: (word: string) => boolean;
}

export function wordList(list: string): WordList | null {
  const dictionary = findDictionary(list);
  if (dictionary !== undefined)
    return { title: dictionary.title, isKnown: (word) => matchTerm(word, dictionary.terms) !== null };
  const [name = "", field = ""] = list.split(".");
  const ledger = findLedger(name);
  const status = field === "status" ? ledger?.fields["status"] : undefined;
  if (ledger === undefined || status?.kind !== "stages") return null;
  return {
    title: `${ledger.title}·${status.label}`,
    isKnown: (word) => findStage(status, word) !== null,
    isStage: (word) => status.flow.some(({ stage }) => stage === word),
  };
}
