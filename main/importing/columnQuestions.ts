import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { folded } from "../../shared/fields/cellText.ts";
import { decimalText, parseDecimal, shifted } from "../../shared/fields/decimal.ts";
import type { FieldKind } from "../../shared/fields/field.ts";
import { addressesOf, type DoubtfulCell } from "./doubtfulCells.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";
import { termQuestion } from "./termQuestion.ts";

// What only a person can say of a column, asked once for the whole of it: 2023.1 as January or October, 0.3 as 30 % or
// 0.3 %, words that no dictionary knows. Units have a page of their own.

/** @param doubts cells of this table that could not be understood; an answered column has none of its kind left. */
export function columnQuestions(plan: TablePlan, doubts: readonly DoubtfulCell[]): ColumnQuestion[] {
  const byColumn = Map.groupBy(doubts, ({ column }) => column);
  return plan.columns.flatMap((planned) => {
    const cells = byColumn.get(planned.column) ?? [];
    const ask = planned.field === null || cells.length === 0 ? undefined : asks[planned.field.kind];
    return ask?.(planned, cells, plan) ?? [];
  });
}

type Ask = (column: PlannedColumn, cells: readonly DoubtfulCell[], plan: TablePlan) => ColumnQuestion | null;

const asks: { readonly [K in FieldKind]?: Ask } = {
  date: dateQuestion,
  period: dateQuestion,
  year: dateQuestion,
  percent: percentQuestion,
  choice: termQuestion,
  choices: termQuestion,
};

function dateQuestion({ column, heading }: PlannedColumn, cells: readonly DoubtfulCell[]): ColumnQuestion | null {
  const tenths = cells.filter(({ raw }) => /^(?:(?:19|20)\d{2}|1[3-9]|[2-9]\d)\.1$/u.test(folded(raw)));
  const pairs = cells.filter(({ raw }) => isPair(folded(raw)));
  const [tenth] = tenths;
  const [pair] = pairs;
  const about = { column, heading, kind: "date", presumed: null } as const;
  if (tenth !== undefined) {
    const said = folded(tenth.raw);
    const year = said.slice(0, -2);
    return {
      ...about,
      message: `“${heading}”里的“${said}”存成了数值，${year}.1 和 ${year}.10 分不清，可能是 1 月，也可能是 10 月`,
      cells: addressesOf(tenths),
      choices: [
        { label: `${said} 是 1 月`, correction: { reading: "monthAfterPoint" } },
        { label: `${said} 是 10 月`, correction: { reading: "decimalYear" } },
      ],
    };
  }
  if (pair === undefined) return null;
  const said = folded(pair.raw);
  const [year = "", month = ""] = said.split(/[./-]/u);
  return {
    ...about,
    message: `“${heading}”里的“${said}”可能是年月，也可能是月日`,
    cells: addressesOf(pairs),
    choices: [
      {
        label: `${said} 是 20${year.padStart(2, "0")} 年 ${Number(month)} 月`,
        correction: { reading: "monthAfterPoint" },
      },
    ],
  };
}

/** 12.6: both halves may be a month. */
function isPair(text: string): boolean {
  const [, first = "", second = ""] = /^(\d{1,2})\.(\d{1,2})$/u.exec(text) ?? [];
  return first !== "" && Number(first) <= 12 && Number(second) >= 1 && Number(second) <= 12;
}

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
