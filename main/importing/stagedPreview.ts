import type { ReadHandle } from "../database/open.ts";
import type { ImportChange, ImportReport } from "../../shared/api/api.ts";
import type { AsDecided } from "./applyDecisions.ts";
import { mostChanges } from "./importReport.ts";
import type { Item } from "./items.ts";
import { viewItems } from "./stagedRowViews.ts";

/**
 * The first changes of a batch as decided. Of a long batch only the rows in question are told anew.
 * @param items those rows, as staged.
 */
export async function changesIn(
  db: ReadHandle,
  batch: number,
  { preview, tables }: ImportReport,
  { items, decided, isWhole }: { items: readonly Item[]; decided: AsDecided; isWhole: boolean },
): Promise<ImportChange[]> {
  const changed = decided.items.filter(({ outcome }) => outcome !== "same" && outcome !== "merged");
  const views = await viewItems(db, batch, changed.slice(0, mostChanges));
  const anew = views.map(({ ledger, outcome, title, sheet, row, fields, message }): ImportChange => ({
    ledger,
    outcome,
    title,
    sheet,
    row,
    fields: fields
      .filter((field) => field.changed || outcome !== "updated")
      .map(({ field, label, before, after }) => ({ field, label, before, after })),
    ...(message === undefined ? {} : { message }),
  }));
  if (isWhole) return anew;
  const places = new Set(items.map(({ table, row }) => `${tables[table]?.sheet} ${row}`));
  const others = preview.filter(({ sheet, row }) => !places.has(`${sheet} ${row}`));
  const order = new Map(tables.map(({ sheet }, at) => [sheet, at]));
  return [...others, ...anew]
    .sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || a.row - b.row)
    .slice(0, mostChanges);
}
