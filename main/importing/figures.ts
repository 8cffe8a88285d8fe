import type { FieldKind } from "../../shared/fields/field.ts";

/** Figures of one data row, in the order of the table's columns; null where there is none. */
export type Figures = readonly (number | null)[];

/** Kinds whose columns a total row sums up. */
export function addsUp(kind: FieldKind): boolean {
  return kind === "money" || kind === "count" || kind === "number";
}
