import type { StageEntry, StageTerm, StagesField } from "../../shared/fields/field.ts";

/** What a row's status columns say, before they are put together. */
export interface StageParts {
  /** From the status column. */
  readonly named: readonly StageEntry[];
  /** From columns that date one stage: [stage, date]. */
  readonly dated: readonly (readonly [stage: string, date: string])[];
  /** From a column that dates whichever stage the row names. */
  readonly date: string | null;
  readonly documentNo: string | null;
  /** The stage that `date` is of where the table has no column for stages and its title names none. */
  readonly dateMeans?: string | undefined;
  /** The row's own year column as the date of the stage whose year it is, for a grant without any date. */
  readonly yearOf?: { readonly stage: string; readonly date: string } | undefined;
  /** From the sheet's title, for a row that names no stage; `date` where the title's year is the stage's. */
  readonly titled?: { readonly stage: string; readonly date: string | null } | undefined;
}

/**
 * The stages a row speaks of, in the flow's order; one entry a stage. `orphan` tells that a date or document number
 * found no stage: it is then a doubt for a person.
 */
export function stageEntries(field: StagesField, parts: StageParts): { entries: StageEntry[]; orphan: boolean } {
  const byStage = new Map<string, StageEntry>();
  const add = (entry: StageEntry): void => {
    const known = byStage.get(entry.stage);
    byStage.set(entry.stage, known === undefined ? { ...entry } : { ...known, date: known.date ?? entry.date });
  };
  for (const entry of parts.named) add(entry);
  for (const [stage, date] of parts.dated) add({ stage, date });
  const { yearOf, titled } = parts;
  if (yearOf !== undefined && byStage.size > 0 && isSpokenOf(field, yearOf.stage, [...byStage.values()]))
    add({ stage: yearOf.stage, date: parts.date === null ? yearOf.date : null });
  if (titled !== undefined && isSpokenOf(field, titled.stage, [...byStage.values()]))
    add({ stage: titled.stage, date: parts.date === null ? titled.date : null });
  if (byStage.size === 0 && parts.date !== null && parts.dateMeans !== undefined)
    add({ stage: parts.dateMeans, date: null });

  const place = (stage: string): number => field.flow.findIndex((term) => term.stage === stage);
  const entries = [...byStage.values()].sort((a, b) => place(a.stage) - place(b.stage));
  // The row's date belongs to the stage its status names, which need not be the last in the flow.
  const current = byStage.get(parts.named.at(-1)?.stage ?? "") ?? entries.at(-1);
  if (parts.date !== null && current !== undefined) current.date ??= parts.date;
  // 立项文号 beside 在研 is that of the grant.
  const isGranted = (entry: StageEntry | undefined): boolean => phaseOf(field, entry?.stage ?? "") === "granted";
  const documented = isGranted(current) ? entries.find(isGranted) : current;
  if (parts.documentNo !== null && documented !== undefined) documented.documentNo = parts.documentNo;
  return { entries, orphan: current === undefined && (parts.date !== null || parts.documentNo !== null) };
}

/** A row that names no stage is in the title's; one in a later granted stage without any date has come through it. */
function isSpokenOf(field: StagesField, stage: string, own: readonly StageEntry[]): boolean {
  if (own.length === 0) return true;
  const all = [stage, ...own.map((entry) => entry.stage)];
  return all.every((one) => phaseOf(field, one) === "granted") && own.every(({ date }) => date === null);
}

function phaseOf(field: StagesField, stage: string): StageTerm["phase"] | undefined {
  return field.flow.find((term) => term.stage === stage)?.phase;
}
