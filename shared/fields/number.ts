import { shifted, toNumber } from "./decimal.ts";
import type { KindOf, NumberField, Options } from "./field.ts";
import { isMeasure, readFigure, unitPower } from "./readNumber.ts";

/** A plain number, in `unit` where one is named. */
export function number<const O extends Omit<NumberField, "kind">>(options: Options<NumberField, O>): NumberField & O {
  return { kind: "number", ...options };
}

const sameUnit: Readonly<Record<string, string>> = {
  m2: "平方米",
  "㎡": "平方米",
  "m²": "平方米",
  平米: "平方米",
  "%": "",
};

function named(unit: string | undefined): string {
  const text = (unit ?? "").normalize("NFKC");
  return sameUnit[text] ?? text;
}

export const numberKind: KindOf<NumberField, number> = {
  check: (_field, value) => (Number.isFinite(value) ? null : "不是有效的数"),
  read(field, cell) {
    const figure = readFigure(cell);
    if (figure === null || "doubt" in figure) return figure ?? { value: null };
    const own = named(figure.unit);
    // The cell's unit outranks the heading's; 万亩 under 亩 means four places more.
    const said = own === "" ? unitPower(named(cell.unit)) : { power: 0, rest: own };
    const value = toNumber(shifted(figure.number, said.power));
    if (own !== "" && own !== field.unit && !isMeasure(own)) return { doubt: `“${cell.text.trim()}”的单位不认识` };
    if (said.rest === "" || field.unit === undefined || said.rest === field.unit) return { value };
    return { value, warning: `单位“${said.rest}”与“${field.unit}”不同，按原数录入` };
  },
  show: (_field, value) => plainNumber(value),
};

/** A number without exponent and without needless zeros. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}
