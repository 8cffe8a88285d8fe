import type { ReactElement } from "react";
import { type CheckColumn, isNumeric } from "./checkColumns.ts";

/** Headings of one table: above the list, and within it where another table begins. */
export function CheckHead({
  columns,
  width,
  outcome,
  start,
  name,
}: {
  columns: readonly CheckColumn[];
  width: number;
  /** Of what becomes of each row. */
  outcome: number;
  /** Where it stands within the list; absent for the one on top. */
  start?: number;
  name: string;
}): ReactElement {
  return (
    <div
      className={start === undefined ? "check-head" : "check-head within"}
      role="row"
      style={{ width, ...(start === undefined ? {} : { transform: `translateY(${start}px)` }) }}
    >
      <span className="check-number" role="columnheader" title={name}>
        {start === undefined ? "原表行" : name}
      </span>
      {columns.map((column) => (
        <span
          key={column.key}
          role="columnheader"
          className={isNumeric(column.kind) ? "number" : ""}
          style={{ width: column.width }}
          title={column.heading}
        >
          {column.heading}
        </span>
      ))}
      <span className="check-outcome" role="columnheader" style={{ width: outcome }}>
        处理
      </span>
    </div>
  );
}
