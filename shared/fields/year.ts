import type { KindOf, Options, YearField } from "./field.ts";
import { readDateCell } from "./readDate.ts";

/** A calendar year. */
export function year<const O extends Omit<YearField, "kind">>(options: Options<YearField, O>): YearField & O {
  return { kind: "year", ...options };
}

export const yearKind: KindOf<YearField, number> = {
  check: (_field, value) =>
    Number.isInteger(value) && value >= 1900 && value <= 2100 ? null : "年份应在1900至2100之间",
  read(_field, cell) {
    const reading = readDateCell(cell);
    if (reading === null) return { value: null };
    if ("doubt" in reading) return reading;
    if ("start" in reading) {
      const [from, to] = [reading.start.slice(0, 4), reading.end.slice(0, 4)];
      return from === to ? { value: Number(from) } : { doubt: `“${cell.text.trim()}”跨了几年` };
    }
    return { value: Number(reading.date.slice(0, 4)) };
  },
  show: (_field, value) => `${value}年`,
};
