import type { ReactElement } from "react";
import { type FittedColumn, headingOf } from "./columns.ts";

export interface Sorting {
  readonly field: string;
  readonly descending: boolean;
}

interface Props {
  readonly columns: readonly FittedColumn[];
  readonly width: number;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

/** Headings that sort: up, then down, then as it was. */
export function TableHead({ columns, width, sorting, onSort }: Props): ReactElement {
  return (
    <div className="records-head" role="row" style={{ width }}>
      <span role="columnheader" aria-label="序号" className="rn" />
      {columns.map((column) => {
        const { name, field } = column;
        const sorted = sorting?.field === name ? (sorting.descending ? "descending" : "ascending") : "none";
        return (
          <span
            key={name}
            role="columnheader"
            aria-sort={sorted}
            className={field.kind}
            style={{ width: column.width }}
          >
            <button type="button" title={headingOf(column)} onClick={() => onSort(nextSorting(sorting, name))}>
              {headingOf(column)}
              {sorted === "none" ? "" : sorted === "descending" ? " ↓" : " ↑"}
            </button>
          </span>
        );
      })}
    </div>
  );
}

function nextSorting(now: Sorting | null, field: string): Sorting | null {
  if (now?.field !== field) return { field, descending: false };
  return now.descending ? null : { field, descending: true };
}
