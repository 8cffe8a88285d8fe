import { nearNames } from "../names/nearNames.ts";
import type { NearRecord } from "./items.ts";
import type { KnownLedger } from "./knownRecords.ts";
import type { Pause } from "./pause.ts";

// Stored organisations whose names are like a new one's. What the file itself brings is not looked through: a first
// import of three hundred companies asks nothing, and 企业名称整理 looks through them all afterwards.

export interface AlikeNames {
  /** Best first. */
  find(name: string): readonly NearRecord[];
  /** Somebody has said that these two names are not one organisation's. */
  areTwo(name: string, other: string): boolean;
}
export interface DistinctNames {
  has(one: string, other: string): boolean;
}

/** More organisations than a province has high-tech companies; a store like that is no bureau's. */
const mostStored = 20_000;
/** Names of one import that are looked up: a list of more new organisations is a register, and nobody reads its hints. */
const mostLookups = 5_000;
const chunk = 200;

/** @param pause gives way every few hundred names. */
export async function alikeNames(
  ledger: KnownLedger,
  distinct: DistinctNames,
  pause: Pause,
): Promise<AlikeNames | undefined> {
  if (ledger.records.size === 0 || ledger.records.size > mostStored) return undefined;
  const index = nearNames(ledger.places);
  let done = 0;
  for (const [name, ids] of ledger.byName) {
    for (const id of ids) index.add(id, name);
    if (++done % chunk === 0) await pause();
  }
  const found = new Map<string, readonly NearRecord[]>();
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
