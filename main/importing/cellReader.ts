import { readCell } from "../../shared/fields/index.ts";
import type { CellInput, Field, Reading, TermsOf, Value } from "../../shared/fields/field.ts";

/** Texts kept for one column. Levels, plans and dates repeat; names and figures hardly do. */
const most = 1_000;

export type ReadOfColumn = (cell: CellInput) => Reading<Value>;

/** Reads the cells of one column, each different one once. The answers are shared: nobody may change them. */
export function columnReader(field: Field, terms: TermsOf): ReadOfColumn {
  const known = new Map<string, Reading<Value>>();
  return (cell) => {
    const key = `${cell.type}\u0001${cell.year ?? ""}\u0001${cell.isDate ?? ""}${cell.isPercent ?? ""}\u0001${cell.text}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const reading = readCell(field, cell, terms);
    if (known.size < most) known.set(key, reading);
    return reading;
  };
}
