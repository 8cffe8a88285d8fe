// Pairs → groups. All of a group are near each other: A near B and B near C makes no group of three where A and C are
// two, since one merges a group at once.

export interface NearPair {
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly why: string;
}
export interface Group {
  readonly ids: readonly string[];
  /** Of the least alike two. */
  readonly score: number;
  readonly why: string;
}

/** The likeliest first. A record that is near two others which are not near each other is in two groups. */
export function gatherClusters(pairs: readonly NearPair[]): Group[] {
  const byKey = new Map(pairs.map((pair) => [keyOf(pair.one, pair.other), pair]));
  const groupOf = new Map<string, Set<string>>();
  const alone: NearPair[] = [];
  for (const pair of pairs.toSorted((a, b) => b.score - a.score)) {
    const [a, b] = [pair.one, pair.other].map((id) => groupOf.get(id) ?? new Set([id]));
    if (a === undefined || b === undefined || a === b) continue;
    if ([...a].every((one) => [...b].every((other) => byKey.has(keyOf(one, other))))) {
      const both = new Set([...a, ...b]);
      for (const id of both) groupOf.set(id, both);
    } else {
      alone.push(pair);
    }
  }
  const whole = [...new Set(groupOf.values())].map((ids) => groupFrom([...ids], byKey));
  return [...whole, ...alone.map(({ one, other }) => groupFrom([one, other], byKey))].toSorted(
    (a, b) => b.score - a.score || (a.ids[0] ?? "").localeCompare(b.ids[0] ?? ""),
  );
}

function groupFrom(ids: readonly string[], byKey: ReadonlyMap<string, NearPair>): Group {
  const pairs = ids.flatMap((one, at) => ids.slice(at + 1).flatMap((other) => byKey.get(keyOf(one, other)) ?? []));
  const least = pairs.toSorted((a, b) => a.score - b.score)[0];
  return {
    ids,
    score: least?.score ?? 0,
    why: [...new Set(pairs.flatMap(({ why }) => why.split("，")))].slice(0, 4).join("，"),
  };
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
