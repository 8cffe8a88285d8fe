import type { ReadHandle } from "../database/open.ts";
import type { StoredRecord } from "../../shared/api/api.ts";
import type { Field } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { recordsById } from "./readRecords.ts";
import { titlesOf } from "./titles.ts";

/** Id → what tells a record from others of the same title: numbers, years, kinds, where it belongs. */
export async function detailsFor(db: ReadHandle, refs: readonly RecordRef[]): Promise<Map<string, string>> {
  const details = new Map<string, string>();
  for (const [ledger, some] of Map.groupBy(refs, (ref) => ref.ledger)) {
    const plan = planOf(ledgerNamed(ledger));
    const records = await recordsById(
      db,
      plan,
      some.map(({ id }) => id),
    );
    const titles = await titlesOf(db, ledger, [...records.values()]);
    for (const record of records.values()) details.set(record.id, detailOf(plan, record, titles));
  }
  return details;
}

const telling: ReadonlySet<Field["kind"]> = new Set(["code", "choice", "year", "reference", "text"]);

function detailOf(
  { declaration }: LedgerPlan,
  { values }: StoredRecord,
  titles: Readonly<Record<string, string>>,
): string {
  const words: string[] = [];
  for (const name of declaration.columns ?? Object.keys(declaration.fields)) {
    const field = declaration.fields[name];
    if (field === undefined || name === declaration.titleField || !telling.has(field.kind)) continue;
    if (field.personal === true || (field.kind === "text" && field.long === true)) continue;
    const shown = showValue(field, values[name] ?? null, titles);
    if (shown !== "") words.push(shown);
    if (words.length === 3) break;
  }
  return words.join(" · ");
}
