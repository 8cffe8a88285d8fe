import type { Cell } from "../database/insertMany.ts";
import type { Values } from "../../shared/api/api.ts";
import { firstDay, lastDay } from "../../shared/fields/dateText.ts";
import type { StageEntry } from "../../shared/fields/field.ts";
import { toCell } from "./cells.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";

// A record's values as the cells of its row, and its stages as the cells of theirs.

/** In the order of the ledger's columns. */
export function cellsOf({ columns }: LedgerPlan, values: Values): Cell[] {
  return columns.map(({ name }) => toCell(values[name] ?? null));
}

/** Of a row of `stages`, behind the ledger and the record. */
export const stageColumns = ["position", "stage", "date", "dateFrom", "dateTo", "documentNo", "note"] as const;
export type StageCells = readonly [number, string, ...(string | null)[]];

export function stageCells({ hasStages }: LedgerPlan, values: Values): StageCells[] {
  const entries = hasStages ? values["status"] : undefined;
  if (!Array.isArray(entries)) return [];
  // The field named `status` is the ledger's stages, in every ledger that has any.
  return (entries as StageEntry[]).map(({ stage, date, documentNo, note }, position) => {
    const [first, last] = date === null ? [null, null] : daysOf(date);
    return [position, stage, date, first, last, documentNo ?? null, note ?? null];
  });
}

/** Dates repeat; taking one apart costs as much as writing it. */
const knownDays = new Map<string, readonly [first: string, last: string]>();

function daysOf(date: string): readonly [first: string, last: string] {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  if (knownDays.size > 20_000) knownDays.clear();
  const days = [firstDay(date), lastDay(date)] as const;
  knownDays.set(date, days);
  return days;
}
