import type { TableCorrection } from "../../shared/api/importing.ts";
import type { FoundHeading } from "./findHeading.ts";
import { tableOf, type FoundTable } from "./findTables.ts";
import { lineKey, readBody } from "./readBody.ts";
import { settleBody } from "./settleBody.ts";
import type { Grid } from "./sheetGrid.ts";
import { within } from "./sideBySide.ts";
import type { Words } from "./words.ts";

// The tables of a sheet as a person says they stand. What the person does not speak of is found as ever.

/** The same tables, with the corrected ones read anew; others that lie within a corrected one are given up. */
export function* correctTables(
  grid: Grid,
  words: Words,
  tables: readonly FoundTable[],
  corrections: readonly TableCorrection[],
): Generator<void, CorrectedTable[]> {
  const result: CorrectedTable[] = tables.map((table, place) => ({ table, place }));
  for (const correction of corrections) {
    const before = tables[correction.table];
    if (before === undefined && correction.headerRows === undefined) continue;
    const table = isPlaced(correction) ? yield* readAgain(grid, words, tables, before, correction) : before;
    const place = correction.table;
    if (table !== undefined) result[Math.min(place, result.length)] = { table, place, correction };
  }
  const corrected = result.filter(({ correction }) => correction !== undefined && isPlaced(correction));
  const kept = result.filter(
    (one) => one.correction !== undefined || !corrected.some(({ table }) => overlap(table, one.table)),
  );
  return kept.sort((a, b) => topOf(a.table) - topOf(b.table));
}

export interface CorrectedTable {
  readonly table: FoundTable;
  /** Which of the sheet's tables it is, from 0, as the program found them: what a correction names. */
  readonly place: number;
  readonly correction?: TableCorrection;
}

function isPlaced({ headerRows, firstRow, lastRow }: TableCorrection): boolean {
  return headerRows !== undefined || firstRow !== undefined || lastRow !== undefined;
}

function* readAgain(
  sheet: Grid,
  words: Words,
  tables: readonly FoundTable[],
  before: FoundTable | undefined,
  { headerRows, firstRow, lastRow }: TableCorrection,
): Generator<void, FoundTable> {
  const grid = partOf(sheet, tables, before);
  const indexOf = (row: number): number => firstIndex(grid, row);
  const rows = headerRows ?? before?.headerRows ?? [];
  const top = rows.length === 0 ? null : Math.min(...rows);
  const heading: FoundHeading | null =
    top === null ? null : { top: indexOf(top), bottom: Math.max(indexOf(top), indexOf(Math.max(...rows) + 1) - 1) };
  const start = heading === null ? indexOf(firstRow ?? before?.firstRow ?? 1) : heading.bottom + 1;
  const from = firstRow === undefined ? start : Math.max(start, indexOf(firstRow));
  const to = lastRow === undefined ? grid.rows.length : Math.max(from, indexOf(lastRow + 1));
  const storeys = heading === null ? [] : grid.rows.slice(heading.top, heading.bottom + 1);
  const width = new Set(
    [...storeys, ...grid.rows.slice(from, from + 5)].flatMap(({ cells }) => cells.map(({ column }) => column)),
  ).size;
  const above = titleStart(grid, tables, before, heading?.top ?? from);
  const titles = new Set(grid.rows.slice(above, heading?.top ?? from).map(lineKey));
  const sure = new Set([firstRow, lastRow].filter((row) => row !== undefined));
  const place = { storeys, width, titles, from, to, isGiven: lastRow !== undefined, sure };
  const body = yield* readBody(grid, place, words);
  const settled = lastRow === undefined ? settleBody(body, width) : body;
  return tableOf(grid, above, heading, settled, heading?.top ?? from);
}

/** Where another table stands beside it, only the table's own columns are read. */
function partOf(grid: Grid, tables: readonly FoundTable[], before: FoundTable | undefined): Grid {
  if (before === undefined) return grid;
  const isBeside = tables.some(
    (other) => other !== before && other.firstRow <= before.lastRow && before.firstRow <= other.lastRow,
  );
  if (!isBeside) return grid;
  const columns = before.columns.map(({ column }) => column);
  return within(grid, { left: Math.min(...columns), right: Math.max(...columns) });
}

/** Titles begin below the table above. */
function titleStart(grid: Grid, tables: readonly FoundTable[], before: FoundTable | undefined, top: number): number {
  const row = grid.rows[top]?.row ?? Infinity;
  const ends = tables
    .filter((other) => other !== before && other.lastRow < row)
    .map((other) => Math.max(other.lastRow, ...other.totals.map((total) => total.row.row)));
  return Math.min(top, firstIndex(grid, Math.max(0, ...ends.filter((end) => end < row)) + 1));
}

function firstIndex(grid: Grid, row: number): number {
  const at = grid.rows.findIndex((one) => one.row >= row);
  return at < 0 ? grid.rows.length : at;
}

function overlap(a: FoundTable, b: FoundTable): boolean {
  if (topOf(a) > b.lastRow || topOf(b) > a.lastRow) return false;
  const columns = new Set(a.columns.map(({ column }) => column));
  return b.columns.some(({ column }) => columns.has(column));
}

const topOf = ({ headerRows, firstRow }: FoundTable): number => headerRows[0] ?? firstRow;
