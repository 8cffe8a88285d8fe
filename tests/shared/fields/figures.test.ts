import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MoneyUnit } from "../../../shared/fields/field.ts";
import { count, money, number, percent, readCell, showValue } from "../../../shared/fields/index.ts";
import { noTerms, numberCell, textCell } from "./cell.ts";

const grant = money({ label: "立项经费", importUnit: "万元" });
const wan = 1_000_000;

describe("money", () => {
  test.each([
    ["423", undefined, 423 * wan],
    ["423 ", undefined, 423 * wan],
    ["４２３", undefined, 423 * wan],
    ["4,230", undefined, 4230 * wan],
    ["4，230.5", undefined, 4230.5 * wan],
    ["423万", undefined, 423 * wan],
    ["423万元", "元", 423 * wan],
    ["0.0423亿", "元", 423 * wan],
    ["1亿2000万元", undefined, 12_000 * wan],
    ["423", "千元", 423 * 100_000],
    ["423", "元", 42_300],
    ["423", "单位：万元", 423 * wan],
    ["￥423.50元", "万元", 42_350],
    ["人民币423元整", undefined, 42_300],
    ["-12.5", undefined, -12.5 * wan],
    ["1.5E2", undefined, 150 * wan],
  ])("%s under %s", (text, unit, expected) => {
    expect(readCell(grant, textCell(text, unit === undefined ? {} : { unit }), noTerms)).toEqual({ value: expected });
  });
  test.each(["约50", "50余万", "近50万", "50左右", "50多", "50-60", "50以上", "≥50", "50美元", "待定", "5万+3万"])(
    "doubt: %s",
    (text) => expect(readCell(grant, textCell(text), noTerms)).toHaveProperty("doubt"),
  );
  test("foreign money and odd cells are doubts", () => {
    expect(readCell(grant, textCell("50", { unit: "万美元" }), noTerms)).toHaveProperty("doubt");
    expect(readCell(grant, numberCell("41000", { isDate: true }), noTerms)).toHaveProperty("doubt");
    expect(readCell(grant, numberCell("0.3", { isPercent: true }), noTerms)).toHaveProperty("doubt");
    expect(readCell(grant, { text: "#REF!", type: "error" }, noTerms)).toHaveProperty("doubt");
    expect(readCell(grant, { text: "", type: "formulaWithoutValue" }, noTerms)).toHaveProperty("doubt");
  });
  test("blank is null and zero is zero", () => {
    for (const text of ["", "—", "/", "无", "空", "……", "-"])
      expect(readCell(grant, textCell(text), noTerms)).toEqual({ value: null });
    expect(readCell(grant, textCell("0"), noTerms)).toEqual({ value: 0 });
  });
  test("the noise of binary fractions is not money", () => {
    expect(readCell(grant, numberCell("0.10000000000000001"), noTerms)).toEqual({ value: 100_000 });
    expect(readCell(grant, numberCell("300.00000000000006"), noTerms)).toEqual({ value: 300 * wan });
  });
  test("less than a fen is rounded, and said", () => {
    expect(readCell(grant, textCell("0.00000151"), noTerms)).toMatchObject({ value: 2, warning: /四舍五入/u });
  });
  test("no fen lost in any unit, written or shown", () => {
    const units: MoneyUnit[] = ["元", "千元", "万元", "亿元"];
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...units), (fen, importUnit) => {
        const field = money({ label: "金额", importUnit });
        expect(readCell(field, textCell(showValue(field, fen)), noTerms)).toEqual({ value: fen });
      }),
    );
  });
});

describe("counts", () => {
  const sessions = count({ label: "人次", unit: "人次" });
  test.each([
    ["3家", 3],
    ["1,200人次", 1200],
    ["1.2万份", 12_000],
    ["三家", 3],
    ["十二", 12],
    ["12.0", 12],
    ["０", 0],
  ])("%s", (text, expected) => expect(readCell(sessions, textCell(text), noTerms)).toEqual({ value: expected }));
  test.each(["3.5", "约30", "40多家", "-3", "三五家左右", "3万元", "若干"])("doubt: %s", (text) =>
    expect(readCell(sessions, textCell(text), noTerms)).toHaveProperty("doubt"),
  );
  test("万人次 in the heading", () => {
    expect(readCell(sessions, numberCell("1.2", { unit: "万人次" }), noTerms)).toEqual({ value: 12_000 });
  });
});

describe("numbers", () => {
  const area = number({ label: "面积", unit: "亩" });
  test.each([
    ["1200亩", 1200],
    ["1.2万亩", 12_000],
    ["0.5", 0.5],
    ["-3", -3],
  ])("%s", (text, expected) => expect(readCell(area, textCell(text), noTerms)).toEqual({ value: expected }));
  test("units", () => {
    expect(readCell(area, textCell("1.2", { unit: "万亩" }), noTerms)).toEqual({ value: 12_000 });
    expect(readCell(area, textCell("5", { unit: "公顷" }), noTerms)).toMatchObject({ value: 5, warning: /公顷/u });
    expect(readCell(number({ label: "场地", unit: "平方米" }), textCell("600㎡"), noTerms)).toEqual({ value: 600 });
  });
  test("what is shown reads back", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        fc.pre(Math.abs(value) > 1e-6 || value === 0);
        const back = readCell(number({ label: "数" }), textCell(showValue(number({ label: "数" }), value)), noTerms);
        expect(back).toEqual({ value: value === 0 ? 0 : value });
      }),
    );
  });
});

describe("percents", () => {
  const share = percent({ label: "占比" });
  test.each([
    [textCell("30%"), 30],
    [textCell("30.0％"), 30],
    [textCell("224"), 224],
    [numberCell("0.305", { isPercent: true }), 30.5],
    [numberCell("2.24", { isPercent: true }), 224],
    [textCell("3.2", { unit: "%" }), 3.2],
    [textCell("5‰"), 0.5],
    [textCell("0"), 0],
  ])("%o", (cell, expected) => expect(readCell(share, cell, noTerms)).toEqual({ value: expected }));
  test.each(["0.3", "2.24", "约30%", "30万元"])("doubt: %s", (text) =>
    expect(readCell(share, textCell(text), noTerms)).toHaveProperty("doubt"),
  );
  test("far outside is a warning", () => {
    expect(readCell(share, textCell("4000%"), noTerms)).toMatchObject({ value: 4000, warning: /超出/u });
  });
});
