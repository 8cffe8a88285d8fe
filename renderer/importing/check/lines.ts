import type { ImportedTable, StagedRow } from "../../../shared/api/api.ts";

// Rows of the sheet as 核对 lists them. One sheet row may have brought several records; they stand in one line.

export interface Line {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  /** Place in the report's tables. */
  readonly table: number;
  /** Records of the line, the ledger's own first. */
  readonly records: readonly StagedRow[];
  readonly outcome: StagedRow["outcome"];
}

/** Staged rows in the order of the sheets → lines. */
export function linesOf(rows: readonly StagedRow[], tables: readonly ImportedTable[]): Line[] {
  const lines: Line[] = [];
  let open: StagedRow[] = [];
  let place = -1;
  const close = (): void => {
    const [first] = open;
    if (first !== undefined) lines.push(lineOf(first, open, place, tables[place]?.ledger ?? null));
    open = [];
  };
  for (const row of rows) {
    const table = tableOf(row, tables);
    const [first] = open;
    if (first === undefined || first.sheet !== row.sheet || first.row !== row.row || table !== place) close();
    place = table;
    open.push(row);
  }
  close();
  return lines;
}

function lineOf(first: StagedRow, rows: readonly StagedRow[], table: number, ledger: string | null): Line {
  const own = rows.filter((row) => row.ledger === ledger);
  const records = [...own, ...rows.filter((row) => row.ledger !== ledger)];
  const { sheet, row, position } = first;
  return { key: `${table}-${position}`, sheet, row, table, records, outcome: outcomeOf(records, own) };
}

/** What wants a person most speaks for the line. */
function outcomeOf(records: readonly StagedRow[], own: readonly StagedRow[]): StagedRow["outcome"] {
  for (const outcome of ["invalid", "twin"] as const)
    if (records.some((record) => record.outcome === outcome)) return outcome;
  if (own.some(({ outcome }) => outcome === "added")) return "added";
  if (records.some(({ outcome }) => outcome === "updated")) return "updated";
  return own.length === 0 ? (records[0]?.outcome ?? "same") : "same";
}

/** Tables may stand side by side: among those that hold the row, the one whose ledger it is. */
function tableOf({ sheet, row, ledger }: StagedRow, tables: readonly ImportedTable[]): number {
  const holds = (table: ImportedTable): boolean =>
    table.sheet === sheet && table.ledger !== null && table.firstRow <= row && row <= table.lastRow;
  const own = tables.findIndex((table) => holds(table) && table.ledger === ledger);
  return own >= 0 ? own : tables.findIndex(holds);
}

/** What the list shows: lines, and a heading where another table begins. `at` is the line's place among the lines. */
export type Entry = { readonly line: Line; readonly at: number } | { readonly table: number };

export function entriesOf(lines: readonly Line[]): Entry[] {
  return lines.flatMap((line, at): Entry[] => {
    const before = lines[at - 1];
    return before === undefined || before.table === line.table ? [{ line, at }] : [{ table: line.table }, { line, at }];
  });
}
