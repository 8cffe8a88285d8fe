import type { Values } from "../../shared/api/api.ts";
import type { NearRecord } from "./items.ts";
import { idsByName, idsByNearName, identityKey, type KnownLedger, waysOf } from "./knownRecords.ts";
import { isSame } from "./mergeValues.ts";

// Whose row is it (domain §6.6): official numbers decide, names are matched only exactly and only where one record
// bears them; whatever points two ways is left to a person.

export type Match =
  /** `near`: records that may be the same, best first. */
  | { readonly is: "new"; readonly near: readonly NearRecord[] }
  | { readonly is: "one"; readonly id: string }
  | { readonly is: "twin"; readonly ids: readonly string[]; readonly message: string };

export function matchRecord(ledger: KnownLedger, values: Values): Match {
  const hits: { ids: readonly string[] }[] = [];
  const ways = waysOf(ledger.declaration);
  for (let at = 0; at < ways.length; at++) {
    const way = ways[at];
    const key = way === undefined ? null : identityKey(way, values);
    const found = key === null ? undefined : ledger.byIdentity[at]?.get(key);
    if (found === undefined) continue;
    // Same title and company, but another plan: two projects, not one.
    const ids = way?.isOfficial === true ? found : found.filter((id) => !isOtherKind(ledger, id, values, at));
    if (ids.length > 0) hits.push({ ids });
  }
  const byName = named(ledger, values);
  if (byName.length > 0) hits.push({ ids: byName });

  const [first] = hits;
  if (first === undefined) return unmatched(ledger, values);
  if (first.ids.length > 1) return twin(first.ids, `有 ${first.ids.length} 条记录与这一行相同，分不清是哪一条`);
  const id = first.ids[0] ?? "";
  if (hits.some((hit) => !hit.ids.includes(id))) {
    return twin([...new Set(hits.flatMap((hit) => hit.ids))], "编号与名称指向不同的记录");
  }
  const other = differing(ledger, id, values);
  return other === null ? { is: "one", id } : twin([id], `与已有的一条相近，而${other}不同，请核对是否同一条`);
}

/**
 * Aliases and short names count for organisations' own rows as they do for references. A record made from a mere name
 * is completed by the row that gives this name as its short one.
 */
function named(ledger: KnownLedger, values: Values): readonly string[] {
  const { fields, titleField } = ledger.declaration;
  const { [titleField]: name, shortName } = values;
  const byTitle = waysOf(ledger.declaration).some((way) => way.fields.length === 1 && way.fields[0] === titleField);
  if (!byTitle || fields[titleField]?.kind !== "text" || typeof name !== "string") return [];
  const ids = idsByName(ledger, name);
  if (ids.length > 0 || typeof shortName !== "string") return ids;
  const isBare = (id: string): boolean => {
    const stored = ledger.records.get(id)?.values ?? {};
    return isSame(stored[titleField] ?? null, shortName) && Object.keys(stored).length === 1;
  };
  return idsByName(ledger, shortName).filter(isBare);
}

function unmatched(ledger: KnownLedger, values: Values): Match {
  const name = values[ledger.declaration.titleField];
  if (typeof name !== "string") return { is: "new", near: [] };
  const numbered = byPlaceOnly(ledger, name).find((id) => differing(ledger, id, values) !== null);
  if (numbered !== undefined) return twin([numbered], "名称相近而编号不同，请核对是否同一家");
  return { is: "new", near: nearRecords(ledger, name).filter(({ id }) => differing(ledger, id, values) === null) };
}

/** Records that a name which no record bears may mean: those of this file by place name only. Best first. */
export function nearRecords(ledger: KnownLedger, name: string): NearRecord[] {
  if (ledger.places.length === 0 && ledger.alike === undefined) return [];
  const found = new Map<string, NearRecord>();
  for (const id of byPlaceOnly(ledger, name)) found.set(id, { id, why: "只差地名", score: 0.96 });
  for (const near of ledger.alike?.find(name) ?? []) if (!found.has(near.id)) found.set(near.id, near);
  return [...found.values()].filter(({ id }) => !areTwo(ledger, name, id)).toSorted((a, b) => b.score - a.score);
}

function byPlaceOnly(ledger: KnownLedger, name: string): string[] {
  if (ledger.places.length === 0) return [];
  return idsByNearName(ledger, name).filter((id) => !areTwo(ledger, name, id));
}

/** Somebody has said so. */
function areTwo({ alike, records, declaration }: KnownLedger, name: string, id: string): boolean {
  const title = records.get(id)?.values[declaration.titleField];
  return typeof title === "string" && alike?.areTwo(name, title) === true;
}

/** An earlier alternative, filled on both sides, tells the two apart by an enumeration. */
function isOtherKind(ledger: KnownLedger, id: string, values: Values, before: number): boolean {
  const { declaration } = ledger;
  return contradictions(ledger, id, values, declaration.identifiedBy.slice(0, before)).some(
    (field) => declaration.fields[field]?.kind === "choice",
  );
}

/** The label of what tells two records apart that a later alternative takes for one; null where nothing does. */
function differing(ledger: KnownLedger, id: string, values: Values): string | null {
  const { declaration } = ledger;
  const ways = waysOf(declaration);
  const matchedBy = ways.findIndex((way) => {
    const key = identityKey(way, values);
    return key !== null && key === identityKey(way, ledger.records.get(id)?.values ?? {});
  });
  const earlier = matchedBy < 0 ? ways.filter(({ isOfficial }) => isOfficial) : ways.slice(0, matchedBy);
  const [field] = contradictions(
    ledger,
    id,
    values,
    earlier.map(({ fields }) => fields),
  );
  return field === undefined ? null : (declaration.fields[field]?.label ?? field);
}

/** Fields in which alternatives that both sides fill wholly disagree. */
function contradictions(
  { declaration, records }: KnownLedger,
  id: string,
  values: Values,
  alternatives: readonly (readonly string[])[],
): string[] {
  const stored = records.get(id)?.values ?? {};
  const isWhole = (of: Values, alternative: readonly string[]): boolean =>
    alternative.every((field) => (of[field] ?? null) !== null);
  return alternatives
    .filter((alternative) => isWhole(stored, alternative) && isWhole(values, alternative))
    .flatMap((alternative) => alternative.filter((field) => !isSame(stored[field] ?? null, values[field] ?? null)))
    .filter((field) => declaration.fields[field] !== undefined);
}

function twin(ids: readonly string[], message: string): Match {
  return { is: "twin", ids, message };
}
