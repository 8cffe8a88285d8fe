import type { Cell } from "./cells.ts";

// A sheet as a bureau receives it: title, a line with sender and unit, headings of one or two rows, data with
// subtotals, a total and notes. Pure data; writeBook.ts draws it.

export interface Column<Row> {
  readonly heading: string;
  /** Upper heading shared with its neighbours of the same group. */
  readonly group?: string;
  readonly width?: number;
  readonly cell: (row: Row, at: number) => Cell;
  /** Merge equal neighbours downwards, as done with 街道. */
  readonly mergeDown?: boolean;
  /** Add up in subtotal and total rows. */
  readonly isSummed?: boolean;
}

export interface SheetDesign<Row> {
  readonly name: string;
  /** English id of the ledger that receives the rows; null for a sheet without any. */
  readonly ledger: string | null;
  readonly title: readonly string[];
  /** Left and right text of the line between title and headings. */
  readonly above?: readonly [left: string, right: string];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Number the rows in a 序号 column (default true). */
  readonly isNumbered?: boolean;
  /** A 小计 row after each run of rows with the same group. */
  readonly subtotal?: (row: Row) => string;
  readonly total?: string;
  readonly notes?: readonly string[];
}

export interface Merge {
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
}

export interface Sheet {
  readonly name: string;
  readonly ledger: string | null;
  /** Full headings from left to right, the group before a slash. */
  readonly headings: readonly string[];
  readonly dataRows: number;
  readonly lines: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  readonly headingRows: readonly [first: number, last: number] | null;
  readonly titleRows: number;
  readonly widths: readonly number[];
}

export interface Book {
  readonly file: string;
  readonly sheets: readonly Sheet[];
}

export const emptySheet = (name: string): Sheet => ({
  name,
  ledger: null,
  headings: [],
  dataRows: 0,
  lines: [],
  merges: [],
  headingRows: null,
  titleRows: 0,
  widths: [],
});

const wholeRow = (row: number, width: number): Merge => ({ from: [row, 1], to: [row, width] });

function headingLines<Row>(columns: readonly Column<Row>[], firstRow: number): { lines: Cell[][]; merges: Merge[] } {
  if (!columns.some((column) => column.group)) return { lines: [columns.map((column) => column.heading)], merges: [] };
  const merges: Merge[] = [];
  const upper: Cell[] = [];
  columns.forEach((column, at) => {
    const isContinued = column.group !== undefined && columns[at - 1]?.group === column.group;
    upper.push(isContinued ? null : (column.group ?? column.heading));
    if (column.group === undefined) merges.push({ from: [firstRow, at + 1], to: [firstRow + 1, at + 1] });
    else if (!isContinued) {
      let last = at;
      while (columns[last + 1]?.group === column.group) last += 1;
      if (last > at) merges.push({ from: [firstRow, at + 1], to: [firstRow, last + 1] });
    }
  });
  return { lines: [upper, columns.map((column) => (column.group === undefined ? null : column.heading))], merges };
}

function sums<Row>(columns: readonly Column<Row>[], label: string, rows: readonly Row[]): Cell[] {
  return columns.map((column, at) => {
    if (at === 0) return label;
    if (!column.isSummed) return null;
    const numbers = rows.map((row, index) =>
      Number.parseFloat(String(column.cell(row, index) ?? "").normalize("NFKC")),
    );
    return numbers.filter((value) => !Number.isNaN(value)).reduce((sum, value) => sum + value, 0);
  });
}

/** Lays the rows of a design out into lines and merges. */
export function layOut<Row>(design: SheetDesign<Row>): Sheet {
  const { rows, subtotal, notes = [] } = design;
  const number: Column<Row> = { heading: "序号", width: 6, cell: (_row, at) => at + 1 };
  const isNumbered = design.isNumbered ?? true;
  const leadsWithMerge = design.columns[0]?.mergeDown === true;
  const columns = !isNumbered
    ? design.columns
    : leadsWithMerge
      ? [...design.columns.slice(0, 1), number, ...design.columns.slice(1)]
      : [number, ...design.columns];
  const width = columns.length;
  const lines: Cell[][] = [];
  const merges: Merge[] = [];

  for (const title of design.title) {
    lines.push([title]);
    merges.push(wholeRow(lines.length, width));
  }
  if (design.above) lines.push([design.above[0], ...Array.from({ length: width - 2 }, () => null), design.above[1]]);

  const firstHeading = lines.length + 1;
  const heading = headingLines(columns, firstHeading);
  lines.push(...heading.lines);
  merges.push(...heading.merges);
  const lastHeading = lines.length;

  let run: Row[] = [];
  let mergeStart = lines.length + 1;
  const closeMerge = (): void => {
    if (leadsWithMerge && lines.length > mergeStart) merges.push({ from: [mergeStart, 1], to: [lines.length, 1] });
    mergeStart = lines.length + 1;
  };
  rows.forEach((row, at) => {
    const line = columns.map((column) => column.cell(row, at));
    const previous = rows[at - 1];
    const isSameFirst = leadsWithMerge && previous !== undefined && columns[0]?.cell(previous, at - 1) === line[0];
    if (leadsWithMerge && !isSameFirst) closeMerge();
    if (isSameFirst && lines.length >= mergeStart) line[0] = null;
    lines.push(line);
    run.push(row);
    const next = rows[at + 1];
    if (subtotal && (next === undefined || subtotal(next) !== subtotal(row))) {
      closeMerge();
      lines.push(sums(columns, "小计", run));
      mergeStart = lines.length + 1;
      run = [];
    }
  });
  closeMerge();
  if (design.total) lines.push(sums(columns, design.total, rows));
  for (const note of notes) {
    lines.push([note]);
    merges.push(wholeRow(lines.length, width));
  }
  return {
    name: design.name,
    ledger: design.ledger,
    headings: columns.map((column) =>
      column.group === undefined ? column.heading : `${column.group}/${column.heading}`,
    ),
    dataRows: rows.length,
    lines,
    merges,
    headingRows: [firstHeading, lastHeading],
    titleRows: design.title.length,
    widths: columns.map((column) => column.width ?? 14),
  };
}
