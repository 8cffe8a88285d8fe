import { describe, expect, it } from "vitest";
import type { ColumnCorrection, ColumnQuestion } from "../../../shared/api/importing.ts";
import type { Value } from "../../../shared/fields/field.ts";
import { columnQuestions } from "../../../main/importing/columnQuestions.ts";
import { readRow } from "../../../main/importing/readRow.ts";
import { builtInKnowledge } from "../../../main/importing/storedKnowledge.ts";
import { singleAmounts } from "../../../main/importing/singleAmounts.ts";
import { builtInTerms } from "../../../shared/dictionaries/index.ts";
import { nearestTerms } from "../../../main/importing/termQuestion.ts";
import { understandWorkbook } from "../../../main/importing/understandWorkbook.ts";
import { noAmounts, rowsQuestion, scaleQuestion, type KnownAmounts } from "../../../main/importing/unitQuestion.ts";
import { sheetOf, type Given } from "./sheets.ts";

const knowledge = builtInKnowledge();

/** Rows under a heading, as the named ledger reads them, with the answers given. */
async function asked(
  ledger: string,
  rows: readonly (readonly Given[])[],
  answers: ColumnCorrection[] = [],
  amounts: KnownAmounts = noAmounts,
  year?: number,
) {
  const workbook = { kind: "xlsx" as const, notes: [], sheets: [sheetOf(rows)] };
  const said = { columns: answers, ...(year === undefined ? {} : { year }) };
  const corrections = answers.length === 0 && year === undefined ? [] : [{ sheet: "Sheet1", table: 0, ...said }];
  const told = { file: "表.xlsx", ledger, corrections };
  const { tables } = await understandWorkbook(workbook, knowledge, told, async () => {});
  const plan = tables[0]?.plan;
  if (plan === null || plan === undefined) throw new Error("not understood");
  const read = plan.table.rows.map((row) => readRow(plan, row));
  const doubts = read.flatMap(({ troubles }) => troubles.filter(({ kind }) => kind === "doubt"));
  const units = plan.columns.flatMap(
    (column) => scaleQuestion(plan, column, amounts) ?? rowsQuestion(plan, column) ?? [],
  );
  const valuesOf = (field: string): (Value | null)[] =>
    read.map(
      ({ main, carried }) =>
        [...main, ...carried].map(({ values }) => values[field]).find((one) => one !== undefined) ?? null,
    );
  return { questions: [...columnQuestions(plan, doubts), ...units], valuesOf };
}

const kinds = (questions: readonly ColumnQuestion[]): string[] => questions.map(({ kind }) => kind);
const only = (questions: readonly ColumnQuestion[]): ColumnQuestion => {
  const [question, ...others] = questions;
  if (question === undefined || others.length > 0) throw new Error(JSON.stringify(questions));
  return question;
};

describe("dates that may be two", () => {
  const rows = [
    ["合同名称", "签订日期"],
    ["甲", 2023.1],
    ["乙", 2023.6],
    ["丙", 2023.1],
  ];
  it("are asked once for the column, and stay blank until then", async () => {
    const { questions, valuesOf } = await asked("technologyContracts", rows);
    const question = only(questions);
    expect(question).toMatchObject({
      column: 2,
      heading: "签订日期",
      kind: "date",
      cells: ["B2", "B4"],
      presumed: null,
    });
    expect(question.choices.map(({ label }) => label)).toEqual(["2023.1 是 1 月", "2023.1 是 10 月"]);
    expect(valuesOf("signedOn")).toEqual([null, "2023-06", null]);
  });
  it.each([
    [0, ["2023-01", "2023-06", "2023-01"]],
    [1, ["2023-10", "2023-06", "2023-10"]],
  ])("answer %i", async (choice, expected) => {
    const question = only((await asked("technologyContracts", rows)).questions);
    const answer = { column: 2, ...question.choices[choice]?.correction };
    const { questions, valuesOf } = await asked("technologyContracts", rows, [answer]);
    expect(questions).toEqual([]);
    expect(valuesOf("signedOn")).toEqual(expected);
  });
  it("are no question where the number format shows both places", async () => {
    const shown = { text: "2023.1", type: "number" as const, format: "0.00" };
    const { questions, valuesOf } = await asked("technologyContracts", [
      ["合同名称", "签订日期"],
      ["甲", shown],
    ]);
    expect(questions).toEqual([]);
    expect(valuesOf("signedOn")).toEqual(["2023-10"]);
  });
  it("ask of 12.6, but read 23.6 as June 2023", async () => {
    const pairs = [
      ["合同名称", "签订日期"],
      ["甲", 12.6],
      ["乙", 23.6],
      ["丙", "12.6"],
    ];
    const { questions, valuesOf } = await asked("technologyContracts", pairs);
    const question = only(questions);
    expect(question.cells).toEqual(["B2", "B4"]);
    expect(valuesOf("signedOn")).toEqual([null, "2023-06", null]);
    const answered = await asked("technologyContracts", pairs, [{ column: 2, ...question.choices[0]?.correction }]);
    expect(answered.questions).toEqual([]);
    expect(answered.valuesOf("signedOn")).toEqual(["2012-06", "2023-06", "2012-06"]);
  });
});

describe("months and days without a year", () => {
  const table = (title: string, ...dates: Given[]): Given[][] => [
    [title],
    ["活动名称", "活动时间", "参加人次"],
    ...dates.map((date, at): Given[] => [`${"甲乙丙丁戊己"[at]}`, date, at]),
  ];
  const start = (value: Value | null): Value | null =>
    typeof value === "string" ? (value.split("/")[0] ?? "") : value;
  const year = "2023年科技活动台账";
  it("are read by the title's year where the column shows that they are no months", async () => {
    const { questions, valuesOf } = await asked("activities", table(year, "6.30", "12.6", 11.25, "3-5", "12月8日"));
    expect(questions).toEqual([]);
    expect(valuesOf("date").map(start)).toEqual(["2023-06-30", "2023-12-06", "2023-11-25", "2023-03-05", "2023-12-08"]);
  });
  it("are asked about once where nothing shows it", async () => {
    const rows = table(year, "12.6", "11.3", "10-12");
    const question = only((await asked("activities", rows)).questions);
    expect(question).toMatchObject({ kind: "date", cells: ["B3", "B4", "B5"], presumed: null });
    expect(question.choices.map(({ label }) => label)).toEqual(["12.6 是 2012 年 6 月", "12.6 是 2023 年 12 月 6 日"]);
    const answers = question.choices.map(({ correction }) => [{ column: 2, ...correction }]);
    const months = await asked("activities", rows, answers[0]);
    const days = await asked("activities", rows, answers[1]);
    expect([months.questions, days.questions]).toEqual([[], []]);
    expect(months.valuesOf("date").map(start)).toEqual(["2012-06", "2011-03", "2010-12"]);
    expect(days.valuesOf("date").map(start)).toEqual(["2023-12-06", "2023-11-03", "2023-10-12"]);
  });
  it("may have lost the zero in front of their year as numbers, or be months beside a year's month", async () => {
    // Typed as 09.6, which a number does not keep.
    const lost = await asked("activities", table(year, 9.6, 10.5, 11.12));
    expect(only(lost.questions)).toMatchObject({ kind: "date", cells: ["B3", "B4", "B5"] });
    expect(lost.valuesOf("date")).toEqual([null, null, null]);
    const beside = await asked("activities", table(year, "9.6", "8.12", "2009.5"));
    expect(only(beside.questions)).toMatchObject({ kind: "date", cells: ["B3", "B4"] });
    const days = await asked("activities", table(year, "9.6", "8.12", "12-5"));
    expect(days.valuesOf("date").map(start)).toEqual(["2023-09-06", "2023-08-12", "2023-12-05"]);
  });
  it("may have lost a last zero as numbers", async () => {
    const rows = table(year, 6.1, 6.15, 9.3);
    const { questions, valuesOf } = await asked("activities", rows);
    expect(valuesOf("date").map(start)).toEqual([null, "2023-06-15", null]);
    const answers = only(questions).choices.map(({ correction }) => [{ column: 2, ...correction }]);
    expect((await asked("activities", rows, answers[0])).valuesOf("date").map(start)).toEqual([
      "2023-06-01",
      "2023-06-15",
      "2023-09-03",
    ]);
    expect((await asked("activities", rows, answers[1])).valuesOf("date").map(start)).toEqual([
      "2023-06-10",
      "2023-06-15",
      "2023-09-30",
    ]);
    // Whoever writes 6.05 has written the tenth as 6.1.
    const padded = await asked("activities", table(year, 6.1, 6.05, 9.15));
    expect([padded.questions, padded.valuesOf("date").map(start)]).toEqual([
      [],
      ["2023-06-10", "2023-06-05", "2023-09-15"],
    ]);
  });
  it("ask for the year of the table where nothing tells it", async () => {
    const rows = table("科技活动台账", "6月15日", "2023年3月1日", "6.30", "9.8");
    const { questions, valuesOf } = await asked("activities", rows);
    expect(only(questions)).toMatchObject({ kind: "year", cells: ["B3", "B5", "B6"], presumed: null });
    expect(only(questions).choices).toEqual([{ label: "按 2023 年", correction: {}, year: 2023 }]);
    expect(valuesOf("date").map(start)).toEqual([null, "2023-03-01", null, null]);
    const told = await asked("activities", rows, [], noAmounts, 2023);
    expect(told.questions).toEqual([]);
    expect(told.valuesOf("date").map(start)).toEqual(["2023-06-15", "2023-03-01", "2023-06-30", "2023-09-08"]);
  });
});

describe("fractions or percent", () => {
  const rows = [
    ["企业名称", "年度", "研发费用占比"],
    ["甲公司", 2023, 0.3],
    ["乙公司", 2023, 0.055],
  ];
  it.each([
    [0, [30, 5.5]],
    [1, [0.3, 0.055]],
  ])("answer %i", async (choice, expected) => {
    const { questions, valuesOf } = await asked("companyYears", rows);
    const question = only(questions);
    expect(question).toMatchObject({ kind: "percent", cells: ["C2", "C3"], presumed: null });
    expect(question.message).toContain("30%");
    expect(valuesOf("researchShare")).toEqual([null, null]);
    const answered = await asked("companyYears", rows, [{ column: 3, ...question.choices[choice]?.correction }]);
    expect(answered.questions).toEqual([]);
    expect(answered.valuesOf("researchShare")).toEqual(expected);
  });
  it("ask nothing where sign or format tell", async () => {
    const told = [
      ["企业名称", "年度", "研发费用占比"],
      ["甲公司", 2023, "5.5%"],
      ["乙公司", 2023, { text: "0.3", type: "number" as const, format: "0.00%" }],
    ];
    const { questions, valuesOf } = await asked("companyYears", told);
    expect(questions).toEqual([]);
    expect(valuesOf("researchShare")).toEqual([5.5, 30]);
  });
});

describe("words that no dictionary knows", () => {
  it("are listed with their rows and the nearest terms", async () => {
    const rows = [
      ["平台名称", "依托单位", "平台类别"],
      ["甲", "甲公司", "市级工程技术中心"],
      ["乙", "乙公司", "工程技术研究中心"],
      ["丙", "丙公司", "市级工程技术中心"],
      ["丁", "丁公司", "马戏团"],
    ];
    const question = only((await asked("platforms", rows)).questions);
    expect(question).toMatchObject({ kind: "terms", dictionary: "platformTypes", presumed: null, choices: [] });
    expect(question.terms?.map(({ text, rows: count }) => [text, count])).toEqual([
      ["市级工程技术中心", 2],
      ["马戏团", 1],
    ]);
    expect(question.terms?.[0]?.near).toContain("工程技术研究中心");
    expect(question.terms?.[1]?.near).toEqual([]);
  });
  it("are near by their pairs of characters", () => {
    const terms = [{ term: "国家级" }, { term: "省级" }, { term: "工程实验室", aliases: ["重点工程实验室"] }];
    expect(nearestTerms("省重点工程实验室", terms)).toEqual(["工程实验室"]);
    expect(nearestTerms("国家", terms)).toEqual(["国家级"]);
    expect(nearestTerms("其", terms)).toEqual([]);
    const plans = builtInTerms("plans");
    expect(nearestTerms("区里自设计划", plans)).toEqual([]);
    expect(nearestTerms("部里星火类计划", plans)[0]).toBe("国家星火计划");
  });
});

const wan = 1_000_000;

describe("money without a unit", () => {
  const rows = (...amounts: Given[]): Given[][] => [
    ["企业名称", "年度", "研发费用"],
    ...amounts.map((amount, at): Given[] => [`${"甲乙丙丁戊己"[at]}公司`, 2023, amount]),
  ];
  it("asks of one row far above all others", async () => {
    const { questions } = await asked("companyYears", rows(560, 1240, 980, "3,260,000", 210));
    expect(only(questions)).toMatchObject({ kind: "unit", column: 3, cells: ["C5"], presumed: "按“万元”导入" });
    expect(only(questions).message).toContain("可能是“元”");
    // Four rows of five are right as they are: the first answer must not spoil them.
    expect(only(questions).choices.map(({ correction }) => correction.unit)).toEqual(["万元", "元", "千元"]);
  });
  it("asks where the same organisations had a ten thousandth, or a tenth", async () => {
    const pairs = (times: number): KnownAmounts => ({
      usual: null,
      pairs: [500, 1200, 900, 210].map((one) => [one * wan, one * times * 1.1 * wan] as const),
    });
    const amounts = rows(560, 1240, 980, 210);
    expect(only((await asked("companyYears", amounts, [], pairs(10_000))).questions).message).toContain("可能是“元”");
    expect(only((await asked("companyYears", amounts, [], pairs(10))).questions).message).toContain("可能是“千元”");
    expect((await asked("companyYears", amounts, [], pairs(1))).questions).toEqual([]);
    expect((await asked("companyYears", amounts, [], pairs(3))).questions).toEqual([]);
  });
  it("asks where the ledger usually has a thousandth", async () => {
    const amounts = rows(5_600_000, 12_400_000, 9_800_000);
    const question = only((await asked("companyYears", amounts, [], { usual: 900 * wan, pairs: [] })).questions);
    expect(question.message).toContain("1 万倍");
    expect((await asked("companyYears", amounts, [], { usual: 8_000_000 * wan, pairs: [] })).questions).toEqual([]);
  });
  it("asks nothing once heading, cell, sheet or a person has said it", async () => {
    const far = [560, 1240, 980, 3_260_000, 210];
    const heading = rows(...far).with(0, ["企业名称", "年度", "研发费用（万元）"]);
    expect((await asked("companyYears", heading)).questions).toEqual([]);
    expect((await asked("companyYears", [["单位：万元"], ...rows(...far)])).questions).toEqual([]);
    expect((await asked("companyYears", rows(...far.map((one) => `${one}元`)))).questions).toEqual([]);
    const answer = only((await asked("companyYears", rows(...far))).questions).choices[1]?.correction;
    const { questions, valuesOf } = await asked("companyYears", rows(...far), [{ column: 3, ...answer }]);
    expect(kinds(questions)).toEqual([]);
    expect(valuesOf("researchExpenses")).toEqual(far.map((one) => one * 100));
  });
  it("proposes both readings of single cells, whoever has written the unit", async () => {
    const one = async (unit: string, ...amounts: Given[]) => {
      const workbook = {
        kind: "xlsx" as const,
        notes: [],
        sheets: [sheetOf(rows(...amounts).with(0, ["企业名称", "年度", `研发费用（${unit}）`]))],
      };
      const told = { file: "表.xlsx", ledger: "companyYears" };
      const { tables } = await understandWorkbook(workbook, knowledge, told, async () => {});
      const plan = tables[0]?.plan;
      const column = plan?.columns[2];
      if (plan === null || plan === undefined || column === undefined) throw new Error("not understood");
      return singleAmounts(plan, column, true).map(({ row, readings }) => [row, ...readings.map(({ value }) => value)]);
    };
    expect(await one("万元", 560, 1240, 980, "3,260,000", 210)).toEqual([[5, "3260000万元", "326万元"]]);
    // What the cell says by itself fits, whatever the column says.
    expect(await one("万元", 560, 1240, 980, "3,260,000元", 210)).toEqual([]);
    expect(await one("万元", 560, 1240, 980, "900元", 210)).toEqual([[5, "0.09万元", "900万元"]]);
    expect(await one("元", 5_600_000, 12_400_000, 9_800_000, "3260000万元")).toEqual([[5, "3260000万元", "326万元"]]);
    expect(await one("万元", 50, 80, 120, 900, 7_000, 45_000)).toEqual([]);
    expect(await one("万元", 560, 0.5, 980, 1240)).toEqual([]);
    const start = performance.now();
    expect(await one("万元", 560, 1240, 980, `${"1".repeat(32_000)})x`)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });
  it("does not take a wide spread for another unit", async () => {
    expect((await asked("companyYears", rows(50, 80, 120, 900, 7_000, 45_000))).questions).toEqual([]);
  });
});
