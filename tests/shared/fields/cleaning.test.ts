import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isApproximate, saysNothing, splitList } from "../../../shared/fields/cellText.ts";
import { patentCheck } from "../../../shared/fields/codes/patentNo.ts";
import type { CellInput, Field, MoneyUnit, Reading, Value } from "../../../shared/fields/field.ts";
import {
  code,
  count,
  date,
  money,
  percent,
  period,
  readCell,
  reference,
  references,
  stages,
  text,
  yesNo,
} from "../../../shared/fields/index.ts";
import { nameKey } from "../../../shared/fields/nameKey.ts";
import { noTerms, numberCell, textCell } from "./cell.ts";

// The table of value cleaning (domain §5.3), line by line: its examples, and what surrounds them in real cells.

const read = (field: Field, cell: CellInput): Reading<Value> => readCell(field, cell, noTerms);
const valueOf = (field: Field, cell: CellInput): Value | null | "doubt" => {
  const reading = read(field, cell);
  return "doubt" in reading ? "doubt" : reading.value;
};

const wide = (plain: string): string =>
  plain.replace(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
const blank = fc.constantFrom("", " ", "　", "\u00a0", "\u200b", "\ufeff", "\n", "\t");
/** A text as hands leave it: blanks around it, at times at full width. */
const dressed = (plain: string): fc.Arbitrary<string> =>
  fc.record({ before: blank, after: blank, isWide: fc.boolean() }).map(({ before, after, isWide }) => {
    return `${before}${isWide ? wide(plain) : plain}${after}`;
  });
const grouped = (whole: number, comma: string): string => String(whole).replace(/\B(?=(?:\d{3})+$)/gu, comma);

const wan = 1_000_000;
const cost = money({ label: "研发费用", importUnit: "万元" });
const day = date({ label: "认定时间" });
const two = (value: number): string => String(value).padStart(2, "0");

describe("numbers as text", () => {
  it("are read whatever stands around them", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 0, max: 9_999_999 })
          .chain((whole) =>
            fc
              .constantFrom("", ",", "，")
              .chain((comma) => dressed(grouped(whole, comma)).map((cell) => ({ whole, cell }))),
          ),
        ({ whole, cell }) => {
          expect(valueOf(cost, textCell(cell))).toBe(whole * wan);
          expect(valueOf(count({ label: "人数" }), textCell(cell))).toBe(whole);
        },
      ),
    );
  });
  it.each([
    ["423 ", 423 * wan],
    ["４２３", 423 * wan],
    ["4,230", 4230 * wan],
    ["423万", 423 * wan],
    ["0.0423亿", 423 * wan],
    ["—", null],
    ["/", null],
    ["无", null],
    ["……", null],
  ])("%s", (cell, value) => expect(valueOf(cost, textCell(cell))).toBe(value));
  it("takes 约423 for what it is: no exact figure, kept as its raw text", () => {
    expect(isApproximate("约423")).toBe(true);
    expect(read(cost, textCell("约423"))).toEqual({ doubt: expect.stringContaining("约423") });
  });
  it("never makes a zero of nothing, nor nothing of a zero", () => {
    const nothing = fc.constantFrom("—", "-", "/", "无", "空", "……", "...", "", "暂无", "N/A", "——");
    fc.assert(
      fc.property(nothing.chain(dressed), (cell) => {
        expect(saysNothing(cell)).toBe(true);
        for (const field of [cost, day, count({ label: "数" }), percent({ label: "率" })])
          expect(valueOf(field, textCell(cell))).toBeNull();
      }),
    );
    for (const zero of ["0", "０", "0.00", "0万元"]) expect(valueOf(cost, textCell(zero))).toBe(0);
  });
});

describe("units", () => {
  const inFen: Readonly<Record<MoneyUnit, number>> = { 元: 100, 千元: 100_000, 万元: wan, 亿元: 10_000 * wan };
  const units = Object.keys(inFen) as MoneyUnit[];
  it("in the cell outrank heading or sheet, which outrank the field's own", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.constantFrom(...units),
        fc.constantFrom(undefined, ...units),
        fc.constantFrom(undefined, ...units),
        (amount, own, around, inside) => {
          const field = money({ label: "金额", importUnit: own });
          const cell = textCell(`${amount}${inside ?? ""}`, around === undefined ? {} : { unit: around });
          expect(valueOf(field, cell)).toBe(amount * inFen[inside ?? around ?? own]);
        },
      ),
    );
  });
});

describe("percent", () => {
  const rate = percent({ label: "占比" });
  it.each([
    [textCell("30%"), 30],
    [textCell("30.0％"), 30],
    [numberCell("0.3", { isPercent: true }), 30],
    [numberCell("30"), 30],
    [numberCell("0.3"), "doubt"],
    [textCell("0.3"), "doubt"],
    [numberCell("0.3", { unit: "%" }), 0.3],
    [numberCell("0.3", { reading: "fraction" }), 30],
    [numberCell("0.3", { reading: "percentPoints" }), 0.3],
    [numberCell("0"), 0],
  ] as const)("%j", (cell, value) => expect(valueOf(rate, cell)).toBe(value));
  it("is not moved by an answer where the cell says it itself", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom("fraction", "percentPoints"),
        (tenths, reading) => {
          expect(valueOf(rate, textCell(`${tenths / 10}%`, { reading }))).toBe(tenths / 10);
          expect(valueOf(rate, numberCell(String(tenths / 1000), { reading, isPercent: true }))).toBe(tenths / 10);
        },
      ),
    );
  });
});

describe("dates", () => {
  const styles: readonly ((y: number, m: number, d: number) => [string, string])[] = [
    (y, m) => [`${y}年${m}月`, `${y}-${two(m)}`],
    (y, m, d) => [`${y}.${two(m)}.${two(d)}`, `${y}-${two(m)}-${two(d)}`],
    (y, m, d) => [`${y}/${m}/${d}`, `${y}-${two(m)}-${two(d)}`],
    (y, m) => [`${y}-${two(m)}`, `${y}-${two(m)}`],
    (y, m, d) => [`${y}${two(m)}${two(d)}`, `${y}-${two(m)}-${two(d)}`],
    (y, m, d) => [`${y}年${m}月${d}日`, `${y}-${two(m)}-${two(d)}`],
    (y, m) => [`${y}年${m <= 6 ? "上" : "下"}半年`, `${y}-H${m <= 6 ? 1 : 2}`],
    (y) => [`${y}年度`, String(y)],
  ];
  it("keep the precision that somebody wrote, in any writing", () => {
    const written = fc
      .record({
        y: fc.integer({ min: 1980, max: 2049 }),
        m: fc.integer({ min: 1, max: 12 }),
        d: fc.integer({ min: 1, max: 28 }),
        style: fc.constantFrom(...styles),
      })
      .chain(({ y, m, d, style }) => {
        const [plain, value] = style(y, m, d);
        return dressed(plain).map((cell) => ({ cell, value }));
      });
    fc.assert(
      fc.property(written, ({ cell, value }) => {
        expect(valueOf(day, textCell(cell))).toBe(value);
      }),
    );
  });
  it.each([
    [textCell("2023年6月"), "2023-06"],
    [textCell("2023.6"), "2023-06"],
    [textCell("2023.06.01"), "2023-06-01"],
    [textCell("2023/6/1"), "2023-06-01"],
    [textCell("2023-06"), "2023-06"],
    [textCell("20230601"), "2023-06-01"],
    [numberCell("20230601"), "2023-06-01"],
    [numberCell("45078"), "2023-06-01"],
    [numberCell("45078", { isDate: true }), "2023-06-01"],
    [numberCell("43616", { isDate: true, date1904: true }), "2023-06-01"],
    [textCell("二〇二三年六月"), "2023-06"],
    [textCell("23.6"), "2023-06"],
    [numberCell("23.6"), "2023-06"],
    [textCell("6月15日", { year: 2023 }), "2023-06-15"],
    [textCell("6月15日"), "doubt"],
    [textCell("2023年上半年"), "2023-H1"],
    [textCell("长期"), "doubt"],
    [textCell("2023.6-2025.5"), "doubt"],
    [numberCell("2023.1"), "doubt"],
    [numberCell("2023.1", { reading: "monthAfterPoint" }), "2023-01"],
    [numberCell("2023.1", { reading: "decimalYear" }), "2023-10"],
    [numberCell("2023.2", { reading: "decimalYear" }), "2023-02"],
    [numberCell("2023.12", { reading: "decimalYear" }), "2023-12"],
    [textCell("2023.1", { reading: "decimalYear" }), "2023-01"],
    [numberCell("12.6"), "doubt"],
    [numberCell("12.6", { reading: "monthAfterPoint" }), "2012-06"],
    [numberCell("12.13", { reading: "monthAfterPoint" }), "doubt"],
  ] as const)("%j", (cell, value) => expect(valueOf(day, cell)).toBe(value));
  it("of a range are both ends", () => {
    expect(valueOf(period({ label: "起止年限" }), textCell("2023.6-2025.5"))).toBe("2023-06/2025-05");
  });
  it("are moved by an answer only where they were in doubt", () => {
    const number = fc.tuple(fc.integer({ min: 1990, max: 2049 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(number, fc.constantFrom("monthAfterPoint", "decimalYear"), ([y, m], reading) => {
        const cell = numberCell(String(Number(`${y}.${m}`)));
        const plain = valueOf(day, cell);
        const month = reading === "decimalYear" ? "10" : "01";
        const expected = plain === "doubt" ? `${y}-${month}` : plain;
        expect(valueOf(day, { ...cell, reading })).toBe(expected);
      }),
    );
  });
});

describe("what senders write besides", () => {
  const year = { year: 2023 };
  const span = period({ label: "起止年限" });
  const amount = money({ label: "经费", importUnit: "万元" });
  const share = percent({ label: "增长率" });
  const isIt = yesNo({ label: "是否规上" });
  const names = references({ label: "参加单位", to: "organisations" });
  it.each([
    [day, "45078", "2023-06-01"],
    [day, "2023。6。1", "2023-06-01"],
    [day, "2023‐06‐01", "2023-06-01"],
    [span, "2023.1-12", "2023-01/2023-12"],
    [span, "2023.6.1-6.3", "2023-06-01/2023-06-03"],
    [span, "202306-202505", "2023-06/2025-05"],
    [span, "20230601-20250531", "2023-06-01/2025-05-31"],
    [span, "2023.6/2025.5", "2023-06/2025-05"],
    [amount, "423（万元）", 423_000_000],
    [amount, "423w", 423_000_000],
    [amount, "5000块", 500_000],
    [amount, "两百万元", 200_000_000],
    [amount, "423。", 423_000_000],
    // Two or three millions, three to five, a hundred and twenty or and two: a question, never a figure.
    [amount, "二三百万", "doubt"],
    [amount, "三五万", "doubt"],
    [amount, "一百二", "doubt"],
    [amount, "一百零二万", 102_000_000],
    [count({ label: "人数" }), "二三百人", "doubt"],
    [share, "百分之三五", "doubt"],
    [share, "+5.2%", 5.2],
    [share, "同比增长5.2%", 5.2],
    [share, "下降3.1％", -3.1],
    [share, "百分之三十", 30],
    [isIt, "V", true],
    [isIt, "是（省级）", true],
    [isIt, "□", false],
    [isIt, "不属于", false],
    [isIt, "不详", "doubt"],
    [names, "1、甲公司2、乙公司", ["甲公司", "乙公司"]],
    [names, "①甲公司②乙公司", ["甲公司", "乙公司"]],
    [names, "1.甲公司\n2.乙公司", ["甲公司", "乙公司"]],
    [names, "1.5兆瓦风电公司", ["1.5兆瓦风电公司"]],
    [text({ label: "联系电话" }), "1.39E+10", "doubt"],
    [code({ label: "信用代码", scheme: "creditCode" }), "'91370703MA3C12345X", "91370703MA3C12345X"],
  ] as const)("%#: %j", (field, said, value) => expect(valueOf(field, textCell(said, year))).toEqual(value));
});

describe("texts as long as a cell may be", () => {
  const long = 32_767;
  const odd = [".".repeat(long), "年".repeat(long), "多".repeat(long), "一".repeat(long), `${" ".repeat(long)}x`];
  it.each([
    date({ label: "日期" }),
    period({ label: "起止年限" }),
    money({ label: "经费", importUnit: "万元" }),
    percent({ label: "增长率" }),
    count({ label: "人数" }),
  ])("are no figure and no date, and nobody waits until that is known: $kind", (field) => {
    const start = performance.now();
    for (const said of odd) expect(["doubt", null]).toContain(valueOf(field, textCell(said)));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("stages that are never closed", () => {
  const status = stages({ label: "状态", flow: [{ stage: "认定", phase: "granted" }] });
  it("are no stage, and nobody waits until that is known", () => {
    const start = performance.now();
    for (const piece of ["，", "\n", "甲/", "（a"]) {
      const said = `认定（${piece.repeat(10_000)}`;
      for (const end of ["", "）"]) expect(valueOf(status, textCell(said + end))).toBe("doubt");
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("codes and patent numbers", () => {
  const credit = code({ label: "信用代码", scheme: "creditCode" });
  const patent = code({ label: "专利号", scheme: "patentNo" });
  it.each([
    [credit, numberCell("9.14E+17")],
    [credit, textCell("9.14E+17")],
    [credit, numberCell("913707000000000000")],
    [patent, numberCell("2.01511E+12")],
    [patent, textCell("2.01511E+12")],
  ])("%j %j has lost digits", (field, cell) => expect(valueOf(field, cell)).toBe("doubt"));
  it("keep leading zeros and letters of a text", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^0[0-9A-Z]{5,14}$/u).chain((plain) => dressed(plain).map((cell) => ({ plain, cell }))),
        ({ plain, cell }) => {
          expect(valueOf(code({ label: "编号", scheme: "free" }), textCell(cell))).toBe(plain);
        },
      ),
    );
  });
  it("say that a check character is missing", () => {
    expect(read(patent, textCell("201510743297"))).toMatchObject({ warning: expect.stringContaining("校验位") });
    expect(read(patent, textCell(`201510743297.${patentCheck("201510743297")}`))).not.toHaveProperty("warning");
  });
});

describe("names", () => {
  it("keep their brackets and width as written, and are compared without regard to them", () => {
    const written = "示例（集团）Ａ股有限公司";
    expect(valueOf(text({ label: "名称" }), textCell(`　${written} `))).toBe(written);
    expect(nameKey(written)).toBe(nameKey("示例(集团)A股 有限责任公司"));
    expect(nameKey("潍坊市示例机械有限公司", ["潍坊市"])).toBe(nameKey("潍坊示例机械有限责任公司", ["潍坊市"]));
  });
});

describe("several values in one cell", () => {
  const name = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{2,4}(?:公司|大学|研究所)$/u);
  it("are parted at any separator", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("、", "，", "；", ";", "\n", "/"),
        (names, separator) => {
          expect(splitList(names.join(separator)).items).toEqual(names);
          expect(
            valueOf(references({ label: "合作单位", to: "organisations" }), textCell(names.join(separator))),
          ).toEqual(names);
        },
      ),
    );
  });
  it("that claim more than they name say so", () => {
    const cell = textCell("甲公司、乙公司等3家");
    expect(read(references({ label: "单位", to: "organisations" }), cell)).toMatchObject({
      value: ["甲公司", "乙公司"],
      warning: /3家/u,
    });
    expect(read(reference({ label: "单位", to: "organisations" }), cell)).toMatchObject({
      value: "甲公司",
      warning: expect.stringContaining("乙公司"),
    });
  });
});

describe("yes and no, telephones", () => {
  it.each([
    ["是", true],
    ["√", true],
    ["✓", true],
    ["1", true],
    ["Y", true],
    ["否", false],
    ["0", false],
    ["N", false],
    ["×", false],
    ["", null],
    ["待定", "doubt"],
  ])("%s", (cell, value) => expect(valueOf(yesNo({ label: "是否规上" }), textCell(cell))).toBe(value));
  it("telephones stay as written", () => {
    for (const phone of ["13912345678", "0536-8234567", "13912345678、0536-8234567"])
      expect(valueOf(text({ label: "联系电话", personal: true }), textCell(phone))).toBe(phone);
    expect(valueOf(text({ label: "联系电话" }), numberCell("13912345678"))).toBe("13912345678");
  });
});
