import { columnName } from "../../shared/wording/columnName.ts";

/** A cell of which nobody but a person can say what it means. */
export interface DoubtfulCell {
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly raw: string;
}

const mostCells = 5;

/** The first few addresses: C11. */
export function addressesOf(cells: readonly Pick<DoubtfulCell, "row" | "column">[]): string[] {
  return cells.slice(0, mostCells).map(({ row, column }) => `${columnName(column)}${row}`);
}
