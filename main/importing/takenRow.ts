import type { Incoming, ReadRow, TroubleKind } from "./incoming.ts";
import type { Gathering, Item } from "./items.ts";
import { partOf, partsOf } from "./rowParts.ts";
import type { RowPlan } from "./rowPlan.ts";

// A row while its records are recognised: where items and troubles of it go.

/**
 * What a person said of a part of the row: the record that it is, that it is a new one, or that it stays out. `ifNew`
 * only keeps the id that others point at already.
 */
export type Told = ReadonlyMap<Incoming, ToldOfPart>;

export type ToldOfPart = { readonly same: string } | { readonly add: string } | { readonly ifNew: string } | "skip";

export interface RowPlace {
  readonly gathered: Gathering;
  readonly plan: RowPlan;
  readonly table: number;
  readonly read: ReadRow;
  readonly told?: Told;
}

export type Found = Pick<Item, "values" | "id" | "version" | "outcome" | "near"> & { message?: string; decided?: true };

export function push(place: RowPlace, incoming: Incoming, { near = [], ...found }: Found): Item {
  const { gathered, plan, table, read, told } = place;
  const { ledger, role, extras, presumed, corrected, elsewhere = [] } = incoming;
  const raw =
    elsewhere.length === 0
      ? read.raw
      : read.raw.map((text, at) => (elsewhere.includes(plan.columns[at]?.column ?? 0) ? "" : text));
  const { values, id, version, outcome } = found;
  const taken: Item = {
    table,
    row: read.row,
    raw,
    ledger,
    role,
    id,
    version,
    values,
    extras,
    outcome,
    changes: {},
    before: {},
  };
  const more: { -readonly [K in keyof Item]?: Item[K] } = {};
  if (presumed !== undefined && presumed.length > 0) more.presumed = presumed;
  if (corrected !== undefined) more.corrected = corrected;
  if (near.length > 0) more.near = near;
  if (id === null) more.read = partsOf(read);
  if (id === null || told !== undefined) more.part = partOf(read, incoming);
  if (found.message !== undefined) more.message = found.message;
  if (found.decided !== undefined) more.decided = found.decided;
  const item = Object.assign(taken, more);
  gathered.items.push(item);
  return item;
}

export function note(place: RowPlace, ledger: string, field: string, kind: TroubleKind, message: string): void {
  const { plan, read, table, gathered } = place;
  const at = columnOf(place, ledger, field);
  const column = plan.columns[at] ?? plan.columns[0];
  const label = gathered.known.get(ledger)?.declaration.fields[field]?.label ?? null;
  const trouble = {
    kind,
    row: read.row,
    column: column?.column ?? 1,
    raw: read.raw[Math.max(at, 0)] ?? "",
    field: label,
    message,
  };
  gathered.troubles.push({ table, trouble });
}

/** The column of a field; a record that the row points at stands where its name is written. */
export function columnOf({ plan, gathered }: RowPlace, ledger: string, field: string): number {
  const own = plan.columns.findIndex(({ target }) => target?.ledger === ledger && target.field === field);
  if (own >= 0 || gathered.known.get(ledger)?.declaration.titleField !== field) return own;
  return plan.columns.findIndex(({ target }) => {
    const is = gathered.known.get(target?.ledger ?? "")?.declaration.fields[target?.field ?? ""];
    return is?.kind === "reference" && is.to === ledger;
  });
}

/** The source of a mere name is the one cell that it stands in. */
export function elsewhereBut({ plan }: RowPlace, ledger: string, field: string): number[] {
  const others = plan.columns.filter(({ target }) => target?.ledger !== ledger || target.field !== field);
  return others.map(({ column }) => column);
}

export function idTold({ told }: RowPlace, incoming: Incoming): string | null {
  const of = told?.get(incoming);
  if (of === undefined || of === "skip") return null;
  return "add" in of ? of.add : "ifNew" in of ? of.ifNew : null;
}
