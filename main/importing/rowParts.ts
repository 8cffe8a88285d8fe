import type { Incoming, ReadRow } from "./incoming.ts";
import type { NearRecord, ReadParts } from "./items.ts";
import type { Match } from "./matchRecord.ts";

// What a row in doubt keeps, so that a person can settle it later.

/** Candidates that a person is shown. */
const most = 8;

export function nearOf(match: Exclude<Match, { is: "one" }>): NearRecord[] {
  const near = match.is === "twin" ? match.ids.map((id) => ({ id, why: match.message, score: 1 })) : match.near;
  return near.slice(0, most);
}

export function partsOf({ main, carried }: ReadRow): ReadParts {
  return { main, carried };
}

/** The row's own records come first, then what it carries; -1 for what the importer itself makes of it. */
export function partOf({ main, carried }: ReadParts, incoming: Incoming): number {
  return [...main, ...carried].indexOf(incoming);
}
