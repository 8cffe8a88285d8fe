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

// Their own key but for the width of the brackets: nothing else in them is folded.
const simple = /^[0-9A-Z\u4E00-\u9FA5（）]*$/u;

export function nameKey(name: string, places: readonly string[] = nowhere): string {
  if (places.length === 0 && simple.test(name) && !name.includes("有限责任公司"))
    return name.includes("（") || name.includes("）") ? name.replaceAll("（", "(").replaceAll("）", ")") : name;
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
  /** The same without leading place names; empty where no places are known. */
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
  const known = waysOf(ledger.declaration);
  for (let at = 0; at < known.length; at++) {
    const way = known[at];
    const index = ledger.byIdentity[at];
    const key = way === undefined ? null : identityKey(way, record.values);
    if (key !== null && index !== undefined) push(index, key, record.id);
  }
  const { [ledger.declaration.titleField]: title, shortName } = record.values;
  if (typeof title === "string") addName(ledger, title, record.id);
  if (typeof shortName === "string") addName(ledger, shortName, record.id);
}

/** Another name under which a record goes. */
export function addName(ledger: KnownLedger, name: string, id: string): void {
  push(ledger.byName, nameKey(name), id);
  // Without places there is nothing to take off.
  if (ledger.places.length > 0) push(ledger.byNearName, nameKey(name, ledger.places), id);
}

export function idsByName(ledger: KnownLedger | undefined, name: string): readonly string[] {
  return ledger?.byName.get(nameKey(name)) ?? [];
}

/** Records whose name differs by a leading place name only. */
export function idsByNearName(ledger: KnownLedger, name: string): readonly string[] {
  const exact = idsByName(ledger, name);
  return (ledger.byNearName.get(nameKey(name, ledger.places)) ?? []).filter((id) => !exact.includes(id));
}

/** One way to recognise a record: the fields that identify it together. */
export interface Way {
  readonly fields: readonly string[];
  readonly isOfficial: boolean;
  /** What must be filled where a blank may meet a blank; null where all must be. */
  readonly must: readonly string[] | null;
}

/** All fields of a way must be filled, except that the first way by name lets a blank meet a blank: a sparse row. */
export function waysOf(declaration: LedgerDeclaration): readonly Way[] {
  const known = ways.get(declaration);
  if (known !== undefined) return known;
  const first = declaration.identifiedBy.find((fields) => !isOfficial(declaration, fields));
  const found = declaration.identifiedBy.map((fields): Way => {
    const must = fields === first ? mainFields(declaration, fields) : [];
    return { fields, isOfficial: isOfficial(declaration, fields), must: must.length === 0 ? null : must };
  });
  ways.set(declaration, found);
  return found;
}
const ways = new WeakMap<LedgerDeclaration, readonly Way[]>();

/** The key of one way to recognise a record; null where it does not apply. */
export function identityKey({ fields, must }: Way, values: Values): string | null {
  let key = "";
  let isWhole = true;
  for (let at = 0; at < fields.length; at++) {
    const value = values[fields[at] ?? ""] ?? null;
    const word = part(value);
    if (word === "") isWhole = false;
    key = at === 0 ? word : `${key}\u0001${word}`;
  }
  if (isWhole) return key;
  return must === null || must.some((name) => (values[name] ?? null) === null) ? null : key;
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
