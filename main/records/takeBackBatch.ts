import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "kysely";
import type { Tx } from "../database/open.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import type { WriteContext } from "./change.ts";
import { valuesIn } from "./history.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { amongIds, recordsById } from "./readRecords.ts";
import { type RecordWriter, recordWriter } from "./recordWriter.ts";
import { flattened, type Kept, type Left, nameOf, removeMade, stateOf, targetOf, write } from "./takeBack.ts";
import { idsIn, titlesFor } from "./titles.ts";

// A batch is undone by telling each record's history again without it, and without those taken back before: in whatever
// order batches are taken back, what is left is what people and the batches that stand have said.

interface Change {
  readonly batch: number | null;
  readonly made: boolean;
  readonly after: ReadonlyMap<string, Value | null>;
}
interface Undoing {
  readonly tx: Tx;
  readonly at: string;
  readonly writer: RecordWriter;
  readonly batch: number;
  /** This batch and those taken back before. */
  readonly out: ReadonlySet<number>;
  readonly left: Left[];
  readonly made: { record: StoredRecord; ref: RecordRef }[];
  /** Former numbers that another record bore: tried once more when what the batch made has gone. */
  readonly again: { ledger: string; record: StoredRecord; target: ReturnType<typeof targetOf> }[];
  /** Ids that nothing of the batch points at any more, by ledger. */
  readonly freed: Map<string, Set<string>>;
  /** Official numbers that a record has given up, by ledger and field. */
  readonly numbers: Map<string, Set<string>>;
  undone: number;
}
const CHUNK = 500;

/** `undone` counts records. The undoing is itself history of the same batch, so it can be seen and the file imported again. */
export async function takeBackBatch(
  tx: Tx,
  context: WriteContext,
  batch: number,
): Promise<{ undone: number; kept: Kept[] }> {
  const before = await tx.selectFrom("batches").select("id").where("status", "=", "takenBack").execute();
  const out = new Set([batch, ...before.map(({ id }) => id)]);
  const writer = recordWriter(tx, { ...context, batch });
  const none = {
    left: [],
    made: [],
    again: [],
    freed: new Map<string, Set<string>>(),
    numbers: new Map<string, Set<string>>(),
    undone: 0,
  };
  const undoing: Undoing = { tx, at: context.at, writer, batch, out, ...none };
  const touched = await tx
    .selectFrom("history")
    .select(["ledger", "record"])
    .distinct()
    .where("batch", "=", batch)
    .execute();
  for (const [ledger, refs] of Map.groupBy(touched, (row) => row.ledger)) {
    const ids = refs.map(({ record }) => record);
    for (let from = 0; from < ids.length; from += CHUNK) {
      await undo(undoing, planOf(ledgerNamed(ledger)), ids.slice(from, from + CHUNK));
      await breathe();
    }
  }
  undoing.undone += await remove(undoing, undoing.made, undoing.left);
  for (const { ledger, record, target } of undoing.again) {
    if (!(await write(tx, writer, ledger, record, target, undoing.left))) continue;
    undoing.undone += 1;
    free(undoing, planOf(ledgerNamed(ledger)), record.values);
  }
  await removeFreed(undoing);
  await returnNumbers(undoing);
  const titles = await titlesFor(tx, undoing.left);
  return { undone: undoing.undone, kept: undoing.left.map((one) => ({ ...one, title: titles.get(one.id) ?? "" })) };
}

async function undo(undoing: Undoing, plan: LedgerPlan, ids: readonly string[]): Promise<void> {
  const { tx, out, batch, writer, left } = undoing;
  const histories = await historiesOf(tx, plan.name, ids);
  for (const record of (await recordsById(tx, plan, ids)).values()) {
    const changes = histories.get(record.id) ?? [];
    const ref = { ledger: plan.name, id: record.id };
    if (isOnlyOf(changes, out)) {
      if (record.deletedAt === null) undoing.made.push({ record, ref });
      continue;
    }
    left.push(
      ...changedSince(record, changes, batch, out).map((field): Left => ({ ...ref, field, reason: "changed" })),
    );
    const target = without(record, changes, out);
    const taken: Left[] = [];
    if (await write(tx, writer, plan.name, record, target, taken)) {
      undoing.undone += 1;
      free(undoing, plan, record.values);
    } else if (taken.length > 0) undoing.again.push({ ledger: plan.name, record, target });
  }
}

/** In the order of time. */
async function historiesOf(tx: Tx, ledger: string, ids: readonly string[]): Promise<Map<string, Change[]>> {
  const rows = await tx
    .selectFrom("history")
    .select(["record", "batch", "before", "after"])
    .where("record", "in", amongIds(ids))
    .where("ledger", "=", ledger)
    // A merge that was parted again said nothing.
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM companyMerges
        WHERE undoneFirst IS NOT NULL AND (seq BETWEEN first AND last OR seq BETWEEN undoneFirst AND undoneLast))`,
    )
    .orderBy("seq")
    .execute();
  const found = new Map<string, Change[]>();
  for (const { record, batch, before, after } of rows) {
    const change = { batch, made: before === null, after: flattened(valuesIn(after) ?? {}) };
    const known = found.get(record);
    if (known === undefined) found.set(record, [change]);
    else known.push(change);
  }
  return found;
}

const isOut = ({ batch }: Change, out: ReadonlySet<number>): boolean => batch !== null && out.has(batch);

/** Made by batches that are no more, and nobody else has a word in it. */
function isOnlyOf(changes: readonly Change[], out: ReadonlySet<number>): boolean {
  return changes[0]?.made === true && changes.every((change) => isOut(change, out));
}

/** The record as all that stands has made it. One that a batch made and somebody changed stays as it was made. */
function without(record: StoredRecord, changes: readonly Change[], out: ReadonlySet<number>) {
  const said = new Map<string, Value | null>();
  const gone = new Set<string>();
  for (const change of changes) {
    const counts = change.made || !isOut(change, out);
    for (const [key, value] of change.after) {
      if (counts) said.set(key, value);
      else gone.add(key);
    }
  }
  const state = stateOf(record);
  for (const key of gone) state.set(key, said.get(key) ?? null);
  return targetOf(record, state);
}

/** Fields in which somebody has had a word since the batch had its own. */
function changedSince(
  { deletedAt }: StoredRecord,
  changes: readonly Change[],
  batch: number,
  out: ReadonlySet<number>,
): string[] {
  if (deletedAt !== null) return [];
  const own = new Set<string>();
  const changed = new Set<string>();
  let whole = false;
  for (const change of changes) {
    if (change.batch === batch) {
      whole ||= change.made;
      for (const key of change.after.keys()) own.add(key);
    } else if (!isOut(change, out)) {
      for (const key of change.after.keys()) if (whole || own.has(key)) changed.add(key);
    }
  }
  changed.delete("deletedAt");
  return [...changed].map(nameOf);
}

function free(
  { freed, numbers }: Undoing,
  { name: ledger, declaration, references }: LedgerPlan,
  values: Values,
): void {
  for (const [field, { kind }] of Object.entries(declaration.fields)) {
    const value = values[field];
    if (kind !== "code" || typeof value !== "string") continue;
    const key = `${ledger} ${field}`;
    numbers.set(key, (numbers.get(key) ?? new Set()).add(value));
  }
  for (const { name, to } of references) {
    const ids = freed.get(to) ?? new Set();
    freed.set(to, ids);
    for (const id of idsIn(values, name)) ids.add(id);
  }
}

async function remove(undoing: Undoing, made: Undoing["made"], left: Left[]): Promise<number> {
  const { tx, writer, at } = undoing;
  const removed = await removeMade(tx, writer, at, made, left);
  for (const { record, ref } of made) free(undoing, planOf(ledgerNamed(ref.ledger)), record.values);
  return removed;
}

/** What a batch taken back before had to leave because of this one goes with it. */
async function removeFreed(undoing: Undoing): Promise<void> {
  const { tx, out, freed } = undoing;
  const seen = new Set<string>();
  for (let again = true; again;) {
    again = false;
    for (const [ledger, all] of freed) {
      const ids = [...all].filter((id) => !seen.has(id));
      for (const id of ids) seen.add(id);
      if (ids.length === 0) continue;
      const histories = await historiesOf(tx, ledger, ids);
      const records = await recordsById(tx, planOf(ledgerNamed(ledger)), ids);
      const made = [...records.values()]
        .filter(({ id, deletedAt }) => deletedAt === null && isOnlyOf(histories.get(id) ?? [], out))
        .map((record) => ({ record, ref: { ledger, id: record.id } }));
      if (made.length === 0) continue;
      again = true;
      undoing.undone += await remove(undoing, made, []);
    }
  }
}

/** A record whose former number was another's when its batch was taken back gets it now. */
async function returnNumbers(undoing: Undoing): Promise<void> {
  const { tx, batch, out, numbers } = undoing;
  const earlier = [...out].filter((one) => one !== batch);
  if (earlier.length === 0) return;
  while (numbers.size > 0) {
    const freed = [...numbers];
    numbers.clear();
    for (const [key, values] of freed) {
      const [ledger = "", field = ""] = key.split(" ");
      const rows = await tx
        .selectFrom("history")
        .select("record")
        .distinct()
        .where("batch", "in", earlier)
        .where("ledger", "=", ledger)
        .where(sql<string>`json_extract(before, ${`$.${field}`})`, "in", amongIds([...values]))
        .execute();
      const ids = rows.map(({ record }) => record);
      for (let from = 0; from < ids.length; from += CHUNK) {
        const retried: Undoing = { ...undoing, left: [], made: [], again: [] };
        await undo(retried, planOf(ledgerNamed(ledger)), ids.slice(from, from + CHUNK));
        undoing.undone = retried.undone;
      }
    }
  }
}
