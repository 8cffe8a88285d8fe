import type { ImportedTable, SheetPage } from "../../../shared/api/api.ts";

// What each row of a sheet is taken for. Pure.

export type RowRole = "title" | "heading" | "data" | "total" | "out";

export const roleWords: Readonly<Record<RowRole, string>> = {
  title: "标题、说明",
  heading: "表头",
  data: "数据",
  total: "小计、合计",
  out: "不导入",
};

/** Roles by row; rows of tables that are not imported, and those that belong to none, are `out`. */
export function rowRoles(page: SheetPage, tables: readonly ImportedTable[]): Map<number, RowRole> {
  const own = tables.filter(({ sheet, ledger }) => sheet === page.sheet && ledger !== null);
  return new Map(page.rows.map(({ row, cells }) => [row, roleOf(row, cells, own)]));
}

function roleOf(row: number, cells: SheetPage["rows"][number]["cells"], tables: readonly ImportedTable[]): RowRole {
  if (tables.some(({ headerRows }) => headerRows.includes(row))) return "heading";
  const table = tables.find(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow);
  if (table !== undefined) return isTotal(cells) ? "total" : "data";
  if (isTotal(cells) && tables.some(({ lastRow }) => row > lastRow && row <= lastRow + 3)) return "total";
  const next = tables.find(({ headerRows, firstRow }) => row < (headerRows[0] ?? firstRow));
  const above = tables.filter(({ lastRow }) => lastRow < row);
  return next !== undefined && above.length === 0 ? "title" : "out";
}

function isTotal(cells: SheetPage["rows"][number]["cells"]): boolean {
  return cells.slice(0, 3).some(({ text }) => /^(?:小计|合计|总计|共计|累计)/u.test(text.replaceAll(/\s/gu, "")));
}

/** A heading that is merged downwards from the row takes the rows below along. */
export function headingRows(page: SheetPage, row: number): number[] {
  const down = page.merges
    .filter(({ top, bottom, left, right }) => top === row && bottom - top <= 3 && right - left < 8)
    .reduce((most, { bottom }) => Math.max(most, bottom), row);
  return Array.from({ length: down - row + 1 }, (_, at) => row + at);
}
