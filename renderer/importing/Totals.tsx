import type { ReactElement } from "react";
import type { ImportReport } from "../../shared/api/api.ts";

/** 合计行核对: whether the totals that the sender wrote agree with the rows. Silent where no total was written. */
export function Totals({
  report,
  onMark,
}: {
  report: ImportReport;
  onMark: (sheet: string, cell: string) => void;
}): ReactElement | null {
  const wrong = report.troubles.filter(({ kind }) => kind === "total");
  if (wrong.length === 0) return null;
  return (
    <span className="totals">
      合计行核对：
      {wrong.slice(0, 2).map(({ sheet, cell, field, message }) => (
        <button
          key={`${sheet}${cell}`}
          type="button"
          className="tag warn link"
          title={`${cell}：${message}`}
          onClick={() => onMark(sheet, cell)}
        >
          {field ?? cell} 不符
        </button>
      ))}
      {wrong.length > 2 ? `等 ${wrong.length} 处` : ""}
    </span>
  );
}
