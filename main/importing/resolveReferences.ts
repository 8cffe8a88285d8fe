import type { Values } from "../../shared/api/api.ts";
import type { Incoming } from "./incoming.ts";
import { idsByName, nameKey, type Known, type KnownLedger } from "./knownRecords.ts";

// Names → ids: by exact normalised name, short name or alias, never by likeness.

/** Ledgers in which a mere name makes a record, so that no row is lost for want of its organisation. */
const stubLedgers = new Set(["organisations", "subdistricts"]);

export interface Resolved {
  readonly values: Values;
  readonly unknown: readonly { readonly field: string; readonly name: string; readonly message: string }[];
}

/**
 * @param raw the row's own texts: they tell apart several records of one title (the company or year beside it).
 * @param makeStub makes a record from a name and answers its id.
 */
export function resolveReferences(
  incoming: Incoming,
  known: Known,
  raw: readonly string[],
  makeStub: (ledger: KnownLedger, name: string, field: string) => string,
): Resolved {
  const declaration = known.get(incoming.ledger)?.declaration;
  const values: Values = { ...incoming.values };
  const unknown: { field: string; name: string; message: string }[] = [];
  for (const [field, names] of Object.entries(incoming.names)) {
    const is = declaration?.fields[field];
    if (is?.kind !== "reference" && is?.kind !== "references") continue;
    const target = known.get(is.to);
    const ids: string[] = [];
    for (const name of names) {
      const found = target === undefined ? "unknown" : find(target, known, name, raw);
      if (found === "unknown" && target !== undefined && stubLedgers.has(is.to))
        ids.push(makeStub(target, name, field));
      else if (found === "unknown" || found === "several") {
        const title = target?.declaration.title ?? is.to;
        const message = found === "several" ? `有几条${title}都叫“${name}”，分不清是哪一条` : `${title}里没有“${name}”`;
        unknown.push({ field, name, message });
      } else ids.push(found.id);
    }
    const unique = [...new Set(ids)];
    if (unique.length > 0) values[field] = is.kind === "reference" ? (unique[0] ?? null) : unique;
  }
  return { values, unknown };
}

function find(
  target: KnownLedger,
  known: Known,
  name: string,
  raw: readonly string[],
): { id: string } | "unknown" | "several" {
  const ids = idsByName(target, name);
  const [id] = ids;
  if (id === undefined) return "unknown";
  if (ids.length === 1) return { id };
  // Its full name outranks another's short name or alias.
  const titled = ids.filter((one) => isTitled(target, one, name));
  if (titled.length === 1) return { id: titled[0] ?? id };
  const texts = new Set(raw.map((text) => nameKey(text)));
  texts.delete(nameKey(name));
  const scored = ids.map((one) => ({
    id: one,
    score: wordsOf(target, known, one).filter((word) => texts.has(word)).length,
  }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best !== undefined && best.score > (second?.score ?? 0) ? { id: best.id } : "several";
}

function isTitled(target: KnownLedger, id: string, name: string): boolean {
  const title = target.records.get(id)?.values[target.declaration.titleField];
  return typeof title === "string" && nameKey(title) === nameKey(name);
}

/** What else identifies a record, as a row may write it: its organisation's names, its year. */
function wordsOf(target: KnownLedger, known: Known, id: string): string[] {
  const record = target.records.get(id);
  if (record === undefined) return [];
  return Object.entries(record.values).flatMap(([field, value]) => {
    const is = target.declaration.fields[field];
    if (field === target.declaration.titleField || value === null) return [];
    if (is?.kind === "reference" && typeof value === "string") {
      const other = known.get(is.to)?.records.get(value)?.values ?? {};
      return Object.values(other).flatMap((one) => (typeof one === "string" ? nameKey(one) : []));
    }
    return typeof value === "number" ? [String(value), `${value}年`] : typeof value === "string" ? nameKey(value) : [];
  });
}
