import { HIGH } from "../names/compareNames.ts";
import type { Values } from "../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Incoming, ReadRow } from "./incoming.ts";
import type { Gathering, Item, NearRecord } from "./items.ts";
import { elsewhereBut, idTold, note, push, type RowPlace, type Told } from "./takenRow.ts";
import { addKnown, idsByName, identityFields, isSparse, type KnownLedger } from "./knownRecords.ts";
import { matchRecord, nearRecords } from "./matchRecord.ts";
import { hintedMatch, toldId, withoutOlderNames } from "./hintedMatch.ts";
import { mergeRow } from "./mergeValues.ts";
import { resolveReferences } from "./resolveReferences.ts";
import { aliasTold, numberElsewhere } from "./toldRecord.ts";
import { nearOf } from "./rowParts.ts";
import type { RowPlan } from "./rowPlan.ts";
import { rowPlace } from "./rowsBefore.ts";

// A row's records → items: which stored record each one is, or a new one. Carried organisations come first, since the
// row's own record points at them; what points back at the row comes last.

export function identifyRow(gathered: Gathering, plan: RowPlan, table: number, read: ReadRow, told?: Told): void {
  const place: RowPlace = { gathered, plan, table, read, ...(told === undefined ? {} : { told }) };
  for (const trouble of read.troubles) gathered.troubles.push({ table, trouble });
  const links: Values = {};
  let twin: string | undefined;
  const isWanted = (incoming: Incoming): boolean => told?.get(incoming) !== "skip";
  const allCarried = read.carried.filter(isWanted);
  for (const carried of allCarried) {
    if (carried.link === undefined || !("toCarried" in carried.link)) continue;
    if ((carried.values[titleOf(place, carried.ledger)] ?? null) === null) continue;
    const item = take(place, carried, {});
    if (item.outcome === "twin") twin = item.message;
    if (item.id !== null) links[carried.link.toCarried] = item.id;
  }
  const own = read.main
    .filter(isWanted)
    .map((main) => (twin === undefined ? take(place, main, links) : refuse(place, main, twin)));
  for (const carried of allCarried) {
    const tied = carried.link === undefined ? null : tie(carried.link, own[0]);
    if (tied !== null) take(place, carried, tied);
  }
}

/** The value that ties a carried record to the row's own; null where there is none, or where it came first. */
function tie(link: NonNullable<Incoming["link"]>, own: Item | undefined): Values | null {
  if (own === undefined || own.id === null || own.outcome === "invalid" || "toCarried" in link) return null;
  if ("fromCarried" in link) return { [link.fromCarried]: own.id };
  const [carrierField, carriedField] = link.shared;
  const shared = own.values[carrierField] ?? null;
  return shared === null ? null : { [carriedField]: shared };
}

/** @param links references that are known already. */
function take(place: RowPlace, incoming: Incoming, links: Values): Item {
  const ledger = place.gathered.known.get(incoming.ledger);
  if (ledger === undefined) return refuse(place, incoming, `没有“${incoming.ledger}”这个台账`);
  const makeStub = (target: KnownLedger, name: string, field: string): string =>
    stub(place, target, name, { incoming, field });
  const { values, unknown } = resolveReferences(
    withoutLinked(incoming, links),
    place.gathered.known,
    place.read.raw,
    makeStub,
  );
  for (const { field, message } of unknown) note(place, incoming.ledger, field, "doubt", message);
  return identify(place, ledger, incoming, { ...values, ...links });
}

function withoutLinked(incoming: Incoming, links: Values): Incoming {
  const linked = Object.keys(links);
  if (linked.length === 0) return incoming;
  const names = Object.entries(incoming.names).filter(([field]) => !linked.includes(field));
  return { ...incoming, names: Object.fromEntries(names) };
}

function identify(place: RowPlace, ledger: KnownLedger, incoming: Incoming, values: Values): Item {
  const { titleField } = ledger.declaration;
  const told = place.told?.get(incoming);
  if (told !== undefined && told !== "skip" && !("ifNew" in told))
    return identifyAsTold(place, ledger, incoming, values, told);
  const said = matchRecord(ledger, values);
  const match = hintedMatch(said, { told: recordTold(place, ledger, incoming), before: broughtBefore(place, ledger) });
  if (match.is === "twin") {
    note(place, incoming.ledger, titleField, "twin", match.message);
    const { message } = match;
    return push(place, incoming, { values, id: null, version: 0, outcome: "twin", message, near: nearOf(match) });
  }
  if (match.is === "new") {
    noteNear(place, ledger, incoming, titleField, match.near);
    return enter(place, ledger, incoming, values, nearOf(match));
  }
  const isOlder = said.is !== "one" && recordTold(place, ledger, incoming) === null;
  const own = isOlder ? withoutOlderNames(ledger, match.id, values) : values;
  const kept = withoutOtherName(ledger, match.id, incoming, own);
  return join(place, ledger, incoming, kept, match.id, isSparse(ledger.declaration, values));
}

/** Likely ones are said aloud; the others are shown where somebody looks. @param field whose cell bears the name. */
function noteNear(
  place: RowPlace,
  ledger: KnownLedger,
  { ledger: of }: Incoming,
  field: string,
  near: readonly NearRecord[],
): void {
  for (const { id, why, score } of near) {
    if (score < HIGH) continue;
    const other = String(ledger.records.get(id)?.values[ledger.declaration.titleField] ?? "");
    note(place, of, field, "warning", `与已有的“${other}”可能是同一家（${why}），请核对`);
  }
}

/** A row of the record `id`. Where it says too little to be sure, an earlier row must not contradict it. */
function join(
  place: RowPlace,
  ledger: KnownLedger,
  incoming: Incoming,
  kept: Values,
  id: string,
  sparse: boolean,
): Item {
  const { gathered } = place;
  const told = place.told?.get(incoming);
  const decided = typeof told === "object" && "same" in told ? ({ decided: true } as const) : {};
  const first = gathered.byRecord.get(id);
  if (first === undefined) {
    const version = ledger.records.get(id)?.version ?? 0;
    const item = push(place, incoming, { values: kept, id, version, outcome: "same", ...decided });
    gathered.byRecord.set(id, item);
    learn(ledger, item);
    return item;
  }
  const { merged, disagreements } = mergeRow(first.values, kept);
  if (disagreements.length > 0 && sparse) {
    const message = `与第 ${first.row} 行可能是同一条记录，但内容不同，没有导入`;
    note(place, incoming.ledger, disagreements[0] ?? ledger.declaration.titleField, "twin", message);
    const near = [{ id, why: `与第 ${first.row} 行内容不同`, score: 1 }];
    return push(place, incoming, { values: kept, id: null, version: 0, outcome: "twin", message, near });
  }
  first.values = merged;
  first.extras = mergeRow(first.extras, incoming.extras).merged;
  learn(ledger, first);
  for (const field of disagreements) {
    const label = ledger.declaration.fields[field]?.label ?? field;
    note(
      place,
      incoming.ledger,
      field,
      "warning",
      `与第 ${first.row} 行是同一条记录，“${label}”却不同，按第 ${first.row} 行导入`,
    );
  }
  return push(place, incoming, { values: kept, id, version: first.version, outcome: "merged", ...decided });
}

/** A person has said whose row it is; only a number that another record bears still stands against it. */
function identifyAsTold(
  place: RowPlace,
  ledger: KnownLedger,
  incoming: Incoming,
  values: Values,
  told: { readonly same: string } | { readonly add: string },
): Item {
  const same = "add" in told ? null : told.same;
  if (same !== null && !ledger.records.has(same)) {
    return push(place, incoming, { values, id: null, version: 0, outcome: "twin", message: "所选的记录已不在台账里" });
  }
  const clash = numberElsewhere(ledger, values, same);
  if (clash !== null) {
    const { id, message } = clash;
    const near = [{ id, why: message, score: 1 }];
    return push(place, incoming, { values, id: null, version: 0, outcome: "twin", message, near });
  }
  if (same === null) return Object.assign(enter(place, ledger, incoming, values), { decided: true as const });
  if (ledger.declaration.name !== "organisations") return join(place, ledger, incoming, values, same, false);
  // What the file calls it does not rename it.
  const kept = withoutOtherName(ledger, same, { ...incoming, role: "carried" }, values);
  const name = values["name"];
  const alias = typeof name === "string" ? aliasTold(ledger, same, name) : null;
  const item = join(place, ledger, incoming, kept, same, false);
  if (alias !== null) take(place, { ...alias, elsewhere: elsewhereBut(place, incoming.ledger, "name") }, {});
  return item;
}

function recordTold({ plan, read }: RowPlace, ledger: KnownLedger, { role }: Incoming): string | null {
  return role === "main" && read.main.length === 1 ? toldId(plan, read, ledger) : null;
}

/** The one stored record that this row of this file brought when it came before, unless it is spoken for already. */
function broughtBefore({ gathered, plan, read }: RowPlace, { declaration, records }: KnownLedger): string | null {
  if (gathered.before.size === 0) return null;
  const place = rowPlace(plan.table.sheet, read.row, declaration.name);
  const open = (gathered.before.get(place) ?? []).filter((id) => records.has(id) && !gathered.byRecord.has(id));
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** A new record, unless something it cannot be without is blank. */
function enter(
  place: RowPlace,
  ledger: KnownLedger,
  incoming: Incoming,
  values: Values,
  near: readonly NearRecord[] = [],
): Item {
  const missing = requiredFields(ledger.declaration).find((name) => (values[name] ?? null) === null);
  if (missing !== undefined) {
    const message = `缺少${ledger.declaration.fields[missing]?.label ?? missing}`;
    note(place, incoming.ledger, missing, "invalid", message);
    return push(place, incoming, { values, id: null, version: 0, outcome: "invalid", message });
  }
  const id = idTold(place, incoming) ?? place.gathered.newId();
  const item = push(place, incoming, { values, id, version: 0, outcome: "added", near });
  place.gathered.byRecord.set(id, item);
  learn(ledger, item);
  return item;
}

function requiredFields(declaration: LedgerDeclaration): readonly string[] {
  const kept = required.get(declaration);
  if (kept !== undefined) return kept;
  const { fields } = declaration;
  const found = Object.keys(fields).filter((name) => fields[name]?.required === true);
  required.set(declaration, found);
  return found;
}
const required = new WeakMap<LedgerDeclaration, readonly string[]>();

/** @param of whose field gives the name: its cell is where the name stands. */
function stub(
  place: RowPlace,
  target: KnownLedger,
  name: string,
  of: { readonly incoming: Incoming; readonly field: string },
): string {
  const { name: ledger, titleField } = target.declaration;
  const elsewhere = elsewhereBut(place, of.incoming.ledger, of.field);
  const title = withoutGaps(name);
  const incoming: Incoming = {
    ledger,
    role: "stub",
    values: { [titleField]: title },
    names: {},
    extras: {},
    elsewhere,
  };
  const near = nearRecords(target, title);
  noteNear(place, target, of.incoming, of.field, near);
  const item = enter(place, target, incoming, incoming.values, nearOf({ is: "new", near }));
  return item.id ?? "";
}

/** 恒联纸业 有限公司 would stand so in every list and report; the cell's own text is kept with its source. */
function withoutGaps(name: string): string {
  return name.replace(/(?<=[\p{Script=Han}）)])\s+(?=[\p{Script=Han}（(])/gu, "");
}

// A list may call a company by an alias, and a carried name never renames the record that its number found.
function withoutOtherName(ledger: KnownLedger, id: string, incoming: Incoming, values: Values): Values {
  const { titleField, fields } = ledger.declaration;
  const name = values[titleField];
  if (fields[titleField]?.kind !== "text" || typeof name !== "string") return values;
  if (incoming.role === "main" && !idsByName(ledger, name).includes(id)) return values;
  const { [titleField]: _name, ...rest } = values;
  return ledger.records.get(id)?.values[titleField] === name ? values : rest;
}

/** What the file says of a record helps to recognise it in later rows. */
export function learn(ledger: KnownLedger, item: Item): void {
  if (item.id === null) return;
  const known = ledger.records.get(item.id)?.values ?? {};
  const told: Values = {};
  for (const field of identityFields(ledger.declaration)) {
    const value = known[field] ?? item.values[field] ?? null;
    if (value !== null) told[field] = value;
  }
  addKnown(ledger, { id: item.id, version: item.version, values: told });
}

function refuse(place: RowPlace, incoming: Incoming, message: string): Item {
  return push(place, incoming, { values: incoming.values, id: null, version: 0, outcome: "twin", message });
}

function titleOf({ gathered }: RowPlace, ledger: string): string {
  return gathered.known.get(ledger)?.declaration.titleField ?? "name";
}
