import type { StageEntry, StagesField } from "../../shared/fields/field.ts";

/** What a row's status columns say, before they are put together. */
export interface StageParts {
  /** From the status column. */
  readonly named: readonly StageEntry[];
  /** From columns that date one stage: [stage, date]. */
  readonly dated: readonly (readonly [stage: string, date: string])[];
  /** From a column that dates whichever stage the row names. */
  readonly date: string | null;
  readonly documentNo: string | null;
  /** From the sheet's title, for a row that names no stage. */
  readonly titleStage?: string | undefined;
}

/**
 * The stages a row speaks of, in the flow's order; one entry a stage. `orphan` tells that a date or document number
 * found no stage: it is then a doubt for a person, never taken for a grant.
 */
export function stageEntries(field: StagesField, parts: StageParts): { entries: StageEntry[]; orphan: boolean } {
  const byStage = new Map<string, StageEntry>();
  const add = (entry: StageEntry): void => {
    const known = byStage.get(entry.stage);
    byStage.set(entry.stage, known === undefined ? { ...entry } : { ...known, date: known.date ?? entry.date });
  };
  for (const entry of parts.named) add(entry);
  for (const [stage, date] of parts.dated) add({ stage, date });
  if (byStage.size === 0 && parts.titleStage !== undefined) add({ stage: parts.titleStage, date: null });

  const place = (stage: string): number => field.flow.findIndex((term) => term.stage === stage);
  const entries = [...byStage.values()].sort((a, b) => place(a.stage) - place(b.stage));
  // The row's date belongs to the stage its status names, which need not be the last in the flow.
  const current = byStage.get(parts.named.at(-1)?.stage ?? "") ?? entries.at(-1);
  if (parts.date !== null && current !== undefined) current.date ??= parts.date;
  if (parts.documentNo !== null && current !== undefined) current.documentNo = parts.documentNo;
  return { entries, orphan: current === undefined && (parts.date !== null || parts.documentNo !== null) };
}
