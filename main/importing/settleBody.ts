import { isMissing, isNumeric } from "./cellKinds.ts";
import { columnKinds, type ColumnKinds } from "./columnKinds.ts";
import { plainText } from "./rowKinds.ts";
import type { Body } from "./readBody.ts";
import { cellAt, ownCells, type GridCell, type GridRow } from "./sheetGrid.ts";

// What only the whole table tells: lines after its end that are no data, a last row of sums without a word, and rows
// that stand for parts of a country among those of its provinces.

export function settleBody(body: Body, width: number): Body {
  const kinds = columnKinds();
  for (const row of body.rows.slice(0, 50)) kinds.add(ownCells(row));
  return withAggregates(withUnnamedTotal(withoutTail(body, width, kinds), kinds));
}

/** Signatures, dates and remarks below a table: few cells, no figures, and set apart from the rows or unlike them. */
function withoutTail(body: Body, width: number, kinds: ColumnKinds): Body {
  const { rows } = body;
  const usual = usualWidth(rows);
  if (width < 3 || usual < 3) return body;
  let from = rows.length;
  while (from > 1 && isThin(rows[from - 1], usual)) from--;
  for (let at = from; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined || !isOutside(row, lastBefore(body, row, rows[at - 1]), kinds)) continue;
    return { ...body, rows: rows.slice(0, at), notes: [...body.notes, ...rows.slice(at)], totals: body.totals };
  }
  return body;
}

function usualWidth(rows: readonly GridRow[]): number {
  const widths = rows.slice(0, 50).map((row) => ownCells(row).length);
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
}

function isThin(row: GridRow | undefined, usual: number): boolean {
  const cells = row === undefined ? [] : ownCells(row).filter((cell) => cell.filled === undefined);
  return cells.length <= Math.max(1, usual * 0.35) && !cells.some(isNumeric);
}

/** The row number of what stands last before a row: data or a total. */
function lastBefore({ totals }: Body, { row }: GridRow, data: GridRow | undefined): { row: number; isTotal: boolean } {
  const total = totals.findLast((one) => one.row.row < row)?.row.row ?? 0;
  return { row: Math.max(total, data?.row ?? 0), isTotal: total > (data?.row ?? 0) };
}

function isOutside(row: GridRow, before: { row: number; isTotal: boolean }, kinds: ColumnKinds): boolean {
  if (row.row - before.row > 1 || before.isTotal) return true;
  const cells = ownCells(row);
  const [first] = cells;
  if (first === undefined || cells.length > 1) return false;
  if (row.cells.filter((cell) => cell.filled === "across").length > 0 || first.text.length > 25) return true;
  if (/^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/u.test(plainText(first))) return true;
  return kinds.isFigures(first.column) && !isMissing(first.text);
}

/** A last row of nothing but figures, each the sum of those above it. */
function withUnnamedTotal(body: Body, kinds: ColumnKinds): Body {
  const { rows } = body;
  const last = rows.at(-1);
  if (last === undefined || rows.length < 4) return body;
  const cells = ownCells(last);
  if (cells.length === 0 || !cells.every((cell) => isNumeric(cell) && kinds.isFigures(cell.column))) return body;
  const above = rows.slice(0, -1);
  if (!above.slice(0, 50).every((row) => ownCells(row).some((cell) => !isNumeric(cell)))) return body;
  if (!cells.every((cell) => isSum(above, cell)) || cells.every((cell) => numberOf(cell) === 0)) return body;
  return { ...body, rows: above, totals: [...body.totals, { row: last, kind: "total", after: above.length }] };
}

function isSum(rows: readonly GridRow[], { column, ...cell }: GridCell): boolean {
  const written = numberOf(cell);
  let sum = 0;
  for (const row of rows) sum += numberOf(cellAt(row, column)) || 0;
  return Number.isFinite(written) && Math.abs(sum - written) <= 1e-6 * Math.max(1, Math.abs(written));
}

const numberOf = (cell: { text: string } | undefined): number => Number((cell?.text ?? "").replace(/[,，\s]/gu, ""));

const compass =
  /^(?:[东中西]部|东北|西北|西南|东南|华北|华东|华中|华南|中南)(?:地区|区域|各省)?$|^(?:east|middle|central|west|northeast)(?:ern)?region$/u;

/** 东部地区 among provinces is a part of the whole; where most rows are such parts they are the data. */
function withAggregates(body: Body): Body {
  const found = new Set<GridRow>();
  for (const row of body.rows) {
    const first = row.cells.slice(0, 3).find((cell) => cell.type === "text" && !isNumeric(cell));
    if (first === undefined || first.text.length > 24 || !/^\s*[东中西华emcwn]/iu.test(first.text)) continue;
    if (compass.test(plainText(first)) && row.cells.some(isNumeric)) found.add(row);
  }
  const others = body.rows.length - found.size;
  if (found.size < 2 || others < 5 || found.size > others / 2 || found.size > 9) return body;
  const rows: GridRow[] = [];
  const totals: Body["totals"] = [];
  const waiting = body.totals.toReversed();
  const settleBefore = (row: number): void => {
    for (let next = waiting.at(-1); next !== undefined && next.row.row < row; next = waiting.at(-1)) {
      waiting.pop();
      totals.push({ ...next, after: rows.length });
    }
  };
  for (const row of body.rows) {
    settleBefore(row.row);
    if (found.has(row)) totals.push({ row, kind: "aggregate", after: rows.length });
    else rows.push(row);
  }
  settleBefore(Infinity);
  return { ...body, rows, totals };
}
