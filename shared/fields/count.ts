import { shifted, toInteger } from "./decimal.ts";
import type { CountField, KindOf, Options } from "./field.ts";
import { isMeasure, readFigure, unitPower } from "./readNumber.ts";

/** A whole number of things: 家, 项, 人次. */
export function count<const O extends Omit<CountField, "kind">>(options: Options<CountField, O>): CountField & O {
  return { kind: "count", ...options };
}

export const countKind: KindOf<CountField, number> = {
  check(_field, value) {
    if (!Number.isSafeInteger(value)) return "应为整数";
    return value < 0 ? "不能小于零" : null;
  },
  read(field, cell) {
    const figure = readFigure(cell);
    if (figure === null || "doubt" in figure) return figure ?? { value: null };
    if (figure.unit !== field.unit && !isMeasure(figure.unit)) return { doubt: `“${cell.text.trim()}”的单位不认识` };
    // 万人次 in the heading; the cell's own 万 is already applied.
    const power = figure.unit === "" ? unitPower((cell.unit ?? "").normalize("NFKC")).power : 0;
    const { integer, exact } = toInteger(shifted(figure.number, power));
    if (!exact) return { doubt: `“${cell.text.trim()}”不是整数` };
    if (integer < 0n || integer > BigInt(Number.MAX_SAFE_INTEGER)) return { doubt: `“${cell.text.trim()}”不像个数` };
    return { value: Number(integer) };
  },
  show: (_field, value) => String(value),
};
