import type { RowStanding, StagedRow } from "../../../shared/api/api.ts";

// Rows of the sheet as 核对 lists them. One sheet row may have brought several records; they stand in one line.

export interface Line<R extends StagedRow = StagedRow> {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  /** Place in the report's tables. */
  readonly table: number;
  /** Records of the line, the ledger's own first. */
  readonly records: readonly R[];
  /** As the row is counted. */
  readonly standing: RowStanding;
}

/** Staged rows in the order of the sheets → lines. @param ledgerOf whose records a table lists. */
export function linesOf<R extends StagedRow>(
  rows: readonly R[],
  ledgerOf: (table: number) => string | null,
): Line<R>[] {
  return [...Map.groupBy(rows, ({ table, row }) => `${table} ${row}`).values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { sheet, row, position, table, standing } = first;
    const ledger = ledgerOf(table);
    const records = [...some.filter((one) => one.ledger === ledger), ...some.filter((one) => one.ledger !== ledger)];
    return [{ key: `${table}-${position}`, sheet, row, table, records, standing }];
  });
}

/** What the list shows: lines, and a heading where another table begins. `at` is the line's place among the lines. */
export type Entry = { readonly line: Line; readonly at: number } | { readonly table: number };

export function entriesOf(lines: readonly Line[]): Entry[] {
  return lines.flatMap((line, at): Entry[] => {
    const before = lines[at - 1];
    return before === undefined || before.table === line.table ? [{ line, at }] : [{ table: line.table }, { line, at }];
  });
}
