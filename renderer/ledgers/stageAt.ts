import { lastDay } from "../../shared/fields/dateText.ts";
import type { Phase, StageEntry, StagesField, Value } from "../../shared/fields/field.ts";

export interface StageShown {
  readonly stage: string;
  readonly date: string | null;
  readonly phase: Phase;
  /** Only after the as-of date: shown, but quietly. */
  readonly later: boolean;
}

/**
 * Where a record stands on a day, as the metrics count it: the step that had surely been reached last, or an undated one
 * that comes later in the flow; 到期 where its validity had run out. A record that had reached nothing yet shows its first
 * step as a later one.
 */
export function stageAt(
  field: StagesField,
  entries: readonly StageEntry[],
  values: Readonly<Record<string, Value | null>>,
  asOf: string,
): StageShown | null {
  const order = new Map(field.flow.map(({ stage }, at) => [stage, at]));
  const rank = (entry: StageEntry | undefined): number => (entry === undefined ? -1 : (order.get(entry.stage) ?? 0));
  const inOrder = entries.toSorted((a, b) => rank(a) - rank(b));
  const dated = inOrder
    .filter(({ date }) => date !== null && lastDay(date) <= asOf)
    .toSorted((a, b) => lastDay(a.date ?? "").localeCompare(lastDay(b.date ?? "")))
    .at(-1);
  const undated = inOrder.findLast(({ date }) => date === null);
  const reached = rank(undated) > rank(dated) ? undated : dated;
  const shown = reached ?? inOrder[0];
  if (shown === undefined) return null;
  const phase = field.flow.find(({ stage }) => stage === shown.stage)?.phase ?? "pipeline";
  if (reached !== undefined && phase === "granted" && runOut(field, reached, values, asOf)) {
    return { stage: "到期", date: null, phase: "ended", later: false };
  }
  return { stage: shown.stage, date: shown.date, phase, later: reached === undefined };
}

function runOut(
  field: StagesField,
  granted: StageEntry,
  values: Readonly<Record<string, Value | null>>,
  asOf: string,
): boolean {
  const until = field.expiresBy === undefined ? null : values[field.expiresBy];
  if (typeof until === "string") return lastDay(until) < asOf;
  if (field.lastsYears === undefined || field.expiresBy === undefined || granted.date === null) return false;
  const last = lastDay(granted.date);
  return `${Number(last.slice(0, 4)) + field.lastsYears}${last.slice(4)}` < asOf;
}
