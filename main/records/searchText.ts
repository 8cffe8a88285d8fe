import type { Values } from "../../shared/api/api.ts";
import { initialsOf } from "./initials.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";

/** Half width, lower case, no spaces: what is stored and what is asked for. */
export function foldForSearch(text: string): string {
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
    if (typeof value === "string") text += `${value}\n`;
    else if (Array.isArray(value)) for (const term of value) text += `${String(term)}\n`;
  }
  let initials = "";
  for (const name of plan.initialled) {
    const value = values[name];
    if (typeof value === "string") initials += ` ${initialsOf(value)}`;
  }
  return { text: foldForSearch(text.trimEnd()), initials: initials.trimStart() };
}
