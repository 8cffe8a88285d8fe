import type { RowDecision, Values } from "../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { identifyRow, learn } from "./identifyRows.ts";
import type { Told, ToldOfPart } from "./takenRow.ts";
import type { RowPlan } from "./rowPlan.ts";
import type { Incoming } from "./incoming.ts";
import { gathering, type Gathering, type Item, type ReadParts } from "./items.ts";
import { nameKey, type Known } from "./knownRecords.ts";
import type { StagedTable } from "./storedTables.ts";

// A person's decisions laid over what was understood. A row in doubt is taken in anew as a whole: with its company, the
// record that points at it and whatever the row carries come in as well.

export type TypedValues = (
  declaration: LedgerDeclaration,
  values: Values,
) => Pick<Incoming, "values" | "names" | "extras">;

export interface Decisions {
  readonly items: readonly Item[];
  readonly decisions: ReadonlyMap<number, RowDecision>;
  readonly tables: readonly Pick<StagedTable, "sheet" | "columns">[];
  readonly known: Known;
  readonly newId: () => string;
  /** Values as a person typed them → as a cell would have brought them. */
  readonly typed: TypedValues;
}
/** Two names of organisations that a person has called different. */
export type DistinctPair = readonly [string, string];
export interface Heeded {
  /** What the batch is to do; rows of the sheet stand together. */
  readonly items: Item[];
  /** What a person has left out. */
  readonly skipped: Item[];
  /** Items that must be compared with the store (again). */
  readonly fresh: Set<Item>;
  /** Ids of records that were going to be made → those that take their place. */
  readonly instead: Map<string, string>;
  readonly distinct: DistinctPair[];
}

export function heedDecisions(given: Decisions): Heeded {
  const { items, decisions } = given;
  const of = (item: Item): RowDecision | undefined =>
    item.outcome === "merged" ? undefined : decisions.get(item.position ?? -1);
  const skipped = items.filter((item) => of(item)?.take === "skip");
  const rest = items.filter((item) => of(item)?.take !== "skip");
  const gathered = gathering(given.known, given.newId);
  const open = new Set(rest.filter((item) => mustBeTakenAnew(item, of(item))));
  const rows = new Map<string, Item[]>();
  for (const item of rest) {
    if (open.has(item) || item.id === null) rows.set(rowOf(item), [...(rows.get(rowOf(item)) ?? []), item]);
    else remember(gathered, item);
  }
  const heeded: Heeded = { items: [], skipped, fresh: new Set(), instead: new Map(), distinct: [] };
  const anew = new Map<string, Item[]>();
  const gone = new Set<Item>();
  for (const [row, some] of rows) {
    if (!some.some((item) => open.has(item))) continue;
    const here = rest.filter((item) => rowOf(item) === row);
    const out = skipped.filter((item) => item.id === null && rowOf(item) === row);
    const taken = takeAnew(given, gathered, [...some, ...out], heeded, of, here);
    anew.set(row, taken);
    for (const item of some) gone.add(item);
  }
  for (const item of rest) if (of(item) !== undefined && !gone.has(item)) keepStored(item, of(item), heeded);
  inRows(
    heeded.items,
    rest.filter((item) => !gone.has(item)),
    anew,
    rest,
  );
  const orphans = nobodysOwn(items, heeded.items, of);
  return { ...heeded, items: heeded.items.filter(({ id }) => id === null || !orphans.has(id)) };
}

/** Organisations that were only going to be made for a name over which a person has typed another one. */
function nobodysOwn(
  before: readonly Item[],
  after: readonly Item[],
  of: (item: Item) => RowDecision | undefined,
): Set<string> {
  const typedOver = before.filter((item) => Object.keys(of(item)?.values ?? {}).length > 0);
  const named = new Set(typedOver.flatMap(({ values }) => Object.values(values).flat()));
  if (named.size === 0) return new Set();
  const made = before.filter((item) => item.role === "stub" && item.version === 0 && of(item) === undefined);
  const orphans = new Set(made.flatMap(({ id }) => (id !== null && named.has(id) ? [id] : [])));
  for (const { values } of orphans.size === 0 ? [] : after)
    for (const value of Object.values(values).flat()) if (typeof value === "string") orphans.delete(value);
  return orphans;
}

const rowOf = (item: Item): string => `${item.table} ${item.row}`;

function mustBeTakenAnew(item: Item, decision: RowDecision | undefined): boolean {
  if (decision === undefined) return false;
  return item.id === null || decision.take !== "asUnderstood" || Object.keys(decision.values ?? {}).length > 0;
}

function remember({ known, byRecord }: Gathering, item: Item): void {
  if (item.id === null || item.outcome === "merged" || item.outcome === "invalid" || item.outcome === "twin") return;
  byRecord.set(item.id, item);
  const ledger = known.get(item.ledger);
  if (ledger !== undefined) learn(ledger, item);
}

/** The open items of one row, recognised again as decided. */
function takeAnew(
  given: Decisions,
  gathered: Gathering,
  some: readonly Item[],
  heeded: Heeded,
  of: (item: Item) => RowDecision | undefined,
  here: readonly Item[],
): Item[] {
  const [first] = some;
  if (first === undefined) return [];
  const from = gathered.items.length;
  const unresolved = some.filter((item) => item.id === null);
  const resolved = some.filter((item) => item.id !== null);
  // Those that have an id stand for themselves; the others are parts of one row.
  for (const item of resolved) {
    const decision = of(item);
    if (decision === undefined) continue;
    const made = takeOne(given, gathered, item, decision);
    if (item.id !== null && made.id !== null && made.id !== item.id) {
      if (item.version === 0) heeded.instead.set(item.id, made.id);
      else pointHere(here, item.id, made.id);
    }
    tellApart(given, item, decision, heeded);
  }
  const read = unresolved[0]?.read;
  if (read !== undefined) {
    const told = new Map<Incoming, ToldOfPart>();
    const parts = partsAsDecided(given, read, unresolved, of, told);
    const start = gathered.items.length;
    identifyRow(gathered, planOf(given, first.table), first.table, { ...rowAs(first), ...parts }, told);
    const byPart = new Map(unresolved.map((item) => [item.part, item]));
    for (const item of gathered.items.slice(start)) {
      const old = byPart.get(item.part);
      if (old === undefined || item.part === -1) continue;
      Object.assign(item, { position: old.position });
      keepStored(item, of(old), heeded);
    }
    for (const item of unresolved) tellApart(given, item, of(item), heeded);
  }
  const taken = gathered.items.slice(from);
  for (const item of taken) {
    const lead = item.outcome === "merged" && item.id !== null ? gathered.byRecord.get(item.id) : item;
    if (lead !== undefined && lead.id !== null) heeded.fresh.add(lead);
  }
  return taken;
}

function takeOne(given: Decisions, gathered: Gathering, item: Item, decision: RowDecision): Item {
  const { take, values = {} } = decision;
  const declaration = given.known.get(item.ledger)?.declaration;
  const typed = declaration === undefined ? { values, names: {}, extras: {} } : given.typed(declaration, values);
  const { ledger, role, extras, presumed, corrected } = item;
  const incoming = withTyped(
    {
      ledger,
      role,
      values: item.values,
      names: {},
      extras,
      ...(presumed === undefined ? {} : { presumed }),
      ...(corrected === undefined ? {} : { corrected }),
    },
    typed,
  );
  // Nothing but another value was decided: the record stays the one that it was taken for.
  const same = typeof take === "object" ? take : item.version > 0 && item.id !== null ? { same: item.id } : undefined;
  const id = item.version === 0 && item.id !== null ? item.id : given.newId();
  const said = take === "add" ? { add: id } : (same ?? { ifNew: id });
  const told: Told = new Map([[incoming, said]]);
  const start = gathered.items.length;
  const read = { ...rowAs(item), main: [incoming], carried: [] };
  identifyRow(gathered, planOf(given, item.table), item.table, read, told);
  const made = gathered.items.slice(start).find((one) => one.part === 0);
  if (made === undefined) throw new Error("a row that is taken in makes an item");
  Object.assign(made, { position: item.position });
  dropKept(made, decision);
  return made;
}

/** The row's parts with typed values, without those that are left out; `told` learns what a person said of each. */
function partsAsDecided(
  given: Decisions,
  read: ReadParts,
  unresolved: readonly Item[],
  of: (item: Item) => RowDecision | undefined,
  told: Map<Incoming, ToldOfPart>,
): ReadParts {
  const byPart = new Map(unresolved.map((item) => [item.part ?? -1, of(item)]));
  const decided = (incoming: Incoming, part: number): Incoming => {
    const decision = byPart.get(part);
    const declaration = given.known.get(incoming.ledger)?.declaration;
    if (decision === undefined || declaration === undefined) return incoming;
    const whole = withTyped(incoming, given.typed(declaration, decision.values ?? {}));
    if (decision.take === "add") told.set(whole, { add: given.newId() });
    else if (decision.take !== "asUnderstood") told.set(whole, decision.take);
    return whole;
  };
  return {
    main: read.main.map((incoming, at) => decided(incoming, at)),
    carried: read.carried.map((incoming, at) => decided(incoming, read.main.length + at)),
  };
}

/** What a person has typed over what the cells say; a null leaves the field blank. */
function withTyped(incoming: Incoming, typed: Pick<Incoming, "values" | "names" | "extras">): Incoming {
  const told = { ...typed.extras, ...typed.values, ...typed.names };
  const said: Readonly<Record<string, unknown>> = { ...incoming.extras, ...incoming.values, ...incoming.names };
  const differs = (field: string): boolean =>
    JSON.stringify(told[field] ?? null) !== JSON.stringify(said[field] ?? null);
  const corrected = [...new Set([...(incoming.corrected ?? []), ...Object.keys(told).filter(differs)])];
  const names = Object.entries(incoming.names).filter(([field]) => !(field in typed.values));
  const presumed = incoming.presumed?.filter((field) => !(field in told));
  return {
    ...incoming,
    values: filled({ ...incoming.values, ...typed.values }),
    names: { ...Object.fromEntries(names), ...typed.names },
    extras: filled({ ...incoming.extras, ...typed.extras }),
    ...(presumed === undefined ? {} : { presumed }),
    ...(corrected.length === 0 ? {} : { corrected }),
  };
}

function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

const rowAs = ({ row, raw }: Item) => ({ row, raw, figures: [], troubles: [] });

/** Which cell fed which field, as the batch remembers it. */
function planOf({ tables }: Decisions, table: number): RowPlan {
  const { sheet = "", columns = [] } = tables[table] ?? {};
  return {
    table: { sheet, rows: [] },
    columns: columns.map(({ column, ledger, field }) => ({
      column,
      target: ledger === null || field === null ? null : { ledger, field, own: false },
    })),
  };
}

function keepStored(item: Item, decision: RowDecision | undefined, { fresh }: Pick<Heeded, "fresh">): void {
  if (decision === undefined) return;
  dropKept(item, decision);
  // What stayed behind for something else's sake goes in as it was understood.
  if (item.id !== null && (item.outcome === "twin" || item.outcome === "invalid")) {
    Object.assign(item, { outcome: item.version === 0 ? "added" : "same", message: undefined });
  }
  if (item.id !== null && item.outcome !== "merged") fresh.add(item);
}

function dropKept(item: Item, { keep = [], take }: RowDecision): void {
  if (keep.length === 0 || take === "add" || item.version === 0) return;
  const without = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).filter(([field]) => !keep.includes(field)));
  item.values = without(item.values);
  item.extras = without(item.extras);
}

function pointHere(here: readonly Item[], from: string, to: string): void {
  for (const item of here) {
    item.values = Object.fromEntries(
      Object.entries(item.values).map(([field, value]) => [field, value === from ? to : value]),
    );
  }
}

/** Names that a person calls new although others are near. */
function tellApart({ known }: Decisions, item: Item, decision: RowDecision | undefined, { distinct }: Heeded): void {
  const ledger = known.get(item.ledger);
  if (decision?.take !== "add" || item.ledger !== "organisations" || ledger === undefined) return;
  const { name } = item.values;
  if (typeof name !== "string") return;
  for (const { id } of item.near ?? []) {
    const near = ledger.records.get(id)?.values["name"];
    if (typeof near === "string" && nameKey(near) !== nameKey(name)) distinct.push([name, near]);
  }
}

/** What is left of each row, followed by what was taken in anew. */
function inRows(
  into: Item[],
  kept: readonly Item[],
  anew: ReadonlyMap<string, readonly Item[]>,
  order: readonly Item[],
): void {
  const staying = new Set(kept);
  for (const [at, item] of order.entries()) {
    if (staying.has(item)) into.push(item);
    const next = order[at + 1];
    if (next === undefined || rowOf(next) !== rowOf(item)) into.push(...(anew.get(rowOf(item)) ?? []));
  }
}
