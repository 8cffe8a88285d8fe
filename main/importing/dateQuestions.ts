import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { folded } from "../../shared/fields/cellText.ts";
import { addressesOf, type DoubtfulCell } from "./doubtfulCells.ts";
import { cellAt } from "./sheetGrid.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// Dates that may be two: 2023.1 as January or October, 12.6 as a month or a day, the number 6.1 as the first or the
// tenth; and days of which nothing tells the year.

type Choices = ColumnQuestion["choices"];

/** At most one question about how the column is written, and one about its year. */
export function dateQuestions(
  planned: PlannedColumn,
  cells: readonly DoubtfulCell[],
  plan: TablePlan,
): ColumnQuestion[] {
  return [wayOfWriting(planned, cells, plan), yearQuestion(planned, cells, plan)].flatMap((one) => one ?? []);
}

function wayOfWriting(planned: PlannedColumn, cells: readonly DoubtfulCell[], plan: TablePlan): ColumnQuestion | null {
  const { column, heading } = planned;
  const asked = (some: readonly DoubtfulCell[], message: string, choices: Choices): ColumnQuestion => ({
    column,
    heading,
    kind: "date",
    message: `“${heading}”里的${message}`,
    cells: addressesOf(some),
    choices,
    presumed: null,
  });
  const tenths = cells.filter(({ raw }) => /^(?:(?:19|20)\d{2}|1[3-9]|[2-9]\d)\.1$/u.test(folded(raw)));
  const [tenth] = tenths;
  if (tenth !== undefined) {
    const said = folded(tenth.raw);
    const year = said.slice(0, -2);
    return asked(tenths, `“${said}”存成了数值，${year}.1 和 ${year}.10 分不清，可能是 1 月，也可能是 10 月`, [
      { label: `${said} 是 1 月`, correction: { reading: "monthAfterPoint" } },
      { label: `${said} 是 10 月`, correction: { reading: "decimalYear" } },
    ]);
  }
  const pairs = planned.reading === undefined ? cells.filter(({ raw }) => isPair(folded(raw))) : [];
  const [first] = pairs;
  if (first === undefined) return null;
  const cut = pairs.find((cell) => /\.[123]$/u.test(folded(cell.raw)) && isNumber(plan, cell));
  const { seems } = planned;
  if (seems !== undefined) {
    // A number cannot be the 1st and the 10th; anything else only lacks its year.
    if (cut === undefined || plan.year === undefined) return null;
    const [said, month = "", day = ""] = partsOf(cut);
    return asked(pairs, `“${said}”存成了数值，可能是 ${day} 日，也可能是 ${day}0 日`, [
      { label: `${said} 是 ${Number(month)} 月 ${day} 日`, correction: { reading: "monthDay" } },
      { label: `${said} 是 ${Number(month)} 月 ${day}0 日`, correction: { reading: "monthDayTens" } },
    ]);
  }
  return asked(pairs, `“${folded(first.raw)}”可能是年月，也可能是月日`, [
    ...monthsOf(first, cut),
    ...daysOf(first, cut, plan.year),
  ]);
}

function monthsOf(pair: DoubtfulCell, cut: DoubtfulCell | undefined): Choices {
  const [said, year = "", month = ""] = partsOf(pair);
  const whole = `20${year.padStart(2, "0")} 年`;
  const choices: Choices = [
    { label: `${said} 是 ${whole} ${Number(month)} 月`, correction: { reading: "monthAfterPoint" } },
  ];
  if (cut === undefined || !folded(cut.raw).endsWith(".1")) return choices;
  const [number, ofCut = ""] = partsOf(cut);
  const label = `同上，但 ${number} 是 20${ofCut.padStart(2, "0")} 年 10 月`;
  return [...choices, { label, correction: { reading: "decimalYear" } }];
}

function daysOf(pair: DoubtfulCell, cut: DoubtfulCell | undefined, year: number | undefined): Choices {
  const [said, month = "", day = ""] = partsOf(pair);
  const ofYear = year === undefined ? "" : `${year} 年 `;
  const choices: Choices = [
    { label: `${said} 是 ${ofYear}${Number(month)} 月 ${Number(day)} 日`, correction: { reading: "monthDay" } },
  ];
  if (cut === undefined) return choices;
  const [number, ofCut = "", digit = ""] = partsOf(cut);
  const label = `同上，但 ${number} 是 ${Number(ofCut)} 月 ${digit}0 日`;
  return [...choices, { label, correction: { reading: "monthDayTens" } }];
}

function partsOf({ raw }: DoubtfulCell): string[] {
  const said = folded(raw);
  return [said, ...said.split(/[./-]/u)];
}

/** 12.6, 12-6: the first may be a year or a month, the second a month or a day. */
function isPair(text: string): boolean {
  const [, first = "", second = ""] = /^(\d{1,2})[./-](\d{1,2})$/u.exec(text) ?? [];
  return first !== "" && Number(first) <= 12 && Number(second) >= 1 && Number(second) <= 12;
}

function isNumber({ table }: TablePlan, { row, column }: DoubtfulCell): boolean {
  const found = table.rows.find((one) => one.row === row);
  return found !== undefined && cellAt(found, column)?.type === "number";
}

const mostYears = 3;

/** 6月15日 in a sheet that names no year at all. */
function yearQuestion(
  { column, heading, read }: PlannedColumn,
  cells: readonly DoubtfulCell[],
  plan: TablePlan,
): ColumnQuestion | null {
  if (plan.year !== undefined) return null;
  const means = (text: string, year?: number): boolean => {
    const said = read({ column, type: "text", text }, year);
    return "value" in said && said.value !== null;
  };
  const lacking = cells.filter(({ raw }) => !means(raw) && means(raw, anyLeapYear));
  const [first] = lacking;
  if (first === undefined) return null;
  return {
    column,
    heading,
    kind: "year",
    message: `“${heading}”里的“${first.raw.trim()}”没有写年份，标题、表名和文件名里也没有`,
    cells: addressesOf(lacking),
    choices: yearsWritten(plan).map((year) => ({ label: `按 ${year} 年`, correction: {}, year })),
    presumed: null,
  };
}

const anyLeapYear = 2000;

/** Years that the table's other dates name, the most frequent first. */
function yearsWritten({ columns, table }: TablePlan): number[] {
  const counts = new Map<number, number>();
  for (const { column, field } of columns) {
    if (field?.kind !== "date" && field?.kind !== "period" && field?.kind !== "year") continue;
    for (const row of table.rows.slice(0, 500)) {
      const year = Number(/^(?:19|20)\d{2}(?=[年./-]|$)/u.exec(folded(cellAt(row, column)?.text ?? ""))?.[0] ?? 0);
      if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const years = [...counts].sort(([a, x], [b, y]) => y - x || b - a).map(([year]) => year);
  return years.slice(0, mostYears);
}
