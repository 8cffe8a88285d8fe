import { anyLedger, commonOf } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { fromCell } from "./cells.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { amongIds } from "./readRecords.ts";

/** The words for every id that these records' reference fields point at. */
export async function titlesOf(
  db: ReadHandle,
  ledger: string,
  records: readonly Pick<StoredRecord, "values">[],
): Promise<Record<string, string>> {
  const refs: RecordRef[] = [];
  for (const { name, to } of planOf(ledgerNamed(ledger)).references) {
    for (const { values } of records) {
      for (const id of idsIn(values, name)) refs.push({ ledger: to, id });
    }
  }
  return Object.fromEntries(await titlesFor(db, refs));
}

/** Id → title for any records of any ledgers, removed ones too; one query for each ledger. */
export async function titlesFor(db: ReadHandle, refs: readonly RecordRef[]): Promise<Map<string, string>> {
  const byLedger = new Map<string, Set<string>>();
  for (const { ledger, id } of refs) {
    const ids = byLedger.get(ledger);
    if (ids === undefined) byLedger.set(ledger, new Set([id]));
    else ids.add(id);
  }
  const titles = new Map<string, string>();
  for (const [ledger, ids] of byLedger) await addTitles(db, planOf(ledgerNamed(ledger)), [...ids], titles, 2);
  return titles;
}

export async function titleOf(db: ReadHandle, plan: LedgerPlan, id: string): Promise<string> {
  return (await titlesFor(db, [{ ledger: plan.name, id }])).get(id) ?? plan.declaration.title;
}

/** The ids in a reference field; blank is none. */
export function idsIn(values: Values, field: string): string[] {
  const value = values[field] ?? null;
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** A ledger whose title field is itself a reference (a certificate goes by its company) borrows that record's title. */
async function addTitles(
  db: ReadHandle,
  { name, declaration }: LedgerPlan,
  ids: readonly string[],
  titles: Map<string, string>,
  depth: number,
): Promise<void> {
  const { titleField, title } = declaration;
  const field = declaration.fields[titleField];
  if (field === undefined || field.kind === "stages") return;
  const rows = await anyLedger(db)
    .selectFrom(name)
    .select(["id", titleField])
    .where("id", "in", amongIds(ids))
    .execute();
  if (field.kind === "reference" && depth > 0) {
    const borrowed = new Map<string, string>();
    const targets = rows.flatMap((row) => (typeof row[titleField] === "string" ? [row[titleField]] : []));
    await addTitles(db, planOf(ledgerNamed(field.to)), [...new Set(targets)], borrowed, depth - 1);
    for (const row of rows) titles.set(commonOf(row).id, borrowed.get(String(row[titleField])) ?? title);
    return;
  }
  for (const row of rows) {
    const shown = showValue(field, fromCell(field.kind, row[titleField]));
    titles.set(commonOf(row).id, shown === "" ? title : shown);
  }
}
