import { sql } from "kysely";
import { anyLedger, commonOf, type LooseRow } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import type { StageEntry } from "../../shared/fields/field.ts";
import { fromCell } from "./cells.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { noRecord } from "./problems.ts";

/** Any number of ids as one bound value, so that the statement stays the same for all lengths. */
export function amongIds(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** The live or removed record; throws E-REC-05 where there is none. */
export async function getRecord(db: ReadHandle, ledger: string, id: string): Promise<StoredRecord> {
  const declaration = ledgerNamed(ledger);
  const record = (await recordsById(db, planOf(declaration), [id])).get(id);
  if (record === undefined) throw noRecord(declaration.title);
  return record;
}

/** All of these that exist, removed ones too. */
export async function recordsById(
  db: ReadHandle,
  plan: LedgerPlan,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await anyLedger(db).selectFrom(plan.name).selectAll().where("id", "in", amongIds(ids)).execute();
  const records = await recordsOf(db, plan, rows);
  return new Map(records.map((record) => [record.id, record]));
}

/** Rows of the ledger's table as records, their stages read in one query. */
async function recordsOf(db: ReadHandle, plan: LedgerPlan, rows: readonly LooseRow[]): Promise<StoredRecord[]> {
  const ids = rows.map((row) => commonOf(row).id);
  const stages = plan.hasStages ? await stagesOf(db, plan.name, ids) : new Map<string, StageEntry[]>();
  return rows.map((row, at) => recordOf(plan, row, stages.get(ids[at] ?? "") ?? null));
}

function recordOf(plan: LedgerPlan, row: LooseRow, stages: StageEntry[] | null): StoredRecord {
  const values: Values = {};
  for (const { name, kind } of plan.columns) values[name] = fromCell(kind, row[name]);
  if (plan.hasStages) values["status"] = stages;
  const { id, version, createdAt, updatedAt, deletedAt, extras: json } = commonOf(row);
  // Written by this store only, as an object of values.
  const extras = json === "{}" ? {} : (JSON.parse(json) as Values);
  return { id, version, createdAt, updatedAt, deletedAt, values, extras };
}

async function stagesOf(db: ReadHandle, ledger: string, ids: readonly string[]): Promise<Map<string, StageEntry[]>> {
  const rows = await db
    .selectFrom("stages")
    .select(["record", "stage", "date", "documentNo", "note"])
    .where("ledger", "=", ledger)
    .where("record", "in", amongIds(ids))
    .orderBy("record")
    .orderBy("position")
    .execute();
  const found = new Map<string, StageEntry[]>();
  for (const { record, ...entry } of rows) {
    const list = found.get(record);
    if (list === undefined) found.set(record, [entry]);
    else list.push(entry);
  }
  return found;
}
