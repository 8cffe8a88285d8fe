import { withArabicDigits } from "../../shared/fields/chineseDigits.ts";
import { folded } from "../../shared/fields/cellText.ts";
import type { StageEntry, StagesField } from "../../shared/fields/field.ts";

// 有效期：三年 says how long a grant lasts, not until when.

/** The years that a cell of a validity column names; null for anything else. */
export function yearsNamed(text: string): number | null {
  const found = /^(\d{1,2})(?:周?年|个?年度)$/u.exec(withArabicDigits(folded(text)));
  return found === null ? null : Number(found[1]);
}

/** The date until which a grant lasts, as precise as the grant's own; null where no grant of the row has a date. */
export function validUntil(field: StagesField, entries: readonly StageEntry[], years: number): string | null {
  const granted = new Set(field.flow.filter(({ phase }) => phase === "granted").map(({ stage }) => stage));
  const since = entries.find(({ stage, date }) => granted.has(stage) && date !== null)?.date ?? null;
  if (since === null) return null;
  const until = `${Number(since.slice(0, 4)) + years}${since.slice(4)}`;
  return /^\d{4}-\d{2}-\d{2}$/u.test(until) ? dayBefore(until) : until;
}

function dayBefore(day: string): string {
  // 29 February of a year without one is 1 March, the day before it 28 February.
  const at = new Date(`${day.slice(0, 8)}01T00:00:00Z`);
  at.setUTCDate(Number(day.slice(8)) - 1);
  return at.toISOString().slice(0, 10);
}
