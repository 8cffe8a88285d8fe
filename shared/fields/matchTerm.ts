import { folded } from "./cellText.ts";
import type { Term } from "./field.ts";

/** Terms are compared at half width, without spaces and quotes, in one case. */
function termKey(text: string): string {
  return folded(text)
    .replace(/["'“”‘’《》]/gu, "")
    .toLowerCase();
}

/**
 * The term that a text names: itself, or one of its aliases. A term without years that maps to another is only
 * another way of writing it; a dated old term (863计划) stays what it was.
 */
export function matchTerm(text: string, terms: readonly Term[]): Term | null {
  const key = termKey(text);
  const found =
    terms.find((term) => termKey(term.term) === key) ??
    terms.find((term) => term.aliases?.some((alias) => termKey(alias) === key));
  if (!found) return null;
  if (found.mapsTo === undefined || found.from !== undefined || found.to !== undefined) return found;
  return terms.find((term) => term.term === found.mapsTo) ?? found;
}

/** Chinese warning where the row's year lies outside the years of the term's official use. */
export function outOfUse(term: Term, year: number | undefined): string | null {
  if (year === undefined) return null;
  if (term.to !== undefined && year > term.to) {
    return `“${term.term}”用到${term.to}年为止${term.mapsTo === undefined ? "" : `，现为“${term.mapsTo}”`}`;
  }
  return term.from !== undefined && year < term.from ? `“${term.term}”自${term.from}年起才有` : null;
}
