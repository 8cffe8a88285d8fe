import { setImmediate as breathe } from "node:timers/promises";
import type { Tx } from "../database/open.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { sameValue } from "./cells.ts";
import type { WriteContext } from "./change.ts";
import { valuesIn } from "./history.ts";
import { holderOf } from "./holder.ts";
import { planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { recordsById } from "./readRecords.ts";
import { type RecordWriter, recordWriter, TakenError, type Target } from "./recordWriter.ts";
import { referrersOf } from "./referrers.ts";
import { titlesFor } from "./titles.ts";

// One write is undone by writing back what each field said before it, where the field still says what it wrote.
// Whatever somebody has changed since stays and is listed.

/** A value, or a whole record, that was left as it is. */
export interface Kept extends RecordRef {
  readonly title: string;
  readonly field: string;
  /** Somebody changed it since; another record points at it; its former number has gone to another record. */
  readonly reason: "changed" | "referred" | "taken";
}
export type Left = Omit<Kept, "title">;

interface Entry {
  readonly record: string;
  readonly before: Values | null;
  readonly after: Values;
}
const CHUNK = 500;

/** Undoes a stretch of history that one write made, from its first change to its last; `undone` counts records. */
export async function takeBackStretch(
  tx: Tx,
  context: WriteContext,
  { first, last }: { first: number; last: number },
): Promise<{ undone: number; kept: Kept[] }> {
  return await takeBackEntries(tx, context, await entriesOf(tx, { first, last }));
}

async function takeBackEntries(
  tx: Tx,
  context: WriteContext,
  all: ReadonlyMap<string, readonly Entry[]>,
): Promise<{ undone: number; kept: Kept[] }> {
  const writer = recordWriter(tx, context);
  const left: Left[] = [];
  const made: { record: StoredRecord; ref: RecordRef }[] = [];
  let undone = 0;
  for (const [ledger, entries] of all) {
    const plan = planOf(ledgerNamed(ledger));
    const byRecord = [...Map.groupBy(entries, ({ record }) => record)];
    for (let from = 0; from < byRecord.length; from += CHUNK) {
      const some = byRecord.slice(from, from + CHUNK);
      const records = await recordsById(
        tx,
        plan,
        some.map(([id]) => id),
      );
      for (const [id, changes] of some) {
        const record = records.get(id);
        if (record === undefined) continue;
        const back = reversed(record, changes);
        left.push(...back.changed.map((field): Left => ({ ledger, id, field, reason: "changed" })));
        if (back.remove) made.push({ record, ref: { ledger, id } });
        else if (await write(tx, writer, ledger, record, back.target, left)) undone += 1;
      }
      await breathe();
    }
  }
  undone += await removeMade(tx, writer, context.at, made, left);
  const titles = await titlesFor(tx, left);
  return { undone, kept: left.map((one) => ({ ...one, title: titles.get(one.id) ?? "" })) };
}

/** The changes of a stretch by ledger, the newest first. */
async function entriesOf(tx: Tx, { first, last }: { first: number; last: number }): Promise<Map<string, Entry[]>> {
  const rows = await tx
    .selectFrom("history")
    .select(["ledger", "record", "before", "after"])
    .where("seq", ">=", first)
    .where("seq", "<=", last)
    .orderBy("seq", "desc")
    .execute();
  const entries = new Map<string, Entry[]>();
  for (const { ledger, record, before, after } of rows) {
    const list = entries.get(ledger) ?? [];
    entries.set(ledger, list);
    list.push({ record, before: valuesIn(before), after: valuesIn(after) ?? {} });
  }
  return entries;
}

interface Reversed {
  readonly target: Target;
  /** The batch made the record, and it is still as it was made. */
  readonly remove: boolean;
  /** Fields that somebody changed since. */
  readonly changed: readonly string[];
}

/** The record as it was before these changes (newest first), as far as they are still what it says. */
function reversed(record: StoredRecord, changes: readonly Entry[]): Reversed {
  const state = stateOf(record);
  const blocked = new Set<string>();
  for (const { before, after } of changes) {
    const written = flattened(after);
    if (before === null) {
      // Made by the batch: it goes as a whole or, where anything has changed since, stays as a whole.
      const differing = [...state.keys()].filter(
        (key) => key !== "deletedAt" && !sameValue(state.get(key) ?? null, written.get(key) ?? null),
      );
      const gone = record.deletedAt !== null;
      const intact = differing.length === 0 && blocked.size === 0;
      const changed = gone ? [] : [...new Set([...blocked, ...differing])].map(nameOf);
      return { target: record, remove: intact && !gone, changed };
    }
    const old = flattened(before);
    for (const [key, value] of written) {
      if (blocked.has(key)) continue;
      if (sameValue(state.get(key) ?? null, value)) state.set(key, old.get(key) ?? null);
      else blocked.add(key);
    }
  }
  return { target: targetOf(record, state), remove: false, changed: [...blocked].map(nameOf) };
}

// Fields, extra fields and `deletedAt` of a record in one flat list; the names of extra fields are prefixed.
const EXTRA = "extras.";

export function stateOf({ values, extras, deletedAt }: StoredRecord): Map<string, Value | null> {
  const state = new Map<string, Value | null>(Object.entries(values));
  for (const [name, value] of Object.entries(extras)) state.set(`${EXTRA}${name}`, value);
  return state.set("deletedAt", deletedAt);
}

export function flattened(values: Values): Map<string, Value | null> {
  const { extras, ...fields } = values as Values & { extras?: Values };
  const flat = new Map<string, Value | null>(Object.entries(fields));
  for (const [name, value] of Object.entries(extras ?? {})) flat.set(`${EXTRA}${name}`, value);
  return flat;
}

export function targetOf(record: StoredRecord, state: ReadonlyMap<string, Value | null>): Target {
  const values: Values = {};
  for (const name of Object.keys(record.values)) values[name] = state.get(name) ?? null;
  const extras: Values = {};
  for (const [key, value] of state) if (key.startsWith(EXTRA) && value !== null) extras[nameOf(key)] = value;
  const deletedAt = state.get("deletedAt") ?? null;
  return { values, extras, deletedAt: typeof deletedAt === "string" ? deletedAt : null };
}

export function nameOf(key: string): string {
  return key.startsWith(EXTRA) ? key.slice(EXTRA.length) : key;
}

/** Whether anything was written. A former number that another record bears by now leaves the record as it is. */
export async function write(
  tx: Tx,
  writer: RecordWriter,
  ledger: string,
  record: StoredRecord,
  target: Target,
  left: Left[],
): Promise<boolean> {
  const plan = planOf(ledgerNamed(ledger));
  try {
    return writer.update(plan, record, target) !== record;
  } catch (error) {
    if (!(error instanceof TakenError)) throw error;
    const found = await holderOf(tx, plan, record.id, target.values);
    left.push({ ledger, id: record.id, field: found?.fields[0] ?? plan.declaration.titleField, reason: "taken" });
    return false;
  }
}

/** Removes what the batch made, except what a record that stays points at. */
export async function removeMade(
  tx: Tx,
  writer: RecordWriter,
  at: string,
  made: readonly { record: StoredRecord; ref: RecordRef }[],
  left: Left[],
): Promise<number> {
  const going = new Map(made.map((one) => [one.ref.id, one]));
  for (let again = true; again;) {
    again = false;
    for (const [ledger, some] of Map.groupBy(going.values(), ({ ref }) => ref.ledger)) {
      for (const { id, target } of await referrersOf(
        tx,
        ledger,
        some.map(({ ref }) => ref.id),
      )) {
        if (going.has(id) || !going.delete(target)) continue;
        left.push({ ledger, id: target, field: ledgerNamed(ledger).titleField, reason: "referred" });
        again = true;
      }
    }
  }
  for (const { record, ref } of going.values()) {
    writer.update(planOf(ledgerNamed(ref.ledger)), record, { ...record, deletedAt: at });
  }
  return going.size;
}
