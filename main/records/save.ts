import { setImmediate as breathe } from "node:timers/promises";
import type { Tx } from "../database/open.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import { normal, sameValue } from "./cells.ts";
import type { RecordChange, SavedRecord, WriteContext } from "./change.ts";
import { extraFields } from "./extraFields.ts";
import { takenProblem } from "./holder.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { newId } from "./newId.ts";
import { extrasAfter, nameOf, newRecord, refuseErrors } from "./newRecord.ts";
import { movedOn, noField, noRecord, removed } from "./problems.ts";
import { recordsById } from "./readRecords.ts";
import { type RecordWriter, recordWriter, TakenError, type Target } from "./recordWriter.ts";
import { referenceChecker } from "./referenceChecker.ts";

/** Changes between two rests, in which the event loop turns and the reader is a batch ahead. */
const CHUNK = 500;
/** Rows of a side table that are written at once. */
const GROUP = 25;

interface Saving {
  readonly writer: RecordWriter;
  /** Extra fields of each ledger that is written. */
  readonly extras: ReadonlyMap<string, readonly ExtraField[]>;
  /** Stored records by id, as they are after the changes so far. */
  readonly known: Map<string, StoredRecord>;
}

/**
 * Saves all or, by throwing, nothing (the transaction is the caller's): E-REC-01 number taken, 02 changed meanwhile,
 * 04 removed, 05 unknown id, 06 unknown ledger, 07 unknown field, 08 invalid with issues. The answers stand in the
 * order of the changes. A record that is already so is not written again; only the row that says so is kept.
 */
export async function saveRecords(
  tx: Tx,
  context: WriteContext,
  changes: readonly RecordChange[],
): Promise<SavedRecord[]> {
  const checkReferences = referenceChecker(tx, changes);
  const extras = await extrasOf(tx, changes);
  const writer = recordWriter(tx, context, changes.length < GROUP ? 1 : GROUP);
  const saved: SavedRecord[] = [];
  try {
    for (let from = 0; from < changes.length; from += CHUNK) {
      const chunk = changes.slice(from, from + CHUNK);
      await checkReferences(chunk);
      const saving: Saving = { writer, extras, known: await readKnown(tx, chunk) };
      for (const change of chunk) saved.push(save(saving, change));
      writer.flush();
      if (from + CHUNK < changes.length) await breathe();
    }
  } catch (error) {
    throw error instanceof TakenError ? await takenProblem(tx, error) : error;
  }
  return saved;
}

export async function saveRecord(tx: Tx, context: WriteContext, change: RecordChange): Promise<SavedRecord> {
  const [saved] = await saveRecords(tx, context, [change]);
  if (saved === undefined) throw new Error("a saved record has an answer");
  return saved;
}

async function extrasOf(tx: Tx, changes: readonly RecordChange[]): Promise<Map<string, readonly ExtraField[]>> {
  const found = new Map<string, readonly ExtraField[]>();
  for (const { ledger, extras } of changes) {
    if (extras !== undefined && !found.has(ledger)) found.set(ledger, await extraFields(tx, ledger));
  }
  return found;
}

async function readKnown(tx: Tx, changes: readonly RecordChange[]): Promise<Map<string, StoredRecord>> {
  const known = new Map<string, StoredRecord>();
  for (const [ledger, some] of Map.groupBy(changes, (change) => change.ledger)) {
    const ids = some.flatMap(({ id }) => id ?? []);
    for (const [id, record] of await recordsById(tx, planOf(ledgerNamed(ledger)), ids)) known.set(id, record);
  }
  return known;
}

function save(saving: Saving, change: RecordChange): SavedRecord {
  const plan = planOf(ledgerNamed(change.ledger));
  if (change.id === null) {
    const id = change.newId ?? newId();
    const { values, extras } = newRecord(plan, saving.extras.get(plan.name) ?? [], change);
    return keep(saving, plan, change, saving.writer.insert(plan, id, values, extras), "created");
  }
  const stored = current(saving, plan, change);
  const target = changed(saving, plan, stored, change);
  const record = target === null ? stored : saving.writer.update(plan, stored, target);
  return keep(saving, plan, change, record, record === stored ? "unchanged" : "updated");
}

function keep(
  { known, writer }: Saving,
  plan: LedgerPlan,
  { source }: RecordChange,
  record: StoredRecord,
  outcome: SavedRecord["outcome"],
): SavedRecord {
  known.set(record.id, record);
  if (source !== undefined) writer.source(plan, record.id, source);
  return { ledger: plan.name, id: record.id, version: record.version, outcome };
}

function current({ known }: Saving, plan: LedgerPlan, { id, version }: RecordChange): StoredRecord {
  const record = known.get(id ?? "");
  if (record === undefined) throw noRecord(plan.declaration.title);
  if (record.deletedAt !== null) throw removed(nameOf(plan, record.values));
  if (version !== undefined && version !== record.version) throw movedOn(nameOf(plan, record.values));
  return record;
}

/** The record as it shall be, checked; null where it is so already. */
function changed(saving: Saving, plan: LedgerPlan, stored: StoredRecord, change: RecordChange): Target | null {
  const differing: Values = {};
  refuseUnknown(plan, change.values);
  for (const { name, field } of plan.fields) {
    const given = change.values[name];
    if (given === undefined) continue;
    const value = normal(field, given);
    if (!sameValue(stored.values[name] ?? null, value)) differing[name] = value;
  }
  const { extras, issues } = extrasAfter(saving.extras.get(plan.name) ?? [], stored.extras, change);
  if (Object.keys(differing).length === 0 && extras === stored.extras) return null;
  const values = { ...stored.values, ...differing };
  refuseErrors(plan, values, issues);
  return { values, extras, deletedAt: null };
}

/** E-REC-07 for a name that is no field's. */
function refuseUnknown({ byName, declaration }: LedgerPlan, values: Values): void {
  for (const name in values) if (!byName.has(name)) throw noField(declaration.title, name);
}
