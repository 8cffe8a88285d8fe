import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeWords, completionWords, differenceWords } from "../../../shared/wording/changes.ts";
import { chineseNumber, headingNumber } from "../../../shared/wording/chineseNumber.ts";
import { asOfWords, dateWords, stretchWords } from "../../../shared/wording/dates.ts";
import { about, figure, roundHalfUp } from "../../../shared/wording/figures.ts";
import { joinNames } from "../../../shared/wording/lists.ts";
import { money } from "../../../shared/wording/money.ts";
import { printableText } from "../../../shared/wording/printableText.ts";

describe("numbers in Chinese", () => {
  it.each([
    [0, "零"],
    [1, "一"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [21, "二十一"],
    [100, "一百"],
    [105, "一百零五"],
    [110, "一百一十"],
    [2012, "二千零一十二"],
    [3000, "三千"],
  ])("%i reads %s", (value, words) => expect(chineseNumber(value)).toBe(words));

  it("gives every number up to 9999 words of its own", () => {
    const words = new Set(Array.from({ length: 10_000 }, (_, value) => chineseNumber(value)));
    expect(words.size).toBe(10_000);
  });

  it("numbers headings by level", () => {
    expect([1, 2, 3, 4].map((level) => headingNumber(level as 1 | 2 | 3 | 4, 12))).toEqual([
      "十二、",
      "（十二）",
      "12.",
      "（12）",
    ]);
  });
});

describe("figures", () => {
  it.each([
    [224, "224"],
    [93.75, "93.8"],
    [93.96, "94.0"],
    [0, "0"],
    [-0.04, "0.0"],
    [-2.15, "-2.2"],
    [28.499999999999996, "28.5"],
    [0.1 + 0.2, "0.3"],
    [43981.61, "43981.6"],
    [1e21, "1000000000000000000000"],
    [1e-9, "0.0"],
  ])("%d prints %s", (value, text) => expect(figure(value)).toBe(text));

  it("rounds half up in decimal for every number of three decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousandths) => {
        const hundredths = Math.floor((thousandths + 5) / 10);
        expect(roundHalfUp(thousandths / 1000, 2)).toBe(
          `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`,
        );
      }),
    );
  });

  it.each([
    [43, "40多"],
    [128, "120多"],
    [40, "40"],
    [9, "9"],
    [0, "0"],
  ])("about %d is %s", (value, text) => expect(about(value)).toBe(text));

  it("never claims more than there is", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (value) => {
        const said = Number.parseInt(about(value), 10);
        expect(said).toBeLessThanOrEqual(value);
        expect(value - said).toBeLessThan(10);
      }),
    );
  });

  it("refuses what is no figure", () => expect(() => figure(Number.NaN)).toThrow(RangeError));
});

describe("money", () => {
  it.each([
    [400_000_000, "400万元"],
    [2_150_000, "2.15万元"],
    [12_000_000_000, "1.2亿元"],
    [9_950, "99.5元"],
    [0, "0万元"],
  ])("%d fen is %s", (fen, words) => expect(money(fen)).toBe(words));
});

describe("dates", () => {
  it.each([
    ["2012-06-05", "2012年6月5日"],
    ["2012-06", "2012年6月"],
    ["2012-Q3", "2012年三季度"],
    ["2012-H1", "2012年上半年"],
    ["2012", "2012年"],
    ["2011-03/2013-02", "2011年3月—2013年2月"],
    ["2013/2015", "2013—2015年"],
    ["年底", "年底"],
  ])("%s reads %s", (text, words) => expect(dateWords(text)).toBe(words));

  it("says as of", () => expect(asOfWords("2012-12-31")).toBe("截至2012年12月31日"));

  it.each([
    ["2012-01-01", "2012-12-31", "2012年"],
    ["2012-01-01", "2012-06-30", "2012年上半年"],
    ["2012-01-01", "2012-10-31", "2012年1—10月"],
    ["2012-02-01", "2012-02-29", "2012年2月"],
    ["2012-01-01", "2012-02-28", "2012年1月1日—2012年2月28日"],
  ])("%s to %s is %s", (from, to, words) => expect(stretchWords(from, to)).toBe(words));
});

describe("lists", () => {
  it("joins names by 、 and quoted neighbours by nothing", () => {
    expect(joinNames(["海龙", "精工"])).toBe("海龙、精工");
    expect(joinNames(["“甲”", "“乙”"])).toBe("“甲”“乙”");
    expect(joinNames(["海龙的“甲”", "精工的“乙”"])).toBe("海龙的“甲”、精工的“乙”");
    expect(joinNames(["海龙的“甲”", "精工的“乙”", "丙"], { lastSeparator: "和" })).toBe("海龙的“甲”、精工的“乙”和丙");
  });

  it("writes 等 only where names are left out, unless told", () => {
    const names = ["甲", "乙", "丙"];
    expect(joinNames(names, { most: 3 })).toBe("甲、乙、丙");
    expect(joinNames(names, { most: 2 })).toBe("甲、乙等");
    expect(joinNames(names, { most: 2, andOthers: "never" })).toBe("甲、乙");
    expect(joinNames(names, { andOthers: "whenSeveral" })).toBe("甲、乙、丙等");
    expect(joinNames(["甲"], { andOthers: "whenSeveral" })).toBe("甲");
    expect(joinNames(names, { andOthers: "always" })).toBe("甲、乙、丙等");
    expect(joinNames([], { andOthers: "always" })).toBe("");
  });

  it("keeps every different name once and in order", () => {
    const name = fc.stringMatching(/^[一-龥]{1,4}$/);
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(joinNames(names).split("、").filter(Boolean)).toEqual([...new Set(names)]);
      }),
    );
  });
});

describe("changes", () => {
  it.each([
    [36.54, "同比增长36.5%"],
    [-2.1, "同比下降2.1%"],
    [0, "与上年持平"],
    [0.01, "与上年持平"],
  ])("%d is %s", (percent, words) => expect(changeWords(percent, "上年")).toBe(words));

  it("says completion and difference", () => {
    expect(completionWords(224)).toBe("完成年度任务的224%");
    expect(differenceWords(3, "项", "上年")).toBe("比上年增加3项");
    expect(differenceWords(-1, "家", "上年同期")).toBe("比上年同期减少1家");
    expect(differenceWords(0, "家", "上年同期")).toBe("与上年同期持平");
  });
});

describe("printable text", () => {
  it("drops what XML forbids and keeps the rest", () => {
    expect(printableText("海\uFFFE龙\u0000\uD800𠮷\u000B㭎")).toBe("海龙𠮷㭎");
    expect(printableText("甲\r\n乙")).toBe("甲 乙");
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(printableText(printableText(text))).toBe(printableText(text));
      }),
    );
  });
});
