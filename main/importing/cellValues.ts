import type { Value } from "../../shared/fields/field.ts";
import type { Part } from "./rowFacts.ts";
import type { PlannedColumn } from "./tablePlan.ts";

/** A cell that was understood. */
export interface CellValue {
  readonly column: PlannedColumn;
  readonly value: Value;
  readonly raw: string;
  /** Where it goes in the row's own record; null where it is another's. */
  readonly part: Part | null;
}

/** Columns of those cells that are not among `some`. */
export function columnsBut(all: readonly CellValue[], some: readonly CellValue[]): readonly number[] {
  if (all === some) return none;
  return all.filter((cell) => !some.includes(cell)).map(({ column }) => column.column);
}

const none: readonly number[] = [];
