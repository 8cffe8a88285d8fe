import type { FoundTable } from "./findTables.ts";
import type { MatchedColumn } from "./matchColumns.ts";

/** What recognising a row's records needs to know of its table. */
export interface RowPlan {
  readonly columns: readonly Pick<MatchedColumn, "column" | "target">[];
  readonly table: Pick<FoundTable, "sheet" | "rows">;
}
