import type { Value } from "../../shared/fields/field.ts";
import type { Values } from "../../shared/api/api.ts";
import type { Item, Outcome } from "./items.ts";
import { changesOf } from "./mergeValues.ts";

/** A stored record as comparing needs it. */
export interface StoredValues {
  readonly version: number;
  readonly values: Values;
  readonly extras: Values;
}

/** Compares what the file says of a stored record with the record: 更新 or 相同, and what changes. */
export function compareItem(item: Item, stored: StoredValues): void {
  const settled = new Set(item.presumed?.filter((field) => (stored.values[field] ?? null) !== null));
  if (settled.size > 0)
    item.values = Object.fromEntries(Object.entries(item.values).filter(([field]) => !settled.has(field)));
  item.changes = changesOf(stored.values, item.values);
  item.extras = changesOf(stored.extras, item.extras);
  const fields = Object.keys(item.changes);
  const old: Values = { ...stored.extras, ...stored.values };
  item.before = Object.fromEntries(
    [...fields, ...Object.keys(item.extras)].map((field): [string, Value | null] => [field, old[field] ?? null]),
  );
  item.outcome = fields.length + Object.keys(item.extras).length > 0 ? "updated" : "same";
}

/** What came of a sheet row, which may have brought several records. */
export function rowOutcome(items: readonly Item[]): Exclude<Outcome, "merged"> {
  const main = items.filter((item) => item.role === "main");
  for (const outcome of ["invalid", "twin", "added"] as const) {
    if (main.some((item) => item.outcome === outcome)) return outcome;
  }
  const changed = items.some(
    (item) => item.role !== "stub" && (item.outcome === "updated" || item.outcome === "added"),
  );
  return changed ? "updated" : "same";
}
