import { readCell } from "../../shared/fields/index.ts";
import type { CellInput, Field, Reading, TermsOf, Value } from "../../shared/fields/field.ts";

/** Texts kept for one column. Levels, plans and dates repeat; names and figures hardly do. */
const most = 1_000;

export type ReadOfColumn = (cell: CellInput) => Reading<Value>;

/** Reads the cells of one column, each different one once. The answers are shared: nobody may change them. */
export function columnReader(field: Field, terms: TermsOf): ReadOfColumn {
  // Cells of a column differ in text, hardly ever in what else is known of them.
  let likeness: CellInput | undefined;
  let known = new Map<string, Reading<Value>>();
  return (cell) => {
    if (likeness === undefined || !isAlike(likeness, cell)) {
      likeness = cell;
      known = new Map();
    }
    const kept = known.get(cell.text);
    if (kept !== undefined) return kept;
    const reading = readCell(field, cell, terms);
    if (known.size < most) known.set(cell.text, reading);
    return reading;
  };
}

/** Whether two cells of one column may differ in their text alone. */
function isAlike(a: CellInput, b: CellInput): boolean {
  return a.type === b.type && a.year === b.year && a.isDate === b.isDate && a.isPercent === b.isPercent;
}
