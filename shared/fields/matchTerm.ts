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

function byKey(key: string, terms: readonly Term[], year: number | undefined): Term | null {
  const named = terms.filter((term) => termKey(term.term) === key);
  const aliased = terms.filter((term) => term.aliases?.some((alias) => termKey(alias) === key));
  const candidates = [...named, ...aliased];
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
