import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareDates,
  firstDay,
  isDateText,
  isPeriodText,
  lastDay,
  showDate,
  showPeriod,
} from "../../../shared/fields/dateText.ts";
import { serialDay } from "../../../shared/fields/excelSerial.ts";
import { date, period, readCell, showValue, year } from "../../../shared/fields/index.ts";
import { noTerms, numberCell, textCell } from "./cell.ts";

const day = date({ label: "认定时间" });
const until = date({ label: "有效期", ofRange: "end" });
const span = period({ label: "起止年限" });

describe("date texts", () => {
  test.each([
    ["2012", "2012-01-01", "2012-12-31", "2012年"],
    ["2012-H1", "2012-01-01", "2012-06-30", "2012年上半年"],
    ["2012-H2", "2012-07-01", "2012-12-31", "2012年下半年"],
    ["2012-Q3", "2012-07-01", "2012-09-30", "2012年三季度"],
    ["2012-02", "2012-02-01", "2012-02-29", "2012年2月"],
    ["2012-06-15", "2012-06-15", "2012-06-15", "2012年6月15日"],
  ])("%s", (text, first, last, shown) => {
    expect(isDateText(text)).toBe(true);
    expect(firstDay(text)).toBe(first);
    expect(lastDay(text)).toBe(last);
    expect(showDate(text)).toBe(shown);
  });
  test("days that are none", () => {
    for (const text of ["2013-02-29", "2012-13", "2012-00", "2012-6", "2012-Q5", "12-06", "", "2012/06", "1900-02-29"])
      expect({ text, is: isDateText(text) }).toEqual({ text, is: false });
  });
  test("periods", () => {
    expect(isPeriodText("2011-03/2013-02")).toBe(true);
    expect(isPeriodText("2013-02/2011-03")).toBe(false);
    expect(firstDay("2011-03/2013-02")).toBe("2011-03-01");
    expect(lastDay("2011-03/2013-02")).toBe("2013-02-28");
    expect(showPeriod("2011-03/2013-02")).toBe("2011年3月—2013年2月");
    expect(showPeriod("2012/2012")).toBe("2012年");
  });
  test("order is by first possible day, the narrower first", () => {
    expect(["2012", "2012-Q2", "2012-01-01", "2011-H2", "2012-01"].toSorted(compareDates)).toEqual([
      "2011-H2",
      "2012-01-01",
      "2012-01",
      "2012",
      "2012-Q2",
    ]);
  });
});

describe("Excel serial numbers", () => {
  test.each([
    ["1", false, "1900-01-01"],
    ["59", false, "1900-02-28"],
    ["61", false, "1900-03-01"],
    ["45078", false, "2023-06-01"],
    ["44431.999", false, "2021-08-23"],
    ["0", true, "1904-01-01"],
    ["43616", true, "2023-06-01"],
    ["2958465", false, "9999-12-31"],
  ])("%s (1904: %s)", (serial, date1904, expected) => expect(serialDay(serial, date1904)).toBe(expected));
  test("the 29 February 1900 that Excel invented, and nonsense", () => {
    for (const serial of ["60", "0", "-1", "x", "2958466"])
      expect({ serial, day: serialDay(serial, false) }).toEqual({ serial, day: null });
  });
  test("agrees with the calendar of JavaScript on every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 80_000 }), (serial) => {
        const expected = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(serialDay(String(serial), false)).toBe(expected);
      }),
    );
  });
});

describe("date cells", () => {
  test.each([
    ["2023年6月", "2023-06"],
    ["2023年06月", "2023-06"],
    ["2023.6", "2023-06"],
    ["2023.10", "2023-10"],
    ["2023.1", "2023-01"],
    ["2023.06.01", "2023-06-01"],
    ["2023/6/1", "2023-06-01"],
    ["2023-06", "2023-06"],
    ["2023-06-01 00:00:00", "2023-06-01"],
    ["2023-6-1 9:30", "2023-06-01"],
    ["20230601", "2023-06-01"],
    ["202306", "2023-06"],
    ["2023年", "2023"],
    ["2023年度", "2023"],
    ["２０２３年６月１日", "2023-06-01"],
    ["2023 年 6 月 1 日", "2023-06-01"],
    ["2023年6月1号", "2023-06-01"],
    ["2023年6月1日（周四）", "2023-06-01"],
    ["2023年6月1日上午9:00", "2023-06-01"],
    ["二〇二三年六月", "2023-06"],
    ["二○一二年十二月二十五日", "2012-12-25"],
    ["二零二三年", "2023"],
    ["23.6", "2023-06"],
    ["23.6.1", "2023-06-01"],
    ["12年6月", "2012-06"],
    ["2023年上半年", "2023-H1"],
    ["2023下半年", "2023-H2"],
    ["2023年一季度", "2023-Q1"],
    ["2023年第四季度", "2023-Q4"],
    ["2023Q2", "2023-Q2"],
    ["2012-Q3", "2012-Q3"],
    ["2012-H1", "2012-H1"],
    ["2023年6月份", "2023-06"],
    ["2023年6月底", "2023-06"],
    ["2012年2月29日", "2012-02-29"],
  ])("text %s", (text, expected) => expect(readCell(day, textCell(text), noTerms)).toEqual({ value: expected }));

  test.each([
    ["6月15日", "2012-06-15"],
    ["6月", "2012-06"],
    ["6.15", "2012-06-15"],
    ["上半年", "2012-H1"],
    ["三季度", "2012-Q3"],
    ["十月", "2012-10"],
  ])("%s takes the year of the row", (text, expected) => {
    expect(readCell(day, textCell(text, { year: 2012 }), noTerms)).toEqual({ value: expected });
    expect(readCell(day, textCell(text), noTerms)).toHaveProperty("doubt");
  });

  test("年底 is December, with a word about it", () => {
    expect(readCell(day, textCell("年底", { year: 2012 }), noTerms)).toMatchObject({
      value: "2012-12",
      warning: /12月/u,
    });
    expect(readCell(day, textCell("2012年年底"), noTerms)).toMatchObject({ value: "2012-12" });
  });

  test.each([
    ["2023.1", "doubt"],
    ["23.1", "doubt"],
    ["2023.11", "2023-11"],
    ["2023.12", "2023-12"],
    ["2023.6", "2023-06"],
    ["2023", "2023"],
    ["20230601", "2023-06-01"],
    ["202306", "2023-06"],
    ["45078", "2023-06-01"],
    ["12.6", "doubt"],
    ["99999", "doubt"],
    ["3.7", "doubt"],
  ])("number %s", (text, expected) => {
    const reading = readCell(day, numberCell(text), noTerms);
    expect("doubt" in reading ? "doubt" : reading.value).toBe(expected);
  });

  test("date formats and ISO cells", () => {
    expect(readCell(day, numberCell("45078.75", { isDate: true }), noTerms)).toEqual({ value: "2023-06-01" });
    expect(readCell(day, numberCell("43616", { isDate: true, date1904: true }), noTerms)).toEqual({
      value: "2023-06-01",
    });
    expect(readCell(day, { text: "2021-08-23T00:00:00", type: "dateIso" }, noTerms)).toEqual({ value: "2021-08-23" });
    expect(readCell(day, numberCell("60", { isDate: true }), noTerms)).toHaveProperty("doubt");
  });

  test.each([
    "长期",
    "2013年2月29日",
    "2023年13月",
    "2023.6-2025.5",
    "2012—2013",
    "2012.6、2012.9",
    "待定",
    "1/2",
    "20231301",
  ])("doubt: %s", (text) => expect(readCell(day, textCell(text, { year: 2012 }), noTerms)).toHaveProperty("doubt"));

  test.each(["", "—", "/", "无", "空", "……", "-", "　", "暂无"])("blank: %s", (text) =>
    expect(readCell(day, textCell(text), noTerms)).toEqual({ value: null }),
  );

  test("the end of a written range, where the field is one", () => {
    expect(readCell(until, textCell("2012.11.8-2015.11.7"), noTerms)).toEqual({ value: "2015-11-07" });
  });
});

describe("period cells", () => {
  test.each([
    ["2023.6-2025.5", "2023-06/2025-05"],
    ["2023年6月至2025年5月", "2023-06/2025-05"],
    ["2023年6月—2025年5月", "2023-06/2025-05"],
    ["2011-2013", "2011/2013"],
    ["2011-2013年", "2011/2013"],
    ["2011年-2013年", "2011/2013"],
    ["2023.6.1~2025.5.31", "2023-06-01/2025-05-31"],
    ["2023/6/1-2025/5/31", "2023-06-01/2025-05-31"],
    ["2023年6月-8月", "2023-06/2023-08"],
    ["2012年5月20日至26日", "2012-05-20/2012-05-26"],
    ["2012年5月20-26日", "2012-05-20/2012-05-26"],
    ["2012年5月20日-6月2日", "2012-05-20/2012-06-02"],
    ["2011-03/2013-02", "2011-03/2013-02"],
    ["2012年", "2012/2012"],
    ["2012.6.15", "2012-06-15/2012-06-15"],
  ])("%s", (text, expected) => expect(readCell(span, textCell(text), noTerms)).toEqual({ value: expected }));
  test.each(["2013-2011", "3年", "长期"])("doubt: %s", (text) =>
    expect(readCell(span, textCell(text), noTerms)).toHaveProperty("doubt"),
  );
});

test.each([
  ["2012", 2012],
  ["2012年度", 2012],
  ["二〇一二年", 2012],
  ["2012.6", 2012],
])("year cell %s", (text, expected) => {
  expect(readCell(year({ label: "年度" }), textCell(text), noTerms)).toEqual({ value: expected });
});

const two = (n: number) => String(n).padStart(2, "0");

/** Any date text on a real day. */
const anyDate = fc
  .record({
    y: fc.integer({ min: 1950, max: 2049 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
    p: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ y, m, d, p }) => {
    return (
      [`${y}`, `${y}-H${(m % 2) + 1}`, `${y}-Q${(m % 4) + 1}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`][p] ?? ""
    );
  });

test("what is shown reads back", () => {
  fc.assert(
    fc.property(anyDate, anyDate, (a, b) => {
      expect(readCell(day, textCell(showValue(day, a)), noTerms)).toEqual({ value: a });
      const value = firstDay(a) <= lastDay(b) ? `${a}/${b}` : `${b}/${a}`;
      expect(readCell(span, textCell(showValue(span, value)), noTerms)).toEqual({ value });
    }),
  );
});
