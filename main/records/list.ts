import { type RawBuilder, sql, type SqlBool } from "kysely";
import { type AnyRecordRow, anyLedger, commonOf } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { ListInput, RecordPage } from "../../shared/api/api.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type ColumnSql, columnSql, sortSql } from "./columnSql.ts";
import { extraFields } from "./extraFields.ts";
import { filterSql } from "./filter.ts";
import { planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { amongIds, recordsById } from "./readRecords.ts";
import { matchSql, searchWords } from "./searchSql.ts";
import { titlesOf } from "./titles.ts";

const USUAL_LIMIT = 100;

/** One page of a ledger. Blank values stand last in either direction; equal ones in the order of their ids. */
export async function listRecords(db: ReadHandle, input: ListInput): Promise<RecordPage> {
  const declaration = ledgerNamed(input.ledger);
  const plan = planOf(declaration);
  const extras = await extraFields(db, plan.name);
  const where = sql.join(conditionsOf(declaration, extras, input), sql` AND `) as RawBuilder<SqlBool>;
  const from = anyLedger(db)
    .selectFrom(sql<AnyRecordRow>`${sql.table(plan.name)}`.as("t"))
    .where(where);

  let query = from.select("t.id");
  for (const { field, descending } of input.sort ?? []) {
    const by = sortBy(columnSql(declaration, extras, field));
    query = query.orderBy(by, (order) => (descending === true ? order.desc() : order.asc()).nullsLast());
  }
  query = query
    .orderBy(sql`t.id`)
    .limit(input.limit ?? USUAL_LIMIT)
    .offset(input.offset ?? 0);
  // A search reads every text, so the total is counted along with the page; elsewhere an index counts faster.
  const searches = searchWords(input.search ?? "").length > 0;
  const along = searches ? sql<number | null>`count(*) OVER ()` : sql<number | null>`NULL`;
  const page = await query.select(along.as("total")).execute();
  const ids = page.map((row) => commonOf(row).id);
  const total = page[0]?.total ?? (await count(from.select(({ fn }) => fn.countAll<number>().as("total"))));
  const found = await recordsById(db, plan, ids);
  const records = ids.flatMap((id) => found.get(id) ?? []);
  return { total, records, titles: await titlesOf(db, plan.name, records) };
}

async function count(query: { executeTakeFirst(): Promise<{ total: number } | undefined> }): Promise<number> {
  return (await query.executeTakeFirst())?.total ?? 0;
}

function conditionsOf(
  declaration: LedgerDeclaration,
  extras: readonly ExtraField[],
  { search, filter, ids, deleted }: ListInput,
): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [
    deleted === true ? sql`t.deletedAt IS NOT NULL` : sql`t.deletedAt IS NULL`,
  ];
  if (ids !== undefined) conditions.push(sql`t.id IN ${amongIds(ids)}`);
  for (const condition of filter ?? []) {
    conditions.push(filterSql(columnSql(declaration, extras, condition.field), condition));
  }
  for (const word of searchWords(search ?? "")) conditions.push(foundSql(declaration, word));
  return conditions;
}

/** The word stands in the record itself or in one that it points at: certificates are looked for by company. */
function foundSql(declaration: LedgerDeclaration, word: string): RawBuilder<SqlBool> {
  const found = (ledger: string) =>
    sql`(SELECT record FROM searchTexts WHERE ledger = ${ledger} AND ${matchSql([word])})`;
  const places = [sql`t.id IN ${found(declaration.name)}`];
  for (const { name, to, many } of planOf(declaration).references) {
    const field = sql.ref(`t.${name}`);
    places.push(
      many
        ? sql`EXISTS (SELECT 1 FROM json_each(${field}) AS item WHERE item.value IN ${found(to)})`
        : sql`${field} IN ${found(to)}`,
    );
  }
  return sql`(${sql.join(places, sql` OR `)})`;
}

/** References sort by the title that people see, not by the id. */
function sortBy(column: ColumnSql): RawBuilder<unknown> {
  const { field } = column;
  if (field?.kind !== "reference") return sortSql(column, null);
  const { name, titleField, fields } = ledgerNamed(field.to);
  if (fields[titleField]?.kind === "stages") return sortSql(column, null);
  return sortSql(
    column,
    sql`(SELECT ${sql.ref(`r.${titleField}`)} FROM ${sql.table(name)} AS r WHERE r.id = ${column.value})`,
  );
}
