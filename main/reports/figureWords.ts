import type { MetricValue } from "../../shared/metrics/definition.ts";
import { isWholeYear, type Scope } from "../../shared/metrics/scope.ts";
import type { FigureDisplay } from "../../shared/report/document.ts";
import { changeWords, completionWords, differenceWords, FROM_NOTHING } from "../../shared/wording/changes.ts";
import { about, figure } from "../../shared/wording/figures.ts";

/** Printed for a figure that no record speaks of: a blank is not a zero. */
export const NO_DATA = "〔无数据〕";

const WORDS: Readonly<Record<FigureDisplay, (value: number, unit: string, scope: Scope) => string>> = {
  plain: (value) => figure(value),
  withUnit: (value, unit) => `${figure(value)}${unit}`,
  about: (value, unit) => `${about(value)}${unit}`,
  change: (value, unit, scope) => {
    const base = isWholeYear(scope) ? "上年" : "上年同期";
    return unit === "%" ? changeWords(value, base) : differenceWords(value, unit, base);
  },
  completion: (value) => completionWords(value),
};

/** The words of a figure asked in that scope; null where its value is unknown and nothing can be said. */
export function knownWords(answer: MetricValue, display: FigureDisplay, scope: Scope): string | null {
  if (answer.value !== null) return WORDS[display](answer.value, answer.unit, scope);
  return display === "change" && growsFromNothing(answer) ? FROM_NOTHING : null;
}

/** The words of a figure; NO_DATA where its value is unknown. */
export function figureWords(answer: MetricValue, display: FigureDisplay, scope: Scope): string {
  return knownWords(answer, display, scope) ?? NO_DATA;
}

// The engine's note for a change whose base is zero; its records then are this period's alone.
function growsFromNothing({ missing, records }: MetricValue): boolean {
  return records.length > 0 && missing.some(({ reason }) => reason.endsWith("上年同期为零"));
}
