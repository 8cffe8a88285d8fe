import { folded, isApproximate, saysNothing, unreadable } from "./cellText.ts";
import { spokenNumber } from "./chineseDigits.ts";
import { type Decimal, asExcelShows, parseDecimal, shifted } from "./decimal.ts";
import type { CellInput } from "./field.ts";

/** A figure as written: its number, multipliers (万, 亿) applied, and the words after it. */
export interface Figure {
  number: Decimal;
  /** 元, 家, 人次, % …; empty where nothing follows. */
  unit: string;
}

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };
const written = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:E[+-]?\d+)?)([十百千]?万|[千百十亿])?(.*)$/iu;

/** Power of ten and rest of a unit text: 万亩 → 4, 亩. */
export function unitPower(text: string): { power: number; rest: string } {
  const match = /^([十百千]?万|[千百亿])(.*)$/u.exec(text);
  return match ? { power: powers[match[1] ?? ""] ?? 0, rest: match[2] ?? "" } : { power: 0, rest: text };
}

/**
 * Reads the figure of a cell: `423`, `4,230`, `1.2万份`, `三家`. Null is a blank cell. An approximate figure (约50),
 * a range, a date or anything else is a doubt.
 */
export function readFigure(cell: CellInput): Figure | { doubt: string } | null {
  const trouble = unreadable(cell);
  if (trouble) return trouble;
  if (saysNothing(cell.text)) return null;
  const raw = cell.text.trim();
  if (cell.type === "boolean" || cell.type === "dateIso" || cell.isDate) return { doubt: `“${raw}”不是数` };
  const text = folded(cell.text).replace(/，/gu, ",");
  if (isApproximate(text)) return { doubt: `“${raw}”是约数` };
  const match = written.exec(text);
  const [, digits = "", multiplier, unit = ""] = match ?? [];
  const parsed = parseDecimal(digits.replaceAll(",", ""));
  if (parsed) {
    const number = cell.type === "number" ? asExcelShows(parsed) : parsed;
    return { number: shifted(number, powers[multiplier ?? ""] ?? 0), unit };
  }
  const chinese = /^([零一二两三四五六七八九十百千]+)(.{0,3})$/u.exec(text);
  const value = chinese?.[1] === undefined ? null : spokenNumber(chinese[1]);
  if (value !== null) return { number: { digits: BigInt(value), scale: 0 }, unit: chinese?.[2] ?? "" };
  return { doubt: `看不出“${raw}”是多少` };
}

/** Measure words that may follow a count or a number without changing it. */
export function isMeasure(text: string): boolean {
  return /^\p{Script=Han}{0,3}$/u.test(text) && !/[元美欧日港万亿千]/u.test(text);
}
