import type { MetricContext } from "./context.ts";

/** The terms themselves and the bureau's own that count as one of them, however many steps away. */
export function withOwnTerms(context: MetricContext, dictionary: string, terms: readonly string[]): string[] {
  const found = new Set(terms);
  const own = context.ownTerms.filter((term) => term.dictionary === dictionary);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { term, mapsTo } of own) if (mapsTo !== null && found.has(mapsTo)) found.add(term);
  }
  return [...found];
}

/** The terms of a ranked dictionary that stand at least as high as the given one: 市级以上. */
export function termsFrom(context: MetricContext, dictionary: string, lowest: string): string[] {
  const terms = context.dictionaries.get(dictionary)?.terms.map((term) => term.term) ?? [];
  return withOwnTerms(context, dictionary, terms.slice(0, terms.indexOf(lowest) + 1));
}

/** Whether the dictionary has the term, built in or the bureau's own. */
export function hasTerm(context: MetricContext, dictionary: string, term: string): boolean {
  const builtIn = context.dictionaries.get(dictionary)?.terms.some((candidate) => candidate.term === term);
  return builtIn === true || context.ownTerms.some((own) => own.dictionary === dictionary && own.term === term);
}
