import { describe, expect, test } from "vitest";
import { builtInTerms, dictionaries, platformDepartments, withOwnTerms } from "../../../shared/dictionaries/index.ts";
import type { Term } from "../../../shared/fields/field.ts";
import { choice, readCell } from "../../../shared/fields/index.ts";
import { textCell } from "../fields/cell.ts";

/** Whether two terms are ever in use in one year. */
function meet(a: Term, b: Term): boolean {
  return (a.from ?? 0) <= (b.to ?? 9999) && (b.from ?? 0) <= (a.to ?? 9999);
}

describe.each(dictionaries.map((dictionary) => ({ name: dictionary.name, dictionary })))("$name", ({ dictionary }) => {
  test("no writing names two terms of one year", () => {
    const clashes = dictionary.terms.flatMap((term, i) =>
      dictionary.terms.slice(i + 1).flatMap((other) => {
        const words = new Set([term.term, ...(term.aliases ?? [])]);
        const shared = [other.term, ...(other.aliases ?? [])].filter((word) => words.has(word));
        return meet(term, other) ? shared : [];
      }),
    );
    expect(clashes).toEqual([]);
  });
  test("old terms turn into terms that exist", () => {
    const known = new Set(dictionary.terms.map(({ term }) => term));
    expect(dictionary.terms.filter(({ mapsTo }) => mapsTo !== undefined && !known.has(mapsTo))).toEqual([]);
  });
});

test("names are unique", () => {
  expect(new Set(dictionaries.map(({ name }) => name)).size).toBe(dictionaries.length);
});

describe("dated dictionaries", () => {
  const field = choice({ label: "技术领域", dictionary: "technologyFields" });
  test("the same word is another term under another rule", () => {
    expect(readCell(field, textCell("新材料", { year: 2012 }), builtInTerms)).toEqual({ value: "新材料技术" });
    expect(readCell(field, textCell("新材料", { year: 2020 }), builtInTerms)).toEqual({ value: "新材料" });
    expect(readCell(field, textCell("先进制造与自动化", { year: 2012 }), builtInTerms)).toHaveProperty("warning");
  });
  test("eight fields of 2008 and eight of 2016, 52 below", () => {
    const fields = builtInTerms("technologyFields");
    expect(fields.filter(({ to }) => to !== undefined)).toHaveLength(8);
    expect(fields.filter(({ to }) => to === undefined)).toHaveLength(8);
    expect(builtInTerms("technologySubfields")).toHaveLength(52);
  });
  test.each([
    ["863计划", "国家863计划"],
    ["国家国际科技合作与交流专项计划", "国家国际科技合作与交流专项"],
    ["技术创新基金", "科技型中小企业技术创新基金"],
    ["省星火计划", "省星火计划"],
  ])("plan %s of 2012", (word, term) => {
    const plan = choice({ label: "计划类别", dictionary: "plans" });
    expect(readCell(plan, textCell(word, { year: 2012 }), builtInTerms)).toEqual({ value: term });
  });
});

test("levels stand in rank order", () => {
  expect(builtInTerms("levels").map(({ term }) => term)).toEqual(["国家级", "省级", "市级", "区级"]);
});

test("three centres of three departments are kept apart", () => {
  const type = choice({ label: "平台类别", dictionary: "platformTypes" });
  const read = (word: string) => readCell(type, textCell(word), builtInTerms);
  expect([read("工程技术研究中心"), read("工程研究中心"), read("企业技术中心")]).toEqual([
    { value: "工程技术研究中心" },
    { value: "工程研究中心" },
    { value: "企业技术中心" },
  ]);
  const known = new Set(builtInTerms("platformTypes").map(({ term }) => term));
  expect(Object.keys(platformDepartments).filter((name) => !known.has(name))).toEqual([]);
});

test("a bureau's own terms stand after the built-in ones", () => {
  const terms = withOwnTerms({ levels: [{ term: "园区级", aliases: ["园区"] }] });
  expect(readCell(choice({ label: "级别", dictionary: "levels" }), textCell("园区"), terms)).toEqual({
    value: "园区级",
  });
  expect(terms("toString")).toEqual([]);
});

test.each([
  ["departments", "示例省科学技术厅", "科技"],
  ["departments", "示例市经信委", "工信"],
  ["plans", "示例省星火计划", "省星火计划"],
  ["awardNames", "示例省科学技术进步奖", "科技进步奖"],
  ["awardLevels", "社会力量", "社会力量"],
  ["researchFields", "现代农业", "现代农业"],
])("%s: %s", (dictionary, word, term) => {
  expect(readCell(choice({ label: "项", dictionary }), textCell(word, { year: 2012 }), builtInTerms)).toEqual({
    value: term,
  });
});

test("a place alone makes no word known", () => {
  expect(
    readCell(choice({ label: "级别", dictionary: "levels" }), textCell("示例市人民路"), builtInTerms),
  ).toHaveProperty("doubt");
});
