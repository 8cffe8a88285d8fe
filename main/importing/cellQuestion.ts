import type { ColumnQuestion, SingleCell } from "../../shared/api/importing.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import type { SingleAmount } from "./singleAmounts.ts";
import type { PlannedColumn } from "./tablePlan.ts";
import { timesInWords } from "./unitQuestion.ts";

// Single cells whose unit may be another than their column's: asked beside the question about the column, if there is
// one, and else by themselves.

/** @param placeOf the staged value of a cell; null where there is nothing to decide about it. */
export function cellQuestion(
  { column, heading }: PlannedColumn,
  ofColumn: ColumnQuestion | null,
  amounts: readonly SingleAmount[],
  placeOf: (amount: SingleAmount) => Pick<SingleCell, "position" | "ledger" | "field"> | null,
): ColumnQuestion | null {
  const open = amounts.flatMap((amount) => {
    const place = placeOf(amount);
    return place === null ? [] : [{ amount, place }];
  });
  const [first] = open;
  if (first === undefined) return ofColumn;
  const singles = open.map(({ amount, place }) => ({
    cell: `${columnName(column)}${amount.row}`,
    raw: amount.raw,
    ...place,
    readings: amount.readings.map((one) => ({ ...one })),
  }));
  if (ofColumn !== null) return { ...ofColumn, singles };
  const { raw, times, likely } = first.amount;
  const others = open.length === 1 ? "" : `，还有 ${open.length - 1} 格也这样`;
  return {
    column,
    heading,
    kind: "cells",
    message: `“${heading}”里的“${raw.trim()}”约为同列其他行的${timesInWords(times)}，可能是“${likely}”${others}`,
    cells: singles.map(({ cell }) => cell),
    choices: [],
    singles,
    presumed: "照表上写的导入",
  };
}
