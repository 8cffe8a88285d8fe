import { folded } from "./cellText.ts";
import type { Term } from "./field.ts";

/** Terms are compared at half width, without spaces and quotes, in one case. */
function termKey(text: string): string {
  return folded(text)
    .replace(/["'“”‘’《》]/gu, "")
    .toLowerCase();
}

/** 示例省科技厅 without the place: 省科技厅, then 科技厅. */
function withoutPlace(key: string): string[] {
  const match = /^\p{Script=Han}{2,6}?([省市区县])(.{2,})$/u.exec(key);
  return match ? [`${match[1]}${match[2]}`, match[2] ?? ""] : [];
}

function inUse(term: Term, year: number): boolean {
  return (term.from ?? year) <= year && year <= (term.to ?? year);
}

/**
 * The term that a text names: itself, or one of its aliases; among several the one in use in the row's year
 * (新材料 is 新材料技术 under the rule of 2008). A term without years that maps to another is only another way of
 * writing it; a dated old term (863计划) stays what it was. A place before the word is passed over.
 */
export function matchTerm(text: string, terms: readonly Term[], year?: number): Term | null {
  const key = termKey(text);
  for (const form of [key, ...withoutPlace(key)]) {
    const found = byKey(form, terms, year);
    if (found) return found;
  }
  return null;
}

// A hundred thousand rows ask for the same few lists: each is indexed once.
const indexes = new WeakMap<readonly Term[], ReadonlyMap<string, readonly Term[]>>();

/** Key → the terms it names, those whose own name it is before those it is an alias of. */
function indexOf(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const known = indexes.get(terms);
  if (known) return known;
  const index = new Map<string, Term[]>();
  const add = (word: string, term: Term): void => {
    const key = termKey(word);
    const named = index.get(key);
    if (!named) index.set(key, [term]);
    else if (!named.includes(term)) named.push(term);
  };
  for (const term of terms) add(term.term, term);
  for (const term of terms) for (const alias of term.aliases ?? []) add(alias, term);
  indexes.set(terms, index);
  return index;
}

function byKey(key: string, terms: readonly Term[], year: number | undefined): Term | null {
  const candidates = indexOf(terms).get(key) ?? [];
  const found = (year === undefined ? undefined : candidates.find((term) => inUse(term, year))) ?? candidates[0];
  if (!found) return null;
  if (found.mapsTo === undefined || found.from !== undefined || found.to !== undefined) return found;
  return terms.find((term) => term.term === found.mapsTo) ?? found;
}

/** Chinese warning where the row's year lies outside the years of the term's official use. */
export function outOfUse(term: Term, year: number | undefined): string | null {
  if (year === undefined || inUse(term, year)) return null;
  if (term.to !== undefined && year > term.to) {
    return `“${term.term}”用到${term.to}年为止${term.mapsTo === undefined ? "" : `，现为“${term.mapsTo}”`}`;
  }
  return `“${term.term}”自${term.from}年起才有`;
}
