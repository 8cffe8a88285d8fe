import { nearNames } from "../names/nearNames.ts";
import { countiesIn } from "../names/places.ts";
import type { Pause } from "./pause.ts";

// Stored organisations whose names are like a new one's. What the file itself brings is not looked through: a first
// import of three hundred companies asks nothing, and 企业名称整理 looks through them all afterwards.

export interface Alike {
  readonly id: string;
  /** In Chinese. */
  readonly why: string;
  /** 0 to 1. */
  readonly score: number;
}
export interface AlikeNames {
  /** Best first. */
  find(name: string): readonly Alike[];
  /** Somebody has said that these two names are not one organisation's. */
  areTwo(name: string, other: string): boolean;
}
interface StoredNames {
  readonly records: ReadonlyMap<string, unknown>;
  /** All their names, whole. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly places: readonly string[];
}
interface DistinctNames {
  has(one: string, other: string): boolean;
}

/** More organisations than a province has high-tech companies; a store like that is no bureau's. */
const mostStored = 20_000;
/** Names of one import that are looked up: a list of more new organisations is a register, and nobody reads its hints. */
const mostLookups = 5_000;
const chunk = 200;

/** @param pause gives way every few hundred names. */
export async function alikeNames(
  { records, byName, places }: StoredNames,
  distinct: DistinctNames,
  pause: Pause,
): Promise<AlikeNames | undefined> {
  if (records.size === 0 || records.size > mostStored) return undefined;
  const index = nearNames([...places, ...countiesIn(byName.keys())]);
  let done = 0;
  for (const [name, ids] of byName) {
    for (const id of ids) index.add(id, name);
    if (++done % chunk === 0) await pause();
  }
  const found = new Map<string, readonly Alike[]>();
  return {
    areTwo: (name, other) => distinct.has(name, other),
    find(name) {
      const kept = found.get(name);
      if (kept !== undefined || found.size >= mostLookups) return kept ?? [];
      const near = index.find(name).map(({ id, why, score }) => ({ id, why, score }));
      found.set(name, near);
      return near;
    },
  };
}
