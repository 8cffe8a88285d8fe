import { findHeading, type FoundHeading } from "./findHeading.ts";
import { columnsOf, type TableColumn } from "./joinStoreys.ts";
import { unitNote } from "./normaliseHeading.ts";
import { lineKey, readBody, type Body, type TotalKind } from "./readBody.ts";
import { settleBody } from "./settleBody.ts";
import { ownCells, type Grid, type GridRow } from "./sheetGrid.ts";
import { bandsOf, repeatsOf, within } from "./sideBySide.ts";
import { continuation, regularBlock } from "./withoutHeading.ts";
import type { Words } from "./words.ts";

// Where on a sheet its tables stand, and which of their rows are data.

export type { TableColumn } from "./joinStoreys.ts";

/** A cell among the lines above a table. */
export interface TitleLine {
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface FoundTable {
  readonly sheet: string;
  /** Title lines, banners and notes above the heading, joined with a space. */
  readonly title: string;
  /** The same, cell by cell. */
  readonly titleLines?: readonly TitleLine[];
  /** Money unit from a note on the sheet (单位：万元). */
  readonly unit?: string;
  /** 1-based row numbers; none where a page goes on without repeating its heading. */
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly TableColumn[];
  /** Data rows in order; totals, blank rows, repeated headings, group lines and notes are not among them. */
  readonly rows: readonly GridRow[];
  /** Rows set aside as check sums. `after` counts the data rows above. */
  readonly totals: readonly { readonly row: GridRow; readonly kind: TotalKind; readonly after: number }[];
  /** Rows that only show how the form is to be filled in. */
  readonly examples?: readonly GridRow[];
}

/** All tables of a sheet, at one go. */
export function findTables(grid: Grid, words: Words, before?: FoundTable): FoundTable[] {
  const steps = findTablesInSteps(grid, words, before);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same with a rest every few dozen rows, for those who have other things to do.
 * @param before the last table of the sheet before, which may go on here without its heading.
 */
export function* findTablesInSteps(grid: Grid, words: Words, before?: FoundTable): Generator<void, FoundTable[]> {
  const bands = bandsOf(grid);
  yield;
  if (bands.length > 1) {
    const parts: FoundTable[][] = [];
    for (const band of bands) parts.push(yield* tablesDown(within(grid, band), words));
    if (areTables(parts)) return parts.flat();
  }
  return yield* tablesDown(grid, words, before);
}

/** A blank column may also run through one table: each part must have a heading that could be its own. */
function areTables(parts: readonly (readonly FoundTable[])[]): boolean {
  const tops = parts.map((tables) => tables[0]);
  const [first, ...others] = tops;
  if (first === undefined || tops.some((table) => (table?.headerRows.length ?? 0) === 0)) return false;
  const known = new Set(first.columns.map(({ heading }) => heading));
  return others.every((table) => {
    if (table === undefined) return false;
    const rows = table.headerRows.join() !== first.headerRows.join() || table.lastRow !== first.lastRow;
    return rows || table.columns.some(({ heading }) => heading !== "" && known.has(heading));
  });
}

/** No office puts thousands of tables on a sheet; a hostile file might. */
const mostHeadings = 5_000;

function* tablesDown(grid: Grid, words: Words, before?: FoundTable): Generator<void, FoundTable[]> {
  const tables: FoundTable[] = [];
  let from = 0;
  const goesOn = before === undefined ? null : continuation(grid, before, words);
  if (before !== undefined && goesOn !== null) {
    const { columns } = before;
    const place = { storeys: [], width: columns.length, titles: new Set<string>(), from: goesOn, to: grid.rows.length };
    const body = settleBody(yield* readBody(grid, place, words), columns.length);
    const { unit } = before;
    const about = { title: before.title, ...(unit === undefined ? {} : { unit }) };
    if (body.rows.length > 0) tables.push({ ...tableOf(grid, goesOn, null, body), ...about, columns });
    from = body.next;
  }
  const bands = new Map<string, Grid>();
  for (let tried = 0; from < grid.rows.length && tried < mostHeadings; tried++) {
    const heading = findHeading(grid, words, from);
    if (heading === null) break;
    const { next, found } = yield* tablesUnder(grid, from, heading, words, bands);
    tables.push(...found);
    from = next;
  }
  if (tables.length > 0) return tables;
  const block = regularBlock(grid);
  if (block === null) return [];
  const place = { storeys: [], width: block.width, titles: new Set<string>(), from: block.from, to: grid.rows.length };
  const body = settleBody(yield* readBody(grid, place, words), block.width);
  return body.rows.length === 0 ? [] : [tableOf(grid, 0, null, body, block.from)];
}

/** One table, or several where its heading begins anew to the right. */
function* tablesUnder(
  grid: Grid,
  from: number,
  heading: FoundHeading,
  words: Words,
  parts: Map<string, Grid>,
): Generator<void, { next: number; found: FoundTable[] }> {
  const storeys = grid.rows.slice(heading.top, heading.bottom + 1);
  const bands = repeatsOf(columnsOf(storeys, []));
  if (bands.length === 0) {
    const body = yield* bodyUnder(grid, from, heading, words);
    yield;
    return { next: body.next, found: body.rows.length === 0 ? [] : [tableOf(grid, from, heading, body)] };
  }
  const found: FoundTable[] = [];
  let next = from;
  for (const band of bands) {
    // Rows keep their places, so that an index means the same in every band.
    const key = `${band.left}-${band.right}`;
    const part = parts.get(key) ?? within(grid, band, true);
    parts.set(key, part);
    const body = yield* bodyUnder(part, from, heading, words);
    next = Math.max(next, body.next);
    if (body.rows.length > 0) found.push(tableOf(part, from, heading, body));
  }
  return { next, found };
}

function* bodyUnder(grid: Grid, from: number, heading: FoundHeading, words: Words): Generator<void, Body> {
  const storeys = grid.rows.slice(heading.top, heading.bottom + 1);
  const width = new Set(storeys.flatMap((row) => row.cells.map((cell) => cell.column))).size;
  const titles = new Set(grid.rows.slice(from, heading.top).map(lineKey));
  const place = { storeys, width, titles, from: heading.bottom + 1, to: grid.rows.length };
  const body = yield* readBody(grid, place, words);
  yield;
  return settleBody(body, width);
}

/** A found or given heading and what was read below it, as a table. @param from where its title lines begin. */
export function tableOf(
  grid: Grid,
  from: number,
  heading: FoundHeading | null,
  body: Body,
  top = heading?.top ?? from,
): FoundTable {
  const storeys = heading === null ? [] : grid.rows.slice(heading.top, heading.bottom + 1);
  const above = grid.rows.slice(from, top).map(lineText);
  const unit =
    above.map(unitNote).find((found) => found !== undefined) ?? body.notes.map(lineText).map(unitNote).find(Boolean);
  return {
    sheet: grid.name,
    title: above.join(" ").trim(),
    titleLines: grid.rows.slice(Math.max(from, top - mostTitleRows), top).flatMap(linesOf),
    ...(unit === undefined ? {} : { unit }),
    headerRows: storeys.map((row) => row.row),
    firstRow: body.rows[0]?.row ?? 0,
    lastRow: body.rows.at(-1)?.row ?? 0,
    columns: columnsOf(storeys, body.rows),
    rows: body.rows,
    totals: body.totals,
    ...(body.examples.length === 0 ? {} : { examples: body.examples }),
  };
}

/** No title stands further above its table; a hostile sheet may have a hundred thousand rows there. */
const mostTitleRows = 30;

function linesOf(row: GridRow): TitleLine[] {
  return ownCells(row).map(({ column, text }) => ({ row: row.row, column, text: text.trim() }));
}

function lineText(row: GridRow): string {
  return ownCells(row)
    .map((cell) => cell.text.trim())
    .join(" ");
}
