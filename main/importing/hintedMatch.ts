import type { ReadRow } from "./incoming.ts";
import { identityFields, type KnownLedger } from "./knownRecords.ts";
import type { Match } from "./matchRecord.ts";
import { isSame } from "./mergeValues.ts";
import type { RowPlan } from "./rowPlan.ts";
import { cellAt } from "./sheetGrid.ts";
import type { Values } from "../../shared/api/api.ts";
import { recordNumberField } from "../../shared/wording/recordNumber.ts";

// What a row says of itself comes first. Where that does not settle whose row it is, our own exports carry a record
// number, and a file that came before is remembered row by row.

interface Hints {
  /** The record that our own record number names; null where the row has none that counts. */
  readonly told: string | null;
  /** The one record that this very row of this very file has brought before. */
  readonly before: string | null;
}

export function hintedMatch(match: Match, { told, before }: Hints): Match {
  if (told !== null && match.is === "one" && match.id !== told)
    return { is: "twin", ids: [match.id, told], message: "记录号与内容指向不同的记录，请核对" };
  for (const id of [told, before]) {
    if (id !== null && (match.is === "new" || (match.is === "twin" && match.ids.includes(id))))
      return { is: "one", id };
  }
  return match;
}

/** A number that stands in two rows was copied along with its row in Excel, and names neither. */
export function toldId(plan: RowPlan, read: ReadRow, ledger: KnownLedger): string | null {
  const at = numberColumn(plan);
  if (at < 0) return null;
  const id = read.raw[at]?.trim() ?? "";
  return id === "" || !ledger.records.has(id) || (timesTold(plan, at).get(id) ?? 0) > 1 ? null : id;
}

function numberColumn(plan: RowPlan): number {
  let at = columnsOf.get(plan);
  if (at === undefined) {
    at = plan.columns.findIndex(({ target }) => target?.own === true && target.field === recordNumberField);
    columnsOf.set(plan, at);
  }
  return at;
}
const columnsOf = new WeakMap<RowPlan, number>();

const counted = new WeakMap<RowPlan, ReadonlyMap<string, number>>();

function timesTold(plan: RowPlan, at: number): ReadonlyMap<string, number> {
  const kept = counted.get(plan);
  if (kept !== undefined) return kept;
  const times = new Map<string, number>();
  for (const row of plan.table.rows) {
    const id = cellAt(row, plan.columns[at]?.column ?? 0)?.text.trim() ?? "";
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  counted.set(plan, times);
  return times;
}

/** A name that somebody corrected since the file came stays corrected: only what the file alone says is taken. */
export function withoutOlderNames(ledger: KnownLedger, id: string, values: Values): Values {
  const stored = ledger.records.get(id)?.values ?? {};
  const named = new Set(identityFields(ledger.declaration));
  const isCorrected = (field: string): boolean =>
    named.has(field) && (stored[field] ?? null) !== null && !isSame(stored[field] ?? null, values[field] ?? null);
  return Object.fromEntries(Object.entries(values).filter(([field]) => !isCorrected(field)));
}
