import type { ReactElement } from "react";
import type { ImportReport } from "../../shared/api/api.ts";

/** What is not imported and why: columns that no ledger has, tables that are nobody's, hidden sheets. */
export function LeftOut({ report }: { report: ImportReport }): ReactElement | null {
  const parts = leftOut(report);
  return parts.length === 0 ? null : <p className="left-out">{parts.join(" · ")}</p>;
}

export function leftOut({ tables, troubles }: Pick<ImportReport, "tables" | "troubles">): string[] {
  const unknown = tables.flatMap(({ ledger, columns }) =>
    ledger === null
      ? []
      : columns.filter(({ field, heading }) => field === null && heading !== "" && !isNumber(heading)),
  );
  const names = [...new Set(unknown.map(({ heading }) => `“${heading}”`))];
  const others = [...new Set(tables.flatMap(({ ledger, sheet }) => (ledger === null ? [`“${sheet}”`] : [])))];
  const hidden = troubles.flatMap(({ cell, kind, sheet, message }) =>
    cell === "" && kind === "warning" && sheet !== "" ? [`“${sheet}”${message}`] : [],
  );
  return [
    ...(names.length === 0
      ? []
      : [`列${names.slice(0, 6).join("、")}${names.length > 6 ? `等 ${names.length} 列` : ""}不在台账中，随本批保存`]),
    ...(others.length === 0 ? [] : [`${others.join("、")}里有表格不导入`]),
    ...hidden.slice(0, 4),
  ];
}

/** The running number is nobody's loss. */
function isNumber(heading: string): boolean {
  return /^(?:序号|编号|No\.?)$/iu.test(heading.replaceAll(/\s/gu, ""));
}
