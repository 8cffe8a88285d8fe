import type { MetricValue } from "../../shared/metrics/definition.ts";
import type { FigureDisplay } from "../../shared/report/document.ts";
import { changeWords, completionWords, differenceWords } from "../../shared/wording/changes.ts";
import { about, figure } from "../../shared/wording/figures.ts";

/** Printed for a figure that no record speaks of: a blank is not a zero. */
export const NO_DATA = "〔无数据〕";

const WORDS: Readonly<Record<FigureDisplay, (value: number, unit: string) => string>> = {
  plain: (value) => figure(value),
  withUnit: (value, unit) => `${figure(value)}${unit}`,
  about: (value, unit) => `${about(value)}${unit}`,
  change: (value, unit) => (unit === "%" ? changeWords(value) : differenceWords(value, unit)),
  completion: (value) => completionWords(value),
};

/** The words of a figure; NO_DATA where its value is unknown. */
export function figureWords(answer: MetricValue, display: FigureDisplay): string {
  return answer.value === null ? NO_DATA : WORDS[display](answer.value, answer.unit);
}
