import { soundOf, shapeOf } from "./characters.ts";
import { bigrams, compareNames, type Likeness } from "./compareNames.ts";
import { type NameParts, parseName } from "./parseName.ts";

// Which of thousands of names may be the same organisation as a given one: an index by brand, sound, shape, the brand
// less any one character, and rare pairs of characters; only what it finds is compared.

export interface Near extends Likeness {
  readonly id: string;
  /** The name that is alike: its title, short name or alias. */
  readonly name: string;
}
export interface NearNames {
  add(id: string, name: string): void;
  /** Best first; each id once. */
  find(name: string, most?: number): readonly Near[];
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly parts: NameParts;
}
/** A key under which more names stand than this tells nothing. */
const CROWD = 60;

/** The same few thousand names come with every file; taking them apart costs more than looking them up. */
const takenApart = new Map<string, { readonly parts: NameParts; readonly keys: readonly string[] }>();
const mostKept = 20_000;

function apart(name: string, own: readonly string[], ownKey: string) {
  const key = `${ownKey}\n${name}`;
  const kept = takenApart.get(key);
  if (kept !== undefined) return kept;
  if (takenApart.size >= mostKept) takenApart.clear();
  const parts = parseName(name, own);
  const made = { parts, keys: [...keysOf(parts)] };
  takenApart.set(key, made);
  return made;
}

/** @param own names of the district and of places like it. */
export function nearNames(own: readonly string[] = []): NearNames {
  const ownKey = own.join(" ");
  const byKey = new Map<string, Entry[]>();
  const found = new Map<string, readonly Near[]>();
  return {
    add(id, name) {
      const { parts, keys } = apart(name, own, ownKey);
      const entry: Entry = { id, name, parts };
      if (found.size > 0) found.clear();
      for (const key of keys) {
        const entries = byKey.get(key);
        if (entries === undefined) byKey.set(key, [entry]);
        else if (entries.length <= CROWD) entries.push(entry);
      }
    },
    find(name, most = 5) {
      const kept = found.get(name);
      if (kept !== undefined) return kept.slice(0, most);
      const near = search(byKey, apart(name, own, ownKey));
      if (found.size > 50_000) found.clear();
      found.set(name, near);
      return near.slice(0, most);
    },
  };
}

function search(
  byKey: ReadonlyMap<string, readonly Entry[]>,
  { parts, keys }: { readonly parts: NameParts; readonly keys: readonly string[] },
): Near[] {
  const candidates = new Set<Entry>();
  for (const key of keys) {
    const entries = byKey.get(key) ?? [];
    if (entries.length <= CROWD) for (const entry of entries) candidates.add(entry);
  }
  const best = new Map<string, Near>();
  for (const { id, name, parts: other } of candidates) {
    const likeness = compareNames(parts, other);
    if (likeness !== null && likeness.score > (best.get(id)?.score ?? 0)) best.set(id, { ...likeness, id, name });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}

function keysOf({ brand, core }: NameParts): Set<string> {
  const keys = new Set([`b${brand}`, `p${soundOf(brand)}`, `s${shapeOf(brand)}`]);
  // A short name stands under the beginning of the whole one.
  if (brand.length >= 4) for (const length of [2, 3]) keys.add(`b${brand.slice(0, length)}`);
  if (brand.length >= 3) {
    keys.add(`d${brand}`);
    for (let at = 0; at < brand.length && at < 12; at++) keys.add(`d${brand.slice(0, at)}${brand.slice(at + 1)}`);
  }
  if (core.length >= 6) for (const pair of bigrams(core)) keys.add(`g${pair}`);
  return keys;
}
