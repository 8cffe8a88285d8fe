import type { ReadHandle } from "../database/open.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { Values } from "../../shared/api/api.ts";
import { mergedInto } from "../companies/merges.ts";
import { compareItem } from "./compare.ts";
import type { Incoming } from "./incoming.ts";
import { isLeft, type Item } from "./items.ts";
import { matchRecord } from "./matchRecord.ts";
import type { Pause } from "./pause.ts";
import { loadKnown, loadRecords } from "./storedKnown.ts";

// Records were written between staging and applying: what was new then may be there by now.

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));

/** Recognises once more every item that was going to be added. References to it follow where it turns out to be stored. */
export async function rematchItems(db: ReadHandle, items: readonly Item[], pause: Pause): Promise<void> {
  const known = await loadKnown(db, [...new Set(items.map((item) => item.ledger))], ledgers, pause);
  const instead = await mergedInto(db);
  for (const item of items) {
    followMerge(item, instead);
    pointElsewhere(item, instead);
    const ledger = known.get(item.ledger);
    if (item.outcome !== "added" || item.decided === true || item.id === null || ledger === undefined) continue;
    const match = matchRecord(ledger, item.values);
    if (match.is === "twin") Object.assign(item, { outcome: "twin", message: match.message });
    if (match.is !== "one") continue;
    const record = (await loadRecords(db, ledger.declaration, [match.id])).get(match.id);
    if (record === undefined) continue;
    instead.set(item.id, match.id);
    Object.assign(item, { id: match.id, version: record.version });
    compareItem(item, record);
  }
}

/** What was staged for an organisation that has been merged away goes to the one it is now, whose name it does not change. */
function followMerge(item: Item, into: ReadonlyMap<string, string>): void {
  const id = item.version > 0 && item.id !== null ? into.get(item.id) : undefined;
  if (id === undefined) return;
  const { [ledgers[item.ledger]?.titleField ?? ""]: _name, ...values } = item.values;
  Object.assign(item, { id, values });
}

/** What points at a record points at the one that takes its place, in a row that will be taken in anew as well. */
export function pointElsewhere(item: Item, instead: ReadonlyMap<string, string>): void {
  if (instead.size === 0) return;
  const now = (id: string): string => instead.get(id) ?? id;
  const { id, outcome, read, near } = item;
  if (outcome === "merged" && id !== null) Object.assign(item, { id: now(id) });
  item.values = pointed(item.ledger, item.values, now);
  if (near !== undefined) Object.assign(item, { near: near.map((one) => ({ ...one, id: now(one.id) })) });
  if (read === undefined) return;
  const parts = (some: readonly Incoming[]): Incoming[] =>
    some.map((one) => ({ ...one, values: pointed(one.ledger, one.values, now) }));
  Object.assign(item, { read: { main: parts(read.main), carried: parts(read.carried) } });
}

function pointed(ledger: string, values: Values, now: (id: string) => string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]): [string, Value | null] => {
      const kind = ledgers[ledger]?.fields[field]?.kind;
      if (kind === "reference" && typeof value === "string") return [field, now(value)];
      return kind === "references" && Array.isArray(value) ? [field, (value as string[]).map(now)] : [field, value];
    }),
  ) satisfies Values;
}

/**
 * A row that points at a new record which stays behind stays behind with it; answers whether there is any.
 * @param skipped items that a person has left out.
 */
export function leaveOutDependants(items: readonly Item[], skipped: readonly Item[] = []): boolean {
  const left = new Set([...items.filter(isLeft), ...skipped].flatMap(newRecordOf));
  let found = false;
  for (let again = left.size > 0; again;) {
    again = false;
    for (const item of items) {
      if (item.outcome !== "added" && item.outcome !== "updated") continue;
      if (
        !Object.values(item.values)
          .flat()
          .some((value) => typeof value === "string" && left.has(value))
      )
        continue;
      Object.assign(item, { outcome: "twin", message: "所指的记录没有导入" });
      for (const id of newRecordOf(item)) left.add(id);
      found = again = true;
    }
  }
  return found;
}

/**
 * New records that rows left out for good would have brought along, and that nothing else speaks of: a company that only
 * such a row names is not made.
 */
export function broughtForNothing(
  items: readonly Item[],
  { skipped, waiting }: { skipped: readonly Item[]; waiting: readonly Item[] },
): Set<Item> {
  const rowOf = ({ table, row }: Item): string => `${table} ${row}`;
  const left = new Set(skipped.filter(({ role }) => role === "main").map(rowOf));
  if (left.size === 0) return new Set();
  for (const item of [...items, ...waiting]) if (item.role === "main") left.delete(rowOf(item));
  const out = new Set(
    items.filter((item) => left.has(rowOf(item)) && item.version === 0 && item.outcome === "added" && !item.decided),
  );
  for (let size = -1; size !== out.size;) {
    size = out.size;
    const spoken = new Set(
      [...items, ...waiting].flatMap((item) =>
        out.has(item) ? [] : [...Object.values(item.values).flat(), item.outcome === "merged" ? item.id : null],
      ),
    );
    for (const item of out) if (spoken.has(item.id)) out.delete(item);
  }
  return out;
}

function newRecordOf({ id, version }: Item): string[] {
  return id !== null && version === 0 ? [id] : [];
}
