import { describe, expect, test } from "vitest";
import { numberFormat, showsDate } from "../../../../main/importing/reading/numberFormats.ts";

const none = new Map<number, string>();

describe("built-in formats", () => {
  test.each([14, 15, 16, 17, 18, 22, 27, 30, 31, 33, 34, 36, 45, 46, 50, 55, 57, 58])("%i is a date or a time", (id) =>
    expect(numberFormat(id, none)?.isDate).toBe(true),
  );
  test.each([1, 2, 3, 4, 7, 9, 10, 11, 12, 37, 44, 48, 49])("%i is none", (id) =>
    expect(numberFormat(id, none)?.isDate).toBe(false),
  );
  test.each([0, 23, 99, 163, Number.NaN])("%i is General", (id) => expect(numberFormat(id, none)).toBeNull());
  test("31 is the Chinese long date", () => expect(numberFormat(31, none)?.code).toBe('yyyy"年"m"月"d"日"'));
});

test("a workbook's own code goes before the built-in one", () => {
  expect(numberFormat(14, new Map([[14, "0.0"]]))).toEqual({ code: "0.0", isDate: false });
  expect(numberFormat(176, new Map([[176, "G/通用格式"]]))).toBeNull();
});

test.each([
  "yyyy/m/d;@",
  "yyyy\\-mm\\-dd",
  "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  "[$-804]e年m月",
  "[DBNum1][$-804]yyyy年m月",
  "[h]:mm",
  "[ss].00",
  "上午/下午h时",
  "AM/PM",
  "aaaa",
  "DD/MM/YY",
  "[Red]m月d日",
])("%s shows a date", (code) => expect(showsDate(code)).toBe(true));

test.each([
  "0.00E+00",
  "##0.0e-0",
  "General",
  'G/通用格式"年"',
  '0"ymdhs"',
  "0\\d",
  "0_d",
  "0*y",
  "0!h",
  "[Red]0.00",
  "[$USD]0",
  "[>=1000]0,K",
  "@",
  '#,##0"元";yyyy',
  '"unclosed y',
  "[unclosed y",
])("%s does not", (code) => expect(showsDate(code)).toBe(false));
