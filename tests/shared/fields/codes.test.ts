import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCodeCheck, creditCodeTrouble } from "../../../shared/fields/codes/creditCode.ts";
import { organisationCodeCheck, organisationCodeTrouble } from "../../../shared/fields/codes/organisationCode.ts";
import { patentCheck, patentNoTrouble } from "../../../shared/fields/codes/patentNo.ts";
import { code, readCell } from "../../../shared/fields/index.ts";
import { noTerms, numberCell, textCell } from "./cell.ts";

const published = ["9144030071526726XG", "91110000802100433B", "91330100799655058B"];
const fictional = ["91370703990000017K", "91370703990000025E", "913707039900000339"];

describe("统一社会信用代码", () => {
  test.each([...published, ...fictional])("%s is sound", (value) => expect(creditCodeTrouble(value)).toBeNull());
  test("an early pilot code is a warning only", () => {
    const field = code({ label: "统一社会信用代码", scheme: "creditCode" });
    expect(readCell(field, textCell("91350100M0001TGQXM"), noTerms)).toMatchObject({
      value: "91350100M0001TGQXM",
      warning: /校验位/u,
    });
  });
  test("any one wrong digit is seen", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...published, ...fictional),
        fc.integer({ min: 2, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (value, at, by) => {
          const character = value[at] ?? "";
          fc.pre(/\d/u.test(character));
          const other = `${value.slice(0, at)}${(Number(character) + by) % 10}${value.slice(at + 1)}`;
          expect(creditCodeTrouble(other)).not.toBeNull();
        },
      ),
    );
  });
  test("letters outside the alphabet", () => {
    expect(creditCodeCheck("9137070399000001I")).toBeNull();
    expect(creditCodeTrouble("9137070399000001IK")).toMatch(/18位/u);
    expect(creditCodeTrouble("370703228000123")).toMatch(/注册号/u);
  });
  test("the organisation code inside has its own check", () => {
    for (const value of published) expect(organisationCodeTrouble(value.slice(8, 17))).toBeNull();
    for (const value of fictional) expect(organisationCodeCheck(value.slice(8, 16))).toBe(value[16]);
    expect(organisationCodeTrouble("715267267")).toMatch(/校验/u);
  });
});

describe("patent numbers", () => {
  test("CN201510743297.5", () => {
    expect(patentCheck("201510743297")).toBe("5");
    expect(patentNoTrouble("201510743297.5")).toBeNull();
    expect(patentNoTrouble("201510743297.6")).toMatch(/校验/u);
    expect(patentNoTrouble("201550743297.5")).toMatch(/类型/u);
    expect(patentNoTrouble("201510743297")).toMatch(/校验位/u);
  });
  const field = code({ label: "专利号", scheme: "patentNo" });
  test.each(["ZL201510743297.5", "ZL 2015 1 0743297.5", "CN201510743297.5", "2015107432975", "ｚｌ201510743297．5"])(
    "%s has one form",
    (text) => expect(readCell(field, textCell(text), noTerms)).toEqual({ value: "201510743297.5" }),
  );
  test("software copyright in the same column", () => {
    expect(readCell(field, textCell("2012SR012345"), noTerms)).toEqual({ value: "2012SR012345" });
  });
});

describe("codes in cells", () => {
  const credit = code({ label: "代码", scheme: "creditCode" });
  test.each([numberCell("9.14E+17"), textCell("9.14E+17"), numberCell("913707039900000300")])(
    "digits lost: %o",
    (cell) => expect(readCell(credit, cell, noTerms)).toHaveProperty("doubt"),
  );
  test("width, case and spaces", () => {
    expect(readCell(credit, textCell(" ９１３７０７０３ 99000001 7k "), noTerms)).toEqual({
      value: "91370703990000017K",
    });
    expect(readCell(credit, textCell("71526726-X"), noTerms)).toEqual({ value: "71526726X" });
  });
  test.each([
    ["certificateNo", "GR202133005053", "GR2021330050"],
    ["techSmeNo", "202337070308000123", "202337070318000123"],
    ["contractNo", "2012370000000123", "2012-3700-123"],
    ["achievementNo", "3702012Y0123", "37020120123"],
    ["areaCode", "370703001", "3707"],
  ] as const)("%s", (scheme, sound, odd) => {
    const field = code({ label: "编号", scheme });
    expect(readCell(field, textCell(sound), noTerms)).toEqual({ value: sound });
    expect(readCell(field, textCell(odd), noTerms)).toHaveProperty("warning");
  });
});
