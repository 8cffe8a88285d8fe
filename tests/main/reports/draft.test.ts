import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asText } from "../../../main/reports/asText.ts";
import { draft } from "../../../main/reports/draft.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { compileTemplate } from "../../../main/reports/templates/compile.ts";
import type { Sentence, Template, TemplateSection } from "../../../main/reports/templates/template.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { readReport } from "../../../shared/report/migrate.ts";
import { inlinesOf } from "../../../shared/report/walk.ts";
import { fakeAsk, type FakeAnswers } from "./fakeAsk.ts";

const section = (sentences: Sentence[], rest: Partial<TemplateSection> = {}): TemplateSection => ({
  id: "s",
  level: 1,
  style: "none",
  heading: "",
  paragraphs: [{ sentences }],
  ...rest,
});
const template = (sections: TemplateSection[]): Template => ({
  name: "t",
  label: "试样",
  title: "标题",
  opening: [],
  sections,
});

async function drafted(spec: Template, answers: FakeAnswers, textBlocks: Record<string, string> = {}) {
  const ask = fakeAsk(answers);
  const document = await draft(compileTemplate(spec), {
    year: 2012,
    scope: yearScope(2012),
    ask,
    district: "示例区",
    office: "示例区科技局",
    textBlocks: { year: new Map(Object.entries(textBlocks)), nextYear: new Map([["思路", "明年的话。"]]) },
  });
  return { document, ask };
}
async function say(
  sentences: Sentence[],
  answers: FakeAnswers,
  textBlocks: Record<string, string> = {},
): Promise<string> {
  const { document, ask } = await drafted(template([section(sentences)]), answers, textBlocks);
  return asText(await resolve(document, ask))
    .split("\n")
    .slice(1)
    .join("");
}

describe("what has no data falls away", () => {
  const sentence = "立项{projects}[，资金{funds}][，其中{list stars | {title}}]。";

  it("clause by clause", async () => {
    expect(
      await say([sentence], {
        projects: { value: 12 },
        funds: { value: 423, unit: "万元" },
        stars: { items: [{ title: "甲" }] },
      }),
    ).toBe("立项12项，资金423万元，其中甲。");
    expect(await say([sentence], { projects: { value: 12 }, funds: { value: null }, stars: { items: [] } })).toBe(
      "立项12项。",
    );
    expect(await say([sentence], { projects: { value: 12 }, funds: { value: 0 } })).toBe("立项12项。");
  });

  it("sentence by sentence, where a slot that is needed is empty", async () => {
    expect(await say([sentence, "稳步推进。"], { projects: { value: null } })).toBe("稳步推进。");
    expect(await say(["目前有{list firms | {name}}。"], { firms: { items: [] } })).toBe("");
  });

  it("but a zero prints where it is asked for, and an unchanged value is news", async () => {
    expect(await say(["立项{projects:keepZero}。"], { projects: { value: 0 } })).toBe("立项0项。");
    expect(await say(["立项数{growth:change}。"], { growth: { value: 0, unit: "%" } })).toBe("立项数与上年持平。");
    expect(
      await say(["立项数{growth:change}。"], {
        growth: { value: null, unit: "%", missing: "上年同期为零", items: [{}] },
      }),
    ).toBe("立项数实现零的突破。");
    expect(
      await say(["立项数{growth:change}。"], { growth: { value: null, unit: "%", missing: "上年同期无数据" } }),
    ).toBe("");
  });

  it("section by section, unless a sentence stands in", async () => {
    const empty = {
      id: "e",
      level: 1,
      style: "ownLine",
      heading: "空",
      paragraphs: [{ sentences: ["{none}"] }],
    } as const;
    const full = { ...empty, id: "f", heading: "满", paragraphs: [{ sentences: ["有。"] }] } as const;
    const { document, ask } = await drafted(template([empty, full, { ...empty, id: "w", whenEmpty: "暂无。" }]), {});
    expect(asText(await resolve(document, ask))).toBe("标题\n一、满\n有。\n二、空\n暂无。\n");
  });

  it("falls back to the sentence that can be said", async () => {
    const both = [{ oneOf: ["培训{people}。", "培训{sessions}。"] }];
    expect(await say(both, { people: { value: 1500, unit: "人次" } })).toBe("培训1500人次。");
    expect(await say(both, { people: { value: null }, sessions: { value: 3, unit: "期" } })).toBe("培训3期。");
  });

  it("unless one of several metrics has something", async () => {
    const guarded = ["做好服务{?appraisals|awards}。"];
    expect(await say(guarded, { appraisals: { value: 0 }, awards: { value: null } })).toBe("");
    expect(await say(guarded, { awards: { value: 1 } })).toBe("做好服务。");
    expect(await say(guarded, { appraisals: { value: 2 }, awards: { value: 0 } })).toBe("做好服务。");
  });

  it("never prints a gap, whatever is missing", async () => {
    const one = fc.constantFrom<FakeAnswers[string][]>(
      { value: null },
      { value: 0 },
      { value: 3 },
      { items: [] },
      { items: [{ title: "甲" }] },
    );
    await fc.assert(
      fc.asyncProperty(one, one, one, async (projects, funds, stars) => {
        const text = await say([sentence], { projects, funds, stars });
        expect(text).not.toMatch(/无数据|待补|，，|，。/);
      }),
    );
  });
});

describe("what the bureau wrote itself", () => {
  const spec: Sentence[] = [{ block: "引言", text: "模板的话。" }];
  it("takes the place of the template's words", async () => {
    expect(await say(spec, {})).toBe("模板的话。");
    expect(await say(spec, {}, { 引言: "{year}年，本局的话。" })).toBe("2012年，本局的话。");
    expect(await say(spec, {}, { 引言: "花括号{没写完" })).toBe("花括号{没写完");
    expect(await say([{ block: "思路", of: "nextYear", text: "模板。" }], {}, { 思路: "今年的话。" })).toBe(
      "明年的话。",
    );
  });
});

describe("a draft", () => {
  it("holds nodes, not words, with ids of their own that do not change", async () => {
    const spec = template([section(["{a}与{list a | {name}}，{target:b}。", "{a@lastYear}"])]);
    const answers = { a: { items: [{ name: "甲" }] }, "b@2013": { value: 4 }, "a@2011": { value: 1 } };
    const [first, second] = [await drafted(spec, answers), await drafted(spec, answers)];
    expect(first.document).toEqual(second.document);
    const ids = [...inlinesOf(first.document)].flatMap((inline) => ("id" in inline ? [inline.id] : []));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect(readReport(JSON.parse(JSON.stringify(first.document)))).toEqual(first.document);
  });
});

describe("rosters", () => {
  const items = (...names: string[]) => ({ items: names.map((name) => ({ name })) });

  it("number their items and take the senders' full stops off", async () => {
    const problems = { problems: { items: [{ text: "转化率低。" }, { text: "储备不足；" }] } };
    expect(await say(["{list problems | {ordinal}是{text} | sep=；}。"], problems)).toBe(
      "一是转化率低；二是储备不足。",
    );
  });

  it("show a blank field as a gap", async () => {
    expect(await say(["{list a | {company}的“{name}”}。"], { a: items("甲") })).toBe("〔待补〕的“甲”。");
    expect(await say(["{list a | [{company}的]“{name}”}。"], { a: items("甲") })).toBe("“甲”。");
  });

  it("are empty where no record has the text asked for", async () => {
    expect(await say(["有{list a | {name} | where=name:乙}。"], { a: items("甲", "乙") })).toBe("有乙。");
    expect(await say(["有{list a | {name} | where=name:丙}。"], { a: items("甲", "乙") })).toBe("");
  });
});
