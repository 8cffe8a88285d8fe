import type { ImportedTable, ImportTrouble, RowDecision } from "../../shared/api/api.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import type { Item } from "./items.ts";

// Cells over which a person has typed what they should say: no longer in doubt.

export interface TypedCell {
  /** Place among the report's tables. */
  readonly table: number;
  readonly sheet: string;
  readonly cell: string;
}

/** @param items those of the decisions, as staged. */
export function typedCells(
  tables: readonly Pick<ImportedTable, "sheet" | "ledger" | "columns">[],
  items: readonly Item[],
  decisions: ReadonlyMap<number, RowDecision>,
): TypedCell[] {
  return items.flatMap((item): TypedCell[] => {
    const { values = {}, take = "skip" } = decisions.get(item.position ?? -1) ?? {};
    const table = tables[item.table];
    if (table === undefined || take === "skip" || Object.keys(values).length === 0) return [];
    return table.columns
      .filter(({ field, ledger }) => {
        const [name = ""] = field?.split(/[@#]/u) ?? [];
        return (ledger ?? table.ledger) === item.ledger && (values[name] ?? null) !== null;
      })
      .map(({ column }) => ({
        table: item.table,
        sheet: table.sheet,
        cell: `${columnName(column)}${item.row}`,
      }));
  });
}

/** How many of the table's doubts these cells settle. */
export function doubtsSettled(troubles: readonly ImportTrouble[], typed: readonly TypedCell[], table: number): number {
  const cells = new Set(typed.filter((one) => one.table === table).map(placeOf));
  return cells.size === 0 ? 0 : troubles.filter((one) => one.kind === "doubt" && cells.has(placeOf(one))).length;
}

export function withoutSettled(troubles: readonly ImportTrouble[], typed: readonly TypedCell[]): ImportTrouble[] {
  const cells = new Set(typed.map(placeOf));
  return troubles.filter((one) => one.kind !== "doubt" || !cells.has(placeOf(one)));
}

function placeOf({ sheet, cell }: Pick<TypedCell, "sheet" | "cell">): string {
  return `${sheet}\u0001${cell}`;
}
