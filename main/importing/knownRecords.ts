import { nameKey as freshNameKey } from "../../shared/fields/nameKey.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { isOfficial } from "../../shared/ledgers/identity.ts";
import type { Values } from "../../shared/api/api.ts";
import type { AlikeNames } from "./alikeNames.ts";

// What is known of a ledger's records, as far as recognising them needs: the stored ones and those this file adds.

/** The same few thousand names come again in every list; their keys are kept. */
const nameKeys = new Map<string, string>();
const nearKeys = new WeakMap<readonly string[], Map<string, string>>();
const mostKeys = 50_000;
const nowhere: readonly string[] = [];

export function nameKey(name: string, places: readonly string[] = nowhere): string {
  const keys = keysFor(places);
  const kept = keys.get(name);
  if (kept !== undefined) return kept;
  if (keys.size >= mostKeys) keys.clear();
  const key = freshNameKey(name, places);
  keys.set(name, key);
  return key;
}

function keysFor(places: readonly string[]): Map<string, string> {
  if (places.length === 0) return nameKeys;
  const kept = nearKeys.get(places);
  if (kept !== undefined) return kept;
  const keys = new Map<string, string>();
  nearKeys.set(places, keys);
  return keys;
}

export interface KnownRecord {
  readonly id: string;
  /** 0: found in this file, not stored yet. */
  readonly version: number;
  /** The fields of `identityFields` only. */
  readonly values: Values;
}
export interface KnownLedger {
  readonly declaration: LedgerDeclaration;
  readonly records: Map<string, KnownRecord>;
  /** One index for each way of recognising, in order: key → ids. */
  readonly byIdentity: readonly Map<string, string[]>[];
  /** Exact names: title, short name, aliases. */
  readonly byName: Map<string, string[]>;
  /** The same without leading place names. */
  readonly byNearName: Map<string, string[]>;
  readonly places: readonly string[];
  /** Stored organisations by likeness of names, where a file is being staged. */
  alike?: AlikeNames;
}
export type Known = ReadonlyMap<string, KnownLedger>;

export function knownLedger(declaration: LedgerDeclaration, places: readonly string[] = []): KnownLedger {
  return {
    declaration,
    records: new Map(),
    byIdentity: declaration.identifiedBy.map(() => new Map()),
    byName: new Map(),
    byNearName: new Map(),
    places,
  };
}

/** Fields that recognising a record of this ledger looks at. */
export function identityFields(declaration: LedgerDeclaration): readonly string[] {
  const kept = fieldsOf.get(declaration);
  if (kept !== undefined) return kept;
  const { identifiedBy, titleField, fields } = declaration;
  const named = [...identifiedBy.flat(), titleField, "shortName"];
  const found = [...new Set(named)].filter((name) => fields[name] !== undefined && fields[name].kind !== "stages");
  fieldsOf.set(declaration, found);
  return found;
}
const fieldsOf = new WeakMap<LedgerDeclaration, readonly string[]>();

export function addKnown(ledger: KnownLedger, record: KnownRecord): void {
  ledger.records.set(record.id, record);
  for (const [at, alternative] of ledger.declaration.identifiedBy.entries()) {
    const key = identityKey(ledger.declaration, alternative, record.values);
    const index = ledger.byIdentity[at];
    if (key !== null && index !== undefined) push(index, key, record.id);
  }
  for (const field of [ledger.declaration.titleField, "shortName"]) {
    const name = record.values[field];
    if (typeof name === "string") addName(ledger, name, record.id);
  }
}

/** Another name under which a record goes. */
export function addName(ledger: KnownLedger, name: string, id: string): void {
  push(ledger.byName, nameKey(name), id);
  push(ledger.byNearName, nameKey(name, ledger.places), id);
}

export function idsByName(ledger: KnownLedger | undefined, name: string): readonly string[] {
  return ledger?.byName.get(nameKey(name)) ?? [];
}

/** Records whose name differs by a leading place name only. */
export function idsByNearName(ledger: KnownLedger, name: string): readonly string[] {
  const exact = idsByName(ledger, name);
  return (ledger.byNearName.get(nameKey(name, ledger.places)) ?? []).filter((id) => !exact.includes(id));
}

/**
 * The key of one way to recognise a record; null where it does not apply. All its fields must be filled, except that
 * the first way by name lets a blank meet a blank, so that a sparse row is known again.
 */
export function identityKey(
  declaration: LedgerDeclaration,
  alternative: readonly string[],
  values: Values,
): string | null {
  const parts = alternative.map((name) => part(values[name] ?? null));
  if (!parts.includes("")) return parts.join("\u0001");
  if (alternative !== firstByName(declaration)) return null;
  const must = mainFields(declaration, alternative);
  return must.length === 0 || must.some((name) => (values[name] ?? null) === null) ? null : parts.join("\u0001");
}

function firstByName(declaration: LedgerDeclaration): readonly string[] | undefined {
  return declaration.identifiedBy.find((alternative) => !isOfficial(declaration, alternative));
}

/** What a row must say to be anybody's: the title in words, else what every record points at or is called. */
function mainFields({ fields, titleField }: LedgerDeclaration, alternative: readonly string[]): readonly string[] {
  const isName = (name: string): boolean => ["text", "reference", "code"].includes(fields[name]?.kind ?? "");
  if (alternative.includes(titleField) && isName(titleField)) return [titleField];
  const names = alternative.filter(isName);
  const required = names.filter((name) => fields[name]?.required === true);
  return required.length > 0 ? required : names;
}

/** Whether a record is recognised although the row leaves part of what identifies it blank. */
export function isSparse(declaration: LedgerDeclaration, values: Values): boolean {
  const whole = declaration.identifiedBy.some((alternative) =>
    alternative.every((name) => (values[name] ?? null) !== null),
  );
  return !whole;
}

function part(value: Value | null): string {
  if (value === null) return "";
  if (typeof value === "string") return nameKey(value);
  return JSON.stringify(value);
}

function push(index: Map<string, string[]>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}
