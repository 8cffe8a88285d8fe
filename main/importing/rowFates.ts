import type { ImportCounts, RowStanding } from "../../shared/api/api.ts";
import { rowOutcome } from "./compare.ts";
import { isLeft, type Item } from "./items.ts";
import { steps, type Pause } from "./pause.ts";

// What becomes of each row of the sheets. Counts, lists and what is written are all told from here, so that they agree.

export interface RowFate {
  readonly table: number;
  readonly row: number;
  /** The first item of the row. */
  readonly lead: Item;
  readonly standing: RowStanding;
  /** What becomes of a row with an undecided near name, which stands as `twin`; null for any other. */
  readonly near: "added" | "updated" | null;
  /** Something of it stays behind. */
  readonly waits: boolean;
  /** Organisations made from mere names. */
  readonly stubs: number;
}

export interface RowsToTell {
  /** What goes in, or stays behind of itself. */
  readonly items: readonly Item[];
  /** Left out by a person although in doubt: these wait. */
  readonly waiting?: readonly Item[];
  /** Left out for good. */
  readonly skipped?: readonly Item[];
}

interface RowItems {
  readonly items: Item[];
  readonly waiting: Item[];
  readonly skipped: Item[];
}

export async function rowFates({ items, waiting = [], skipped = [] }: RowsToTell, pause: Pause): Promise<RowFate[]> {
  const rows = new Map<number, RowItems>();
  const put = async (some: readonly Item[], into: keyof RowItems): Promise<void> => {
    for await (const part of steps(some, pause)) {
      for (const item of part) {
        const key = item.table * 1e8 + item.row;
        const row = rows.get(key) ?? { items: [], waiting: [], skipped: [] };
        row[into].push(item);
        if (!rows.has(key)) rows.set(key, row);
      }
    }
  };
  await put(items, "items");
  await put(waiting, "waiting");
  await put(skipped, "skipped");
  const fates: RowFate[] = [];
  for await (const part of steps([...rows.values()], pause)) fates.push(...part.flatMap(fateOf));
  return fates;
}

function fateOf({ items, waiting, skipped }: RowItems): RowFate[] {
  const lead = items[0] ?? waiting[0] ?? skipped[0];
  if (lead === undefined) return [];
  const outcome = rowOutcome(items);
  const about = {
    table: lead.table,
    row: lead.row,
    lead,
    near: null,
    waits: waiting.length > 0 || items.some(isLeft),
    stubs: items.filter(({ role, outcome: of }) => role === "stub" && of === "added").length,
  };
  const kept = waiting.filter(isMain);
  if (kept.length > 0)
    return [{ ...about, standing: kept.some((one) => one.outcome === "invalid") ? "invalid" : "twin" }];
  if (outcome === "same" && !items.some(isMain) && skipped.some(isMain)) return [{ ...about, standing: "skipped" }];
  if ((outcome === "added" || outcome === "updated") && items.some(isNear))
    return [{ ...about, standing: "twin", near: outcome }];
  return [{ ...about, standing: outcome }];
}

function isMain({ role }: Item): boolean {
  return role === "main";
}

/** A new organisation whose name is nearly a known one's, of which nobody has said what it is. */
function isNear({ outcome, near = [], decided }: Item): boolean {
  return outcome === "added" && near.length > 0 && decided !== true;
}

export const noCounts: ImportCounts = {
  added: 0,
  updated: 0,
  same: 0,
  twins: 0,
  invalid: 0,
  skipped: 0,
  nearAdded: 0,
  nearUpdated: 0,
  waiting: 0,
  stubs: 0,
  doubts: 0,
};

/** By table, without doubts: these are of cells. */
export function countFates(tables: number, fates: readonly RowFate[]): ImportCounts[] {
  const counts = Array.from({ length: tables }, () => ({ ...noCounts }));
  for (const { table, standing, near, waits, stubs } of fates) {
    const count = counts[table];
    if (count === undefined) continue;
    count[standing === "twin" ? "twins" : standing]++;
    if (near !== null) count[near === "added" ? "nearAdded" : "nearUpdated"]++;
    if (waits) count.waiting++;
    count.stubs += stubs;
  }
  return counts;
}

export function sumOf(counts: readonly ImportCounts[]): ImportCounts {
  return counts.reduce((a, b) => combined(a, (name) => a[name] + b[name]), noCounts);
}

export function combined(of: ImportCounts, value: (name: keyof ImportCounts) => number): ImportCounts {
  const names = Object.keys(of) as (keyof ImportCounts)[];
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<keyof ImportCounts, number>;
}

/** Nobody has decided on the near ones, and they have gone in. */
export function asApplied(counts: ImportCounts): ImportCounts {
  const { added, updated, twins, nearAdded, nearUpdated } = counts;
  return {
    ...counts,
    added: added + nearAdded,
    updated: updated + nearUpdated,
    twins: twins - nearAdded - nearUpdated,
  };
}

/** Items that were made late stand with the row that they are of. */
export function rowsTogether(items: Item[], from: number): void {
  if (from >= items.length) return;
  const late = Map.groupBy(items.slice(from), ({ table, row }) => table * 1e8 + row);
  const before = items.slice(0, from);
  items.length = 0;
  for (const [at, item] of before.entries()) {
    items.push(item);
    const next = before[at + 1];
    if (next?.table !== item.table || next.row !== item.row)
      items.push(...(late.get(item.table * 1e8 + item.row) ?? []));
  }
}
