import type { ReactElement } from "react";
import type { SheetPage } from "../../../shared/api/api.ts";
import { columnName } from "../../../shared/wording/columnName.ts";
import { type RowRole, roleWords } from "./rowRoles.ts";

/** A sheet as Excel shows it, every row coloured by what it is taken for; a click on a row says otherwise. */
export function SheetGrid({
  page,
  roles,
  from,
  to,
  onRow,
}: {
  page: SheetPage;
  roles: ReadonlyMap<number, RowRole>;
  /** Rows shown, blank ones included. */
  from: number;
  to: number;
  onRow: (row: number, extend: boolean) => void;
}): ReactElement {
  const width = Math.min(
    60,
    page.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 1),
  );
  const columns = Array.from({ length: width }, (_, at) => at + 1);
  const texts = new Map(
    page.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.column, cell.text]))]),
  );
  const hidden = new Set(page.rows.flatMap(({ row, hidden: is }) => (is ? [row] : [])));
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  const { anchors, covered } = spans(page, width, from, to);
  return (
    <table className="sheet-grid">
      <thead>
        <tr>
          <th className="corner" />
          {columns.map((column) => (
            <th key={column} className={page.hiddenColumns.includes(column) ? "hidden" : ""}>
              {columnName(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const role = roles.get(row) ?? "out";
          return (
            <tr key={row} className={role} onClick={(event) => onRow(row, event.shiftKey)}>
              <th scope="row">
                <button
                  type="button"
                  aria-label={`第 ${row} 行，${roleWords[role]}`}
                  title={hidden.has(row) ? "隐藏的行" : roleWords[role]}
                >
                  {row}
                  {role === "heading" ? <small>表头</small> : role === "total" ? <small>合计</small> : null}
                </button>
              </th>
              {columns.map((column) => {
                const key = `${row} ${column}`;
                if (covered.has(key)) return null;
                const text = texts.get(row)?.get(column) ?? "";
                return (
                  <td key={column} title={text} {...anchors.get(key)}>
                    {text}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Merges as spans of their first cell; what lies under them is not drawn. */
function spans({ merges }: SheetPage, width: number, from: number, to: number) {
  const anchors = new Map<string, { colSpan: number; rowSpan: number }>();
  const covered = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    const [last, below] = [Math.min(right, width), Math.min(bottom, to)];
    if (top < from || left > width || (below - top + 1) * (last - left + 1) > 10_000) continue;
    anchors.set(`${top} ${left}`, { colSpan: last - left + 1, rowSpan: below - top + 1 });
    for (let row = top; row <= below; row++)
      for (let column = left; column <= last; column++)
        if (row !== top || column !== left) covered.add(`${row} ${column}`);
  }
  return { anchors, covered };
}
