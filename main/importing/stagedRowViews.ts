import type { ReadHandle } from "../database/open.ts";
import type { SideTables } from "../database/schema.ts";
import type { RowDecision, StagedRow, StoredRecord, Values } from "../../shared/api/api.ts";
import { showValue } from "../../shared/fields/index.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { detailsFor } from "../records/details.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { idsIn, titlesFor } from "../records/titles.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import type { Item } from "./items.ts";
import { rowView, type Surroundings } from "./rowView.ts";
import { decisionsOf } from "./stagedDecisions.ts";
import { itemOf } from "./stagedItems.ts";
import { noBatch } from "./stagedBatch.ts";
import { loadRecords } from "./storedKnown.ts";
import { extrasOf, stagedTables } from "./storedTables.ts";

const usualLimit = 100;

/** Staged rows of a batch, or those that it left behind; throws E-IMP-95 for an unknown one. */
export async function listRows(
  db: ReadHandle,
  asked: { batch: number; outcome?: StagedRow["outcome"]; offset?: number; limit?: number },
): Promise<{ total: number; rows: StagedRow[] }> {
  const { batch, outcome, offset = 0, limit = usualLimit } = asked;
  const known = await db.selectFrom("batches").select("id").where("id", "=", batch).executeTakeFirst();
  if (known === undefined) throw noBatch(batch);
  const rows = db
    .selectFrom("stagedRows")
    .where("batch", "=", batch)
    // Another row of the same record adds nothing that a person could decide.
    .where("outcome", outcome === undefined ? "!=" : "=", outcome ?? "merged");
  const { total } = await rows.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const page = await rows.selectAll().orderBy("position").limit(limit).offset(offset).execute();
  return { total, rows: await viewsOf(db, batch, page) };
}

/** Rows of one batch as people read them, in the order given. */
export async function viewsOf(
  db: ReadHandle,
  batch: number,
  rows: readonly SideTables["stagedRows"][],
): Promise<StagedRow[]> {
  const tables = await stagedTables(db, batch);
  const ids = tables.map(({ id }) => id);
  const items = rows.map((row) => itemOf(row, ids));
  const decisions = await decisionsOf(db, batch);
  const around: Surroundings = { tables, ...(await surroundings(db, batch, items)) };
  return items.map((item) => withDecision(rowView(item, ledgerNamed(item.ledger), around), decisions));
}

function withDecision(view: StagedRow, decisions: ReadonlyMap<number, RowDecision>): StagedRow {
  const decision = decisions.get(view.position);
  return decision === undefined ? view : { ...view, decision };
}

async function surroundings(
  db: ReadHandle,
  batch: number,
  items: readonly Item[],
): Promise<Omit<Surroundings, "tables">> {
  const stored = new Map<string, StoredRecord>();
  const refs: RecordRef[] = [];
  for (const [ledger, some] of Map.groupBy(items, (item) => item.ledger)) {
    const declaration = ledgerNamed(ledger);
    const ids = some.flatMap((item) => (item.version > 0 && item.id !== null ? [item.id] : []));
    for (const [id, record] of await loadRecords(db, declaration, ids)) {
      stored.set(id, record);
      refs.push({ ledger, id });
    }
    for (const { name, to } of planOf(declaration).references) {
      for (const values of some.flatMap((item) => [item.values, stored.get(item.id ?? "")?.values ?? {}]))
        refs.push(...idsIn(values, name).map((id) => ({ ledger: to, id })));
    }
    refs.push(...some.flatMap((item) => (item.near ?? []).map(({ id }) => ({ ledger, id }))));
  }
  const titles = await titlesFor(db, refs);
  const untitled = refs.filter(({ id }) => !titles.has(id));
  for (const [id, title] of await titlesInBatch(db, batch, untitled)) titles.set(id, title);
  const near = items.flatMap((item) => (item.near ?? []).map(({ id }) => ({ ledger: item.ledger, id })));
  return {
    stored,
    titles: Object.fromEntries(titles),
    details: await detailsFor(db, near),
    extras: await extrasOf(db, new Set(items.map((item) => item.ledger))),
  };
}

/** New records have their names in the batch only. */
async function titlesInBatch(db: ReadHandle, batch: number, refs: readonly RecordRef[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  const ids = [...new Set(refs.map(({ id }) => id))];
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .selectFrom("stagedRows")
      .select(["ledger", "record", "values"])
      .where("batch", "=", batch)
      .where("record", "in", ids.slice(from, from + 500))
      .where("outcome", "!=", "merged")
      .execute();
    for (const { ledger, record, values } of rows) {
      const { fields, titleField } = ledgerNamed(ledger);
      const field = fields[titleField];
      const value = (JSON.parse(values) as Values)[titleField] ?? null;
      if (record !== null && field !== undefined) titles.set(record, showValue(field, value));
    }
  }
  return titles;
}
