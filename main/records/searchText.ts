import type { Values } from "../../shared/api/api.ts";
import { initialsOf } from "./initials.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";

// Folding leaves these as they are, and most values hold nothing else.
const folded = /^[0-9a-z\n\u4E00-\u9FA5]*$/u;

/** Half width, lower case, no spaces: what is stored and what is asked for. */
export function foldForSearch(text: string): string {
  if (folded.test(text)) return text;
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\S\n]+/gu, "");
}

/** What search looks through for one record: all words of its text, code and choice fields, and pinyin initials. */
export function searchTextOf(plan: LedgerPlan, values: Values): { text: string; initials: string } {
  let text = "";
  for (const name of plan.searched) {
    const value = values[name];
    // A line for each field, so that no hit spans two.
    if (typeof value === "string") text += `${foldForSearch(value)}\n`;
    else if (Array.isArray(value)) for (const term of value) text += `${foldForSearch(String(term))}\n`;
  }
  let initials = "";
  for (const name of plan.initialled) {
    const value = values[name];
    if (typeof value === "string") initials += ` ${initialsOf(value)}`;
  }
  return { text: text.trimEnd(), initials: initials.trimStart() };
}
