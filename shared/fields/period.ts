import { isPeriodText, showPeriod } from "./dateText.ts";
import type { KindOf, Options, PeriodField } from "./field.ts";
import { readDateCell } from "./readDate.ts";

/** From one date to another, each with its precision; a single date is a period of its own. */
export function period<const O extends Omit<PeriodField, "kind">>(options: Options<PeriodField, O>): PeriodField & O {
  return { kind: "period", ...options };
}

export const periodKind: KindOf<PeriodField, string> = {
  check: (_field, value) => (isPeriodText(value) ? null : "应为起止两个日期，结束不早于开始"),
  read(_field, cell) {
    const reading = readDateCell(cell);
    if (reading === null) return { value: null };
    if ("doubt" in reading) return reading;
    return { value: "start" in reading ? `${reading.start}/${reading.end}` : `${reading.date}/${reading.date}` };
  },
  show: (_field, value) => showPeriod(value),
};
