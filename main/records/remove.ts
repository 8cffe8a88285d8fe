import type { Tx } from "../database/open.ts";
import type { StoredRecord } from "../../shared/api/api.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { anyLedger } from "../database/ledgerTable.ts";
import type { WriteContext } from "./change.ts";
import { takenProblem } from "./holder.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { allLedgers, ledgerNamed } from "./ledgerNamed.ts";
import { invalid, movedOn, referred, removed } from "./problems.ts";
import { getRecord, recordsById } from "./readRecords.ts";
import { recordWriter, TakenError } from "./recordWriter.ts";
import { referrersOf } from "./referrers.ts";
import { idsIn, titleOf, titlesFor } from "./titles.ts";

// Nothing is ever deleted: a removed record keeps its row, out of lists, figures and unique numbers.

/** Removes a record and its detail rows. E-REC-02 changed meanwhile, 03 others point at it, 04 removed, 05 unknown. */
export async function removeRecord(
  tx: Tx,
  context: WriteContext,
  { ledger, id, version }: { ledger: string; id: string; version: number },
): Promise<void> {
  const plan = planOf(ledgerNamed(ledger));
  const record = await getRecord(tx, ledger, id);
  if (record.deletedAt !== null) throw removed(await titleOf(tx, plan, id));
  if (record.version !== version) throw movedOn(await titleOf(tx, plan, id));
  const going = await withDetails(tx, { ledger, id });
  const writer = recordWriter(tx, context);
  for (const [name, ids] of Map.groupBy(going, (ref) => ref.ledger)) {
    const part = planOf(ledgerNamed(name));
    for (const one of (
      await recordsById(
        tx,
        part,
        ids.map((ref) => ref.id),
      )
    ).values()) {
      writer.update(part, one, { ...one, deletedAt: context.at });
    }
  }
}

/** The record, its detail rows and theirs; E-REC-03 where any other record points at one of them. */
async function withDetails(tx: Tx, root: RecordRef): Promise<RecordRef[]> {
  const going = new Map<string, RecordRef>([[root.id, root]]);
  const others = new Map<string, RecordRef>();
  for (const next of going.values()) {
    for (const { ledger, id, isDetail } of await referrersOf(tx, next.ledger, [next.id])) {
      if (isDetail) going.set(id, { ledger, id });
      else others.set(id, { ledger, id });
    }
  }
  for (const id of going.keys()) others.delete(id);
  const [first] = others.values();
  if (first !== undefined) {
    const titles = await titlesFor(tx, [root, first]);
    const by = `${ledgerNamed(first.ledger).title}“${titles.get(first.id) ?? ""}”`;
    throw referred(titles.get(root.id) ?? "", by, others.size);
  }
  return [...going.values()];
}

/** Brings back a removed record and the detail rows that went with it. E-REC-01 its number is taken, 08 it points at removed ones. */
export async function restoreRecord(
  tx: Tx,
  context: WriteContext,
  { ledger, id }: { ledger: string; id: string },
): Promise<void> {
  const plan = planOf(ledgerNamed(ledger));
  const record = await getRecord(tx, ledger, id);
  if (record.deletedAt === null) return;
  await refuseDangling(tx, plan, record);
  const writer = recordWriter(tx, context);
  try {
    writer.update(plan, record, { ...record, deletedAt: null });
  } catch (error) {
    if (error instanceof TakenError) throw await takenProblem(tx, error);
    throw error;
  }
  for (const detail of await detailsRemovedWith(tx, ledger, record)) await restoreRecord(tx, context, detail);
}

async function refuseDangling(
  tx: Tx,
  { declaration, references }: LedgerPlan,
  { values }: StoredRecord,
): Promise<void> {
  for (const { name, to } of references) {
    const targets = await recordsById(tx, planOf(ledgerNamed(to)), idsIn(values, name));
    if ([...targets.values()].every(({ deletedAt }) => deletedAt === null)) continue;
    const label = declaration.fields[name]?.label ?? name;
    throw invalid(declaration.title, [{ field: name, level: "error", message: `${label}已被删除，须先恢复` }]);
  }
}

async function detailsRemovedWith(tx: Tx, ledger: string, { id, deletedAt }: StoredRecord): Promise<RecordRef[]> {
  const details: RecordRef[] = [];
  for (const { name, fields } of allLedgers()) {
    for (const [field, declared] of Object.entries(fields)) {
      if (declared.kind !== "reference" || declared.parent !== true || declared.to !== ledger) continue;
      const rows = await anyLedger(tx)
        .selectFrom(name)
        .select("id")
        .where(field, "=", id)
        .where("deletedAt", "=", deletedAt)
        .execute();
      details.push(...rows.map((row) => ({ ledger: name, id: row.id })));
    }
  }
  return details;
}
