import { setImmediate as breathe } from "node:timers/promises";
import type { Tx } from "../database/open.ts";
import type { ExtraField, StoredRecord, Values } from "../../shared/api/api.ts";
import { checkRecord } from "../../shared/ledgers/check.ts";
import type { Issue } from "../../shared/problems/problem.ts";
import { normal, sameValue } from "./cells.ts";
import type { RecordChange, SavedRecord, WriteContext } from "./change.ts";
import { extraFields, mergeExtras } from "./extraFields.ts";
import { takenProblem } from "./holder.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { newId } from "./newId.ts";
import { invalid, movedOn, noField, noRecord, removed } from "./problems.ts";
import { recordsById } from "./readRecords.ts";
import { type RecordWriter, recordWriter, TakenError, type Target } from "./recordWriter.ts";
import { referenceChecker } from "./referenceChecker.ts";

/** Changes between two rests, in which the event loop turns and the reader is a batch ahead. */
const CHUNK = 500;

interface Saving {
  readonly tx: Tx;
  readonly context: WriteContext;
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
  const writer = recordWriter(tx, context);
  const saved: SavedRecord[] = [];
  for (let from = 0; from < changes.length; from += CHUNK) {
    const chunk = changes.slice(from, from + CHUNK);
    await checkReferences(chunk);
    const saving: Saving = { tx, context, writer, extras, known: await readKnown(tx, chunk) };
    for (const change of chunk) saved.push(await save(saving, change));
    if (from + CHUNK < changes.length) await breathe();
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

// Not async: of thousands of changes hardly one waits for anything, and only a number that is taken has to ask.
function save(saving: Saving, change: RecordChange): SavedRecord | Promise<SavedRecord> {
  const plan = planOf(ledgerNamed(change.ledger));
  const id = change.id ?? change.newId ?? newId();
  const stored = change.id === null ? null : current(saving, plan, change);
  const target = targetOf(saving, plan, stored, change);
  let record: StoredRecord;
  try {
    if (target === null) record = stored ?? saving.writer.insert(plan, id, {}, {});
    else if (stored === null) record = saving.writer.insert(plan, id, target.values, target.extras);
    else record = saving.writer.update(plan, stored, target);
  } catch (error) {
    if (error instanceof TakenError) return refuseTaken(saving.tx, plan, id, target?.values ?? {}, error);
    throw error;
  }
  saving.known.set(id, record);
  if (change.source !== undefined) saving.writer.source(plan, id, change.source);
  const outcome = stored === null ? "created" : record === stored ? "unchanged" : "updated";
  return { ledger: plan.name, id, version: record.version, outcome };
}

function current({ known }: Saving, plan: LedgerPlan, { id, version }: RecordChange): StoredRecord {
  const record = known.get(id ?? "");
  if (record === undefined) throw noRecord(plan.declaration.title);
  if (record.deletedAt !== null) throw removed(nameOf(plan, record.values));
  if (version !== undefined && version !== record.version) throw movedOn(nameOf(plan, record.values));
  return record;
}

/** The record as it shall be, checked; null where it is so already. */
function targetOf(saving: Saving, plan: LedgerPlan, stored: StoredRecord | null, change: RecordChange): Target | null {
  const { fields, title } = plan.declaration;
  const values: Values = stored === null ? {} : { ...stored.values };
  let changed = stored === null;
  for (const [name, raw] of Object.entries(change.values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) throw noField(title, name);
    const value = normal(field, raw);
    if (sameValue(values[name] ?? null, value)) continue;
    values[name] = value;
    changed = true;
  }
  const before = stored?.extras ?? {};
  const { extras, issues } =
    change.extras === undefined
      ? { extras: before, issues: [] }
      : mergeExtras(saving.extras.get(plan.name) ?? [], before, change.extras);
  if (!changed && extras === before) return null;
  const all: Issue[] = [...issues, ...checkRecord(plan.declaration, values)];
  if (all.some(({ level }) => level === "error")) throw invalid(nameOf(plan, values), all);
  return { values, extras, deletedAt: null };
}

async function refuseTaken(tx: Tx, plan: LedgerPlan, id: string, values: Values, error: TakenError): Promise<never> {
  throw (await takenProblem(tx, plan, id, values)) ?? error.cause;
}

function nameOf({ declaration: { titleField, title } }: LedgerPlan, values: Values): string {
  const name = values[titleField];
  return typeof name === "string" && name.length < 100 ? name : title;
}
