import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { folded } from "../../shared/fields/cellText.ts";
import { decimalText, parseDecimal, shifted } from "../../shared/fields/decimal.ts";
import type { FieldKind } from "../../shared/fields/field.ts";
import { dateQuestions } from "./dateQuestions.ts";
import { addressesOf, type DoubtfulCell } from "./doubtfulCells.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";
import { termQuestion } from "./termQuestion.ts";

// What only a person can say of a column, asked once for the whole of it: 2023.1 as January or October, 0.3 as 30 % or
// 0.3 %, words that no dictionary knows. Units have a page of their own.

/** @param doubts cells of this table that could not be understood; an answered column has none of its kind left. */
export function columnQuestions(plan: TablePlan, doubts: readonly DoubtfulCell[]): ColumnQuestion[] {
  const byColumn = Map.groupBy(doubts, ({ column }) => column);
  const found = plan.columns.flatMap((planned) => {
    const cells = byColumn.get(planned.column) ?? [];
    const ask = planned.field === null || cells.length === 0 ? undefined : asks[planned.field.kind];
    return ask?.(planned, cells, plan) ?? [];
  });
  // The year is that of the table: one answer serves all its columns.
  const ofYear = found.find(({ kind }) => kind === "year");
  return found.filter((question) => question.kind !== "year" || question === ofYear);
}

type Ask = (
  column: PlannedColumn,
  cells: readonly DoubtfulCell[],
  plan: TablePlan,
) => ColumnQuestion | readonly ColumnQuestion[] | null;

const asks: { readonly [K in FieldKind]?: Ask } = {
  date: dateQuestions,
  period: dateQuestions,
  year: dateQuestions,
  percent: percentQuestion,
  choice: termQuestion,
  choices: termQuestion,
  stages: termQuestion,
};

function percentQuestion({ column, heading }: PlannedColumn, cells: readonly DoubtfulCell[]): ColumnQuestion | null {
  const bare = cells.flatMap((cell) => {
    const number = parseDecimal(folded(cell.raw).replaceAll(",", ""));
    return number === null ? [] : [{ ...cell, number }];
  });
  const [first] = bare;
  if (first === undefined) return null;
  const asFraction = decimalText(shifted(first.number, 2));
  const asPoints = decimalText(first.number);
  return {
    column,
    heading,
    kind: "percent",
    message: `“${heading}”没有百分号，“${asPoints}”可能是 ${asFraction}%，也可能是 ${asPoints}%`,
    cells: addressesOf(bare),
    choices: [
      { label: `整列是小数，${asPoints} 即 ${asFraction}%`, correction: { reading: "fraction" } },
      { label: `整列已是百分数，${asPoints} 即 ${asPoints}%`, correction: { reading: "percentPoints" } },
    ],
    presumed: null,
  };
}
