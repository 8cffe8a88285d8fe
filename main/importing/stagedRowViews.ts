import { sql } from "kysely";
import type { ReadHandle } from "../database/open.ts";
import type { SideTables } from "../database/schema.ts";
import type { RowDecision, RowStanding, StagedRow, StoredRecord, Values } from "../../shared/api/api.ts";
import { showValue } from "../../shared/fields/index.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { detailsFor } from "../records/details.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { typedFields } from "../records/sources.ts";
import { idsIn, titlesFor } from "../records/titles.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import type { Item } from "./items.ts";
import { type ItemView, rowView, type Surroundings } from "./rowView.ts";
import { decisionsOf } from "./stagedDecisions.ts";
import { itemOf } from "./stagedItems.ts";
import { noBatch } from "./stagedBatch.ts";
import { loadRecords } from "./storedKnown.ts";
import { extrasOf, stagedTables } from "./storedTables.ts";

const usualLimit = 100;

/** Rows of a batch that is staged, or those that it left behind; throws E-IMP-95 for an unknown one. */
export async function listRows(
  db: ReadHandle,
  asked: { batch: number; outcome?: RowStanding; offset?: number; limit?: number },
): Promise<{ total: number; rows: StagedRow[] }> {
  const { batch, outcome, offset = 0, limit = usualLimit } = asked;
  const known = await db.selectFrom("batches").select("status").where("id", "=", batch).executeTakeFirst();
  if (known === undefined) throw noBatch(batch);
  const page = { batch, outcome: outcome ?? null, offset, limit };
  const { total, rows } = await (known.status === "staged" ? stagedPage(db, page) : leftPage(db, page));
  return { total, rows: await viewsOf(db, batch, rows) };
}

type StagedItem = SideTables["stagedRows"];
interface Page {
  readonly batch: number;
  readonly outcome: RowStanding | null;
  readonly offset: number;
  readonly limit: number;
}

/** The items of a row stand together, and the first of them says what becomes of it. */
async function stagedPage(
  db: ReadHandle,
  { batch, outcome, offset, limit }: Page,
): Promise<{ total: number; rows: StagedItem[] }> {
  let leads = db
    .selectFrom("stagedRows as leads")
    .where("leads.batch", "=", batch)
    .where("leads.standing", "is not", null);
  if (outcome !== null) leads = leads.where("leads.standing", "=", outcome);
  const { total } = await leads.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const spans = await leads
    .select("leads.position as from")
    .select(
      sql<number | null>`(SELECT next.position FROM stagedRows AS next INDEXED BY stagedRowsByBatch
        WHERE next.batch = ${batch} AND next.position > leads.position AND next.standing IS NOT NULL
        ORDER BY next.position LIMIT 1)`.as("to"),
    )
    .orderBy("leads.position")
    .limit(limit)
    .offset(offset)
    .execute();
  const wanted = JSON.stringify(spans.map(({ from, to }) => [from, to ?? Number.MAX_SAFE_INTEGER]));
  const rows = await db
    .selectFrom(sql<{ value: string }>`json_each(${wanted})`.as("span"))
    .crossJoin("stagedRows")
    .selectAll("stagedRows")
    .where("stagedRows.batch", "=", batch)
    .where("stagedRows.position", ">=", sql<number>`span.value ->> 0`)
    .where("stagedRows.position", "<", sql<number>`span.value ->> 1`)
    .orderBy("stagedRows.position")
    .execute();
  return { total, rows };
}

async function leftPage(
  db: ReadHandle,
  { batch, outcome, offset, limit }: Page,
): Promise<{ total: number; rows: StagedItem[] }> {
  const rows = await db
    .selectFrom("stagedRows")
    .selectAll()
    .where("batch", "=", batch)
    .orderBy("batchTable")
    .orderBy("row")
    .orderBy("position")
    .execute();
  const all = [...Map.groupBy(rows, placeOf).values()];
  const some = outcome === null ? all : all.filter((row) => standingOfLeft(row) === outcome);
  return { total: some.length, rows: some.slice(offset, offset + limit).flat() };
}

function standingOfLeft(row: readonly Pick<StagedItem, "outcome">[]): RowStanding {
  return row.some(({ outcome }) => outcome === "invalid") ? "invalid" : "twin";
}

const placeOf = ({ batchTable, row }: Pick<StagedItem, "batchTable" | "row">): string => `${batchTable} ${row}`;

/** Rows of one batch as people read them, in the order given: of each row of the sheet all that is kept. */
export async function viewsOf(db: ReadHandle, batch: number, rows: readonly StagedItem[]): Promise<StagedRow[]> {
  const tables = (await stagedTables(db, batch)).map(({ id }) => id);
  const decisions = await decisionsOf(db, batch);
  const standings = new Map(
    [...Map.groupBy(rows, placeOf)].map(([place, some]): [string, RowStanding] => [
      place,
      some.find(({ standing }) => standing !== null)?.standing ?? standingOfLeft(some),
    ]),
  );
  const items = rows.map((row) => itemOf(row, tables));
  const shown = items.map((item, at) => ({ item, row: rows[at] })).filter(({ item }) => isShown(item, items));
  const earlier = await earlierRows(
    db,
    batch,
    shown.flatMap(({ item }) => (item.outcome === "merged" ? [item] : [])),
  );
  const views = await viewItems(
    db,
    batch,
    shown.map(({ item }) => item),
  );
  return views.map((view, at): StagedRow => {
    const { item, row } = shown[at] ?? {};
    const first = item?.outcome === "merged" ? earlier.get(item.id ?? "") : undefined;
    const standing = (row === undefined ? undefined : standings.get(placeOf(row))) ?? "same";
    const told =
      first === undefined ? view : { ...view, mergedWith: first, message: `与第 ${first} 行是同一条记录，并作一条` };
    return withDecision({ ...told, standing }, decisions);
  });
}

/**
 * Another row of the same record adds nothing that a person could decide; it is shown where it is all that its row brings,
 * so that no row is missing from the list.
 */
function isShown(item: Item, items: readonly Item[]): boolean {
  if (item.outcome !== "merged") return true;
  const isHere = (other: Item): boolean => other.table === item.table && other.row === item.row;
  const own = items.filter((other) => isHere(other) && other.role === "main");
  return own.length === 0
    ? items.find(isHere) === item && items.every((other) => !isHere(other) || other.outcome === "merged")
    : own[0] === item && own.every(({ outcome }) => outcome === "merged");
}

/** Record → the row that brought it. */
async function earlierRows(db: ReadHandle, batch: number, merged: readonly Item[]): Promise<Map<string, number>> {
  const ids = JSON.stringify(merged.map(({ id }) => id));
  if (merged.length === 0) return new Map();
  const rows = await db
    .selectFrom("stagedRows")
    .select(["record", "row"])
    .where("batch", "=", batch)
    .where("outcome", "!=", "merged")
    .where("record", "in", sql<string>`(SELECT value FROM json_each(${ids}))`)
    .execute();
  return new Map(rows.map(({ record, row }) => [record ?? "", row]));
}

/** Items of one batch as people read them, in the order given. */
export async function viewItems(db: ReadHandle, batch: number, items: readonly Item[]): Promise<ItemView[]> {
  const around: Surroundings = { tables: await stagedTables(db, batch), ...(await surroundings(db, batch, items)) };
  return items.map((item) => rowView(item, ledgerNamed(item.ledger), around));
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
  const typed = new Map<string, ReadonlySet<string>>();
  for (const [ledger, some] of Map.groupBy(items, (item) => item.ledger)) {
    const declaration = ledgerNamed(ledger);
    const ids = some.flatMap((item) => (item.version > 0 && item.id !== null ? [item.id] : []));
    for (const [id, record] of await loadRecords(db, declaration, ids)) {
      stored.set(id, record);
      refs.push({ ledger, id });
    }
    const updated = some.flatMap(({ outcome, id }) => (outcome === "updated" && id !== null ? [id] : []));
    if (updated.length > 0) for (const [id, fields] of await typedFields(db, ledger, updated)) typed.set(id, fields);
    for (const { name, to } of planOf(declaration).references) {
      for (const values of some.flatMap((item) => [item.values, stored.get(item.id ?? "")?.values ?? {}]))
        refs.push(...idsIn(values, name).map((id) => ({ ledger: to, id })));
    }
    refs.push(...some.flatMap((item) => (item.near ?? []).map(({ id }) => ({ ledger, id }))));
  }
  const titles = await titlesFor(db, refs);
  const untitled = refs.filter(({ id }) => !titles.has(id));
  for (const [id, title] of await titlesInBatch(db, batch, untitled)) titles.set(id, title);
  for (const { id, version, ledger, outcome, values } of items) {
    if (id !== null && version === 0 && outcome !== "merged") titles.set(id, titleIn(ledger, values));
  }
  const near = items.flatMap((item) => (item.near ?? []).map(({ id }) => ({ ledger: item.ledger, id })));
  return {
    stored,
    typed,
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
      if (record !== null) titles.set(record, titleIn(ledger, JSON.parse(values) as Values));
    }
  }
  return titles;
}

function titleIn(ledger: string, values: Values): string {
  const { fields, titleField } = ledgerNamed(ledger);
  const { [titleField]: field } = fields;
  return field === undefined ? "" : showValue(field, values[titleField] ?? null);
}
