import type { ImportReport } from "../../shared/api/api.ts";
import type { CellInDoubt } from "./stagedErrors.ts";
import type { Cell, ReadSheet, ReadWorkbook } from "./reading/sheet.ts";

// An original's sheets with the rows that go back: title and headings, and the rows in doubt; a short sheet as a whole.

/** Rows up to which a sheet goes back whole. */
const short = 200;
const days1904 = 1462;

export interface SheetGoingBack {
  name: string;
  rows: { row: number; cells: { column: number; value: string | number | boolean; format?: string }[] }[];
  merges: ReadSheet["merges"];
  hiddenColumns: number[];
  marks: CellInDoubt[];
}

export function sheetsGoingBack(
  { sheets }: ReadWorkbook,
  { tables }: Pick<ImportReport, "tables">,
  cells: readonly CellInDoubt[],
): SheetGoingBack[] {
  return sheets.flatMap((sheet): SheetGoingBack[] => {
    const marks = cells.filter((cell) => cell.sheet === sheet.name);
    if (marks.length === 0) return [];
    const own = tables.filter((table) => table.sheet === sheet.name);
    const wanted = rowsWanted(sheet, own, new Set(marks.map(({ row }) => row)));
    const rows = sheet.rows
      .filter(({ row }) => wanted.has(row))
      .map(({ row, cells: all }) => ({ row, cells: all.map((cell) => written(cell, sheet.date1904)) }));
    for (const merge of sheet.merges) spread(sheet, merge, rows);
    const { name, merges, hiddenColumns } = sheet;
    return [{ name, rows, merges, hiddenColumns, marks }];
  });
}

function rowsWanted(
  { rows }: ReadSheet,
  tables: ImportReport["tables"],
  marked: ReadonlySet<number>,
): ReadonlySet<number> {
  if (rows.length <= short) return new Set(rows.map(({ row }) => row));
  const wanted = new Set(marked);
  for (const [at, { headerRows, firstRow }] of tables.entries()) {
    const before = tables[at - 1]?.lastRow ?? 0;
    // Above the first table stands the title; above a later one also the totals of the one before.
    for (const { row } of rows) if (at === 0 && row < firstRow) wanted.add(row);
    for (const row of headerRows) if (row > before) wanted.add(row);
  }
  return wanted;
}

/** What stands in the first cell of a merge stands in the first of its rows that goes back. */
function spread(
  sheet: ReadSheet,
  { top, left, bottom }: ReadSheet["merges"][number],
  rows: SheetGoingBack["rows"],
): void {
  const here = rows.find(({ row }) => row >= top && row <= bottom);
  if (here === undefined || here.row === top) return;
  const cell = sheet.rows.find(({ row }) => row === top)?.cells.find(({ column }) => column === left);
  if (cell === undefined) return;
  here.cells = [...here.cells.filter(({ column }) => column !== left), written(cell, sheet.date1904)];
}

/** Digits that a number cannot hold stay text; a day counted from 1904 is counted from 1900. */
function written(
  { column, text, type, format, isDate }: Cell,
  date1904: boolean,
): SheetGoingBack["rows"][number]["cells"][number] {
  const asFormat = format === undefined ? {} : { format };
  if (type === "boolean") return { column, value: text === "TRUE" };
  if (type !== "number") return { column, value: text };
  const value = Number(text);
  if (!Number.isFinite(value) || text.replaceAll(/\D/gu, "").length > 17) return { column, value: text };
  return { column, value: date1904 && isDate === true ? value + days1904 : value, ...asFormat };
}
