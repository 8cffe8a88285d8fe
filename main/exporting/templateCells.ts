import type { StageEntry, Value } from "../../shared/fields/field.ts";
import type { TemplateColumn } from "../../shared/ledgers/templateColumns.ts";
import { cellOf } from "./exportLedger.ts";

/** A stored value as the template's cell: dates as they are to be typed, of the stages the one that was reached last. */
export function templateCell(
  { field, part, ...column }: TemplateColumn,
  value: Value | null,
  titles: Readonly<Record<string, string>>,
): string | number | null {
  if (value === null) return null;
  if (part !== "value" || field.kind === "stages") {
    // Only a status has parts, and its values are entries.
    const last = lastReached(value as StageEntry[]);
    if (part === "date") return last?.date == null ? null : typed(last.date);
    return (part === "documentNo" ? last?.documentNo : last?.stage) ?? null;
  }
  if (field.kind === "date" && typeof value === "string") return typed(value);
  return cellOf({ ...field, label: column.label }, value, titles);
}

/** Half years and quarters have words of their own. */
function typed(date: string): string {
  return date
    .replace(/^(\d{4})-H([12])$/u, (_whole, year: string, half: string) => `${year}年${half === "1" ? "上" : "下"}半年`)
    .replace(/^(\d{4})-Q([1-4])$/u, "$1年第$2季度");
}

/** The newest by date; of equals, and of those without, the one written last. */
function lastReached(entries: readonly StageEntry[]): StageEntry | undefined {
  return entries.reduce<StageEntry | undefined>(
    (last, entry) => (last === undefined || (entry.date ?? last.date ?? "") >= (last.date ?? "") ? entry : last),
    undefined,
  );
}
