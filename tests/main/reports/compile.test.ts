import { describe, expect, it } from "vitest";
import { compileSentence, compileTemplate } from "../../../main/reports/templates/compile.ts";
import type { Sentence, Template } from "../../../main/reports/templates/template.ts";
import { ProblemError } from "../../../shared/problems/problem.ts";

const template = (...sentences: Sentence[]): Template => ({
  name: "t",
  label: "试样",
  title: "标题",
  opening: [],
  sections: [{ id: "projects", level: 1, style: "ownLine", heading: "项目", paragraphs: [{ sentences }] }],
});
const complaint = (sentence: string, isMetric?: (name: string) => boolean): string => {
  try {
    compileTemplate(template("好的。", sentence), isMetric);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.message;
    throw error;
  }
  return "没有报错";
};

describe("sentences", () => {
  it("become nodes", () => {
    expect(compileSentence("立项{projects}[，资金{funds:plain}]。")).toEqual([
      { kind: "text", text: "立项" },
      { kind: "slot", slot: { kind: "figure", metric: "projects", display: "withUnit", keepsZero: false } },
      {
        kind: "optional",
        clauses: [
          { kind: "text", text: "，资金" },
          { kind: "slot", slot: { kind: "figure", metric: "funds", display: "plain", keepsZero: false } },
        ],
      },
      { kind: "text", text: "。" },
    ]);
  });

  it("know every slot", () => {
    const slot = (source: string) => compileSentence(source)[0];
    expect(slot("{a@lastYear:about}")).toMatchObject({ slot: { metric: "a", scope: "lastYear", display: "about" } });
    expect(slot("{a:plain:keepZero}")).toMatchObject({ slot: { display: "plain", keepsZero: true } });
    expect(slot("{target:a}")).toMatchObject({
      slot: { kind: "target", metric: "a", yearOffset: 1, display: "withUnit" },
    });
    expect(slot("{target:a@thisYear:plain}")).toMatchObject({ slot: { yearOffset: 0, display: "plain" } });
    expect(slot("{?a}")).toEqual({ kind: "slot", slot: { kind: "guard", anyOf: [{ metric: "a" }] } });
    expect(slot("{?a|b@lastYear}")).toMatchObject({
      slot: { kind: "guard", anyOf: [{ metric: "a" }, { metric: "b", scope: "lastYear" }] },
    });
    expect(slot("{nextYear}")).toMatchObject({ slot: { kind: "year", offset: 1 } });
    expect(slot("{hole:补充领域}")).toMatchObject({ slot: { kind: "hole", hint: "补充领域" } });
    expect(slot("\\{a\\}")).toEqual({ kind: "text", text: "{a}" });
    expect(
      slot(
        "{list a@nextYear | [{who}的]“{title}” | sep=； | last=和 | most=3 | others=never | where=plan:星火 | group=plan => {items}列为{plan} | groupSep=、}",
      ),
    ).toEqual({
      kind: "slot",
      slot: {
        kind: "roster",
        metric: "a",
        scope: "nextYear",
        item: "[{who}的]“{title}”",
        separator: "；",
        lastSeparator: "和",
        most: 3,
        andOthers: "never",
        where: { field: "plan", is: "星火" },
        group: { by: "plan", pattern: "{items}列为{plan}", separator: "、" },
      },
    });
  });
});

describe("where", () => {
  it.each([
    ["section~平台/产学研", { field: "section", has: ["平台", "产学研"] }],
    ["section~平台!~宣传/招商", { field: "section", has: ["平台"], lacks: ["宣传", "招商"] }],
    ["section!~平台/招商", { field: "section", lacks: ["平台", "招商"] }],
  ])("%s", (written, where) => {
    expect(compileSentence(`{list a | {x} | where=${written}}`)[0]).toMatchObject({ slot: { where } });
  });
});

describe("mistakes", () => {
  it.each([
    ["立项{projects", "花括号“{”没有闭合"],
    ["立项}", "花括号“}”没有开头"],
    ["立项[，资金", "方括号“[”没有闭合"],
    ["立项]", "方括号“]”没有开头"],
    ["{}", "花括号里没有内容"],
    ["{a:loud}", "“loud”不是数字的写法"],
    ["{a@someday}", "看不懂"],
    ["{?a|}", "看不懂"],
    ["{list a}", "名单缺少每一项的写法"],
    ["{list a | {x | y=1}", "花括号“{”没有闭合"],
    ["{list a | {x} | many=2}", "名单没有“many”这个选项"],
    ["{list a | {x} | most=0}", "most 应为正整数"],
    ["{list a | {x} | others=some}", "others 应为"],
    ["{list a | {x} | group=plan => 列为}", "没有 {items}"],
    ["{list a | {x} | where=plan:}", "where 应写作"],
    ["{list a | [{x} }", "名单句式“[{x}”：方括号“[”没有闭合"],
  ])("%s", (sentence, why) => {
    const message = complaint(sentence);
    expect(message).toContain("模板“试样”“projects”第1段第2句第");
    expect(message).toContain(why);
    expect(message.endsWith("。")).toBe(true);
  });

  it("name the character", () => expect(complaint("立项𠮷{a:loud}")).toContain("第4个字"));
  it("name the metric nobody has", () => {
    expect(complaint("立项{gone}。", (name) => name !== "gone")).toContain("第4个字：没有“gone”这个指标");
    expect(complaint("立项{?there|gone}。", (name) => name !== "gone")).toContain("没有“gone”这个指标");
    expect(complaint("立项{there}。", () => true)).toBe("没有报错");
  });
});
