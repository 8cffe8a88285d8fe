import type { Term } from "../fields/field.ts";
import { type Dictionary, defineDictionary } from "./define.ts";

/** A term with other ways of writing it. */
export type Spelled = string | readonly [term: string, ...aliases: string[]];

export function terms(...spelled: readonly Spelled[]): Term[] {
  return spelled.map((entry) => {
    if (typeof entry === "string") return { term: entry };
    const [term, ...aliases] = entry;
    return { term, aliases };
  });
}

/** A dictionary of terms that never changed with a rule. */
export function plain(name: string, title: string, ...spelled: readonly Spelled[]): Dictionary {
  return defineDictionary({ name, title, terms: terms(...spelled) });
}

/** The same in rank order, highest first. */
export function ranked(name: string, title: string, ...spelled: readonly Spelled[]): Dictionary {
  return defineDictionary({ name, title, ranked: true, terms: terms(...spelled) });
}
