import { lastYear, type Scope } from "../metrics/scope.ts";
import type { NodeScope } from "./document.ts";

/** The bounds a node is asked in. Next year means the whole of it: targets and plans are for a year, not for a half. */
export function nodeScope(own: NodeScope | undefined, report: Scope): Scope {
  if (own === undefined) return report;
  if (own === "lastYear") return lastYear(report);
  if (own === "nextYear") return wholeYear(Number(report.from.slice(0, 4)) + 1, report);
  return own;
}

/** The whole of a year for the area of the report. */
export function wholeYear(year: number, report: Scope): Scope {
  return { ...report, from: `${year}-01-01`, to: `${year}-12-31`, asOf: `${year}-12-31` };
}
