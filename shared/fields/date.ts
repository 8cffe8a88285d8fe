import { isDateText, showDate } from "./dateText.ts";
import type { DateField, KindOf, Options } from "./field.ts";
import { readDateCell } from "./readDate.ts";

/** A date with the precision that somebody wrote down. */
export function date<const O extends Omit<DateField, "kind">>(options: Options<DateField, O>): DateField & O {
  return { kind: "date", ...options };
}

export const dateKind: KindOf<DateField, string> = {
  check: (_field, value) => (isDateText(value) ? null : "应为年、半年、季度、月或日，如 2012-06-15"),
  warn(_field, value) {
    const year = Number(value.slice(0, 4));
    return year < 1900 || year > 2100 ? "年份超出常见范围，请核对" : null;
  },
  read(field, cell) {
    const reading = readDateCell(cell);
    if (reading === null) return { value: null };
    if ("doubt" in reading) return reading;
    if ("start" in reading) {
      if (field.ofRange === undefined) return { doubt: `“${cell.text.trim()}”是一段时间` };
      return { value: field.ofRange === "start" ? reading.start : reading.end };
    }
    return reading.warning === undefined ? { value: reading.date } : { value: reading.date, warning: reading.warning };
  },
  show: (_field, value) => showDate(value),
};
