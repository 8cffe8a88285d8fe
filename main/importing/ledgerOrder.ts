import type { Ledgers } from "./ledgerWords.ts";

/** Order in which ledgers are taken in: what others refer to comes first, details right after what they belong to. */
export function ledgerRanks(ledgers: Ledgers): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const depth = (name: string, above: readonly string[]): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const fields = Object.values(ledgers[name]?.fields ?? {});
    const targets = fields.flatMap((field) =>
      field.kind === "reference" || field.kind === "references" ? [field.to] : [],
    );
    // A ledger that refers to itself, or two that refer to each other, count the way back for nothing.
    const others = targets.filter((target) => target !== name && !above.includes(target));
    const found = others.length === 0 ? 0 : 1 + Math.max(...others.map((target) => depth(target, [...above, name])));
    if (above.length === 0) depths.set(name, found);
    return found;
  };
  const ranked = Object.keys(ledgers).map((name, at) => ({
    name,
    at,
    depth: depth(name, []),
    parent: parentOf(name, ledgers),
  }));
  ranked.sort((a, b) => a.depth - b.depth || Number(a.parent === null) - Number(b.parent === null) || a.at - b.at);
  return new Map(ranked.map(({ name }, at) => [name, at]));
}

function parentOf(name: string, ledgers: Ledgers): string | null {
  for (const field of Object.values(ledgers[name]?.fields ?? {})) {
    if (field.kind === "reference" && field.parent === true) return field.to;
  }
  return null;
}

/** Ledgers whose records others are made of by mere names: their files go first, whatever else these hold. */
const named = new Set(["subdistricts", "organisations", "organisationAliases"]);

/** Where a file with tables of these ledgers stands in the order; last where it has none. */
export function fileRank(ledgers: readonly string[], ranks: ReadonlyMap<string, number>): number {
  const own = ledgers.flatMap((ledger) => ranks.get(ledger) ?? []);
  const first = ledgers.filter((ledger) => named.has(ledger)).flatMap((ledger) => ranks.get(ledger) ?? []);
  if (own.length === 0) return Infinity;
  return first.length > 0 ? Math.min(...first) - ranks.size : Math.max(...own);
}
