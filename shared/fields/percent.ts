import { spokenNumber } from "./chineseDigits.ts";
import { shifted, toNumber } from "./decimal.ts";
import type { KindOf, Options, PercentField } from "./field.ts";
import { plainNumber } from "./number.ts";
import { readFigure } from "./readNumber.ts";

/** Percent points: 30.5 means 30.5 %. */
export function percent<const O extends Omit<PercentField, "kind">>(
  options: Options<PercentField, O>,
): PercentField & O {
  return { kind: "percent", ...options };
}

/** 增长5.2%, 下降3.1%, 百分之三十 as figures; anything else stays as it is. */
function signed(text: string): string {
  const [, way = "", , figure = "", sign = ""] =
    /^(?:同比)?(增长|增加|提高|上升|下降|减少|降低)?(了)?\s*(?:百分之)?([\d.]+|[零一二三四五六七八九十百]+)\s*([%％﹪]?)$/u.exec(
      text.trim(),
    ) ?? [];
  const isSpelt = text.includes("百分之");
  if (figure === "" || (way === "" && !isSpelt) || (sign === "" && !isSpelt)) return text;
  const number = /\d/u.test(figure) ? figure : spokenNumber(figure);
  return number === null ? text : `${/下降|减少|降低/u.test(way) ? "-" : ""}${number}%`;
}

export const percentKind: KindOf<PercentField, number> = {
  check: (_field, value) => (Number.isFinite(value) ? null : "不是有效的数"),
  warn: (_field, value) => (value < -100 || value > 1000 ? "百分数超出常见范围，请核对" : null),
  read(_field, cell) {
    const figure = readFigure({ ...cell, text: signed(cell.text) });
    if (figure === null || "doubt" in figure) return figure ?? { value: null };
    const { number, unit } = figure;
    if (unit === "%" || unit === "个百分点") return { value: toNumber(number) };
    if (unit === "‰") return { value: toNumber(shifted(number, -1)) };
    if (unit !== "") return { doubt: `“${cell.text.trim()}”不是百分数` };
    // Excel stores 30.5 % as 0.305 and shows the sign by the number format.
    if (cell.isPercent) return { value: toNumber(shifted(number, 2)) };
    if (cell.unit?.normalize("NFKC").includes("%")) return { value: toNumber(number) };
    if (cell.reading === "fraction") return { value: toNumber(shifted(number, 2)) };
    const value = toNumber(number);
    if (cell.reading === "percentPoints") return { value };
    // Without any sign 0.3 may be 30 %, and 2.24 a completion of 224 %.
    if (value !== 0 && Math.abs(value) <= 10)
      return { doubt: `“${cell.text.trim()}”没有百分号，看不出是小数还是百分数` };
    return { value };
  },
  show: (_field, value) => `${plainNumber(value)}%`,
};
