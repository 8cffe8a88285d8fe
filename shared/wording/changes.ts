import { figure } from "./figures.ts";

/** What a change is measured against: last year for a whole year, else the same part of it. */
export type Base = "上年" | "上年同期";

/** Percent against the same period of last year: 同比增长36.5% · 同比下降2.1% · 与上年持平. */
export function changeWords(percent: number, base: Base): string {
  const size = figure(Math.abs(percent));
  if (!/[1-9]/.test(size)) return `与${base}持平`;
  return `同比${percent > 0 ? "增长" : "下降"}${size}%`;
}

/** Difference in the metric's own unit: 比上年增加3项 · 比上年同期减少1项 · 与上年持平. */
export function differenceWords(difference: number, unit: string, base: Base): string {
  const size = figure(Math.abs(difference));
  if (!/[1-9]/.test(size)) return `与${base}持平`;
  return `比${base}${difference > 0 ? "增加" : "减少"}${size}${unit}`;
}

/** Growth from nothing has no percentage. */
export const FROM_NOTHING = "实现零的突破";

/** Percent of the year's task: 完成年度任务的224% (whether it was reached or not: the number says it). */
export function completionWords(percent: number): string {
  return `完成年度任务的${figure(percent)}%`;
}
