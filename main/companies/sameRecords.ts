import type { Value } from "../../shared/fields/field.ts";
import { nameKey } from "../../shared/fields/nameKey.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { isOfficial } from "../../shared/ledgers/identity.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";

// Once two organisations are one, two records may be one as well: the figures of one year under both, the same project
// under both. As on import: what identifies a record decides, unless an official number or what stands before it differs.

/** Of two records that are one, which stays: pairs of [goes, stays]. @param moved ids of records whose references changed. */
export function sameRecords(
  declaration: LedgerDeclaration,
  records: readonly StoredRecord[],
  moved: ReadonlySet<string>,
): [goes: StoredRecord, stays: StoredRecord][] {
  const found: [StoredRecord, StoredRecord][] = [];
  const gone = new Set<string>();
  for (const [at, alternative] of declaration.identifiedBy.entries()) {
    // Numbers are unique as they are, and what points at nobody was the same before.
    if (isOfficial(declaration, alternative) || !alternative.some((name) => pointsAway(declaration, name))) continue;
    const byKey = new Map<string, StoredRecord>();
    for (const record of records.toSorted((a, b) => order(a, moved) - order(b, moved))) {
      const key = gone.has(record.id) ? null : keyOf(alternative, record.values);
      if (key === null) continue;
      const stays = byKey.get(key);
      if (stays === undefined) byKey.set(key, record);
      else if (moved.has(record.id) && !areTwo(declaration, at, stays.values, record.values)) {
        found.push([record, stays]);
        gone.add(record.id);
      }
    }
  }
  return found;
}

/** Those that pointed at the kept one all along come first. */
function order({ id }: StoredRecord, moved: ReadonlySet<string>): number {
  return moved.has(id) ? 1 : 0;
}

function pointsAway({ fields }: LedgerDeclaration, name: string): boolean {
  const kind = fields[name]?.kind;
  return kind === "reference" || kind === "references";
}

function areTwo(declaration: LedgerDeclaration, at: number, a: Values, b: Values): boolean {
  return declaration.identifiedBy.some((alternative, place) => {
    if (place >= at && !isOfficial(declaration, alternative)) return false;
    const [one, other] = [keyOf(alternative, a), keyOf(alternative, b)];
    return one !== null && other !== null && one !== other;
  });
}

/** Null where any of the fields is blank: blanks make nothing the same. */
function keyOf(alternative: readonly string[], values: Values): string | null {
  const parts = alternative.map((name) => part(values[name] ?? null));
  return parts.includes("") ? null : parts.join("\n");
}

function part(value: Value | null): string {
  if (value === null) return "";
  return typeof value === "string" ? nameKey(value) : JSON.stringify(value);
}
