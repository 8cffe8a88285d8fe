import { yearScope } from "../../../shared/metrics/scope.ts";
import type { FigureNode, ReportDocument, RosterNode, TargetNode } from "../../../shared/report/document.ts";
import { fakeAsk } from "./fakeAsk.ts";

// A report that holds every node in every state, both heading styles at every level, odd characters, and every block.

const figure = (id: string, metric: string, rest: Partial<FigureNode> = {}): FigureNode => ({
  kind: "figure",
  id,
  metric,
  display: "withUnit",
  written: null,
  ...rest,
});
const roster = (id: string, metric: string, rest: Partial<RosterNode> = {}): RosterNode => ({
  kind: "roster",
  id,
  metric,
  item: "{company}",
  separator: "、",
  written: null,
  ...rest,
});
const target = (id: string, rest: Partial<TargetNode> = {}): TargetNode => ({
  kind: "target",
  id,
  metric: "centresTarget",
  year: 2013,
  display: "withUnit",
  written: null,
  ...rest,
});
const text = (words: string) => ({ kind: "text", text: words }) as const;
const at = "2012-12-20T08:00:00Z";

export const golden: ReportDocument = {
  format: 1,
  title: [
    text("示例区"),
    { kind: "year", offset: 0 },
    text("年科技工作总结及"),
    { kind: "year", offset: 1 },
    text("年要点"),
  ],
  year: 2012,
  scope: yearScope(2012),
  template: "golden",
  opening: [
    {
      kind: "paragraph",
      id: "o1",
      inlines: [
        text("引言<b>&amp;\"'》，"),
        { kind: "asOf" },
        text("，去年是"),
        { kind: "year", offset: -1 },
        text("年。"),
      ],
    },
  ],
  sections: [
    {
      id: "s1",
      level: 1,
      style: "ownLine",
      heading: [text("工作情况")],
      part: "summary",
      blocks: [
        {
          kind: "paragraph",
          id: "p1",
          inlines: [
            text("现用："),
            figure("f1", "companies"),
            figure("f2", "companies", { display: "plain" }),
            figure("f3", "partners", { display: "about" }),
            figure("f4", "growth", { display: "change" }),
            figure("f5", "completion", { display: "completion" }),
            figure("f6", "companies", { scope: "lastYear" }),
            figure("f7", "companies", { scope: "nextYear" }),
            figure("f8", "nothing"),
            text("。"),
          ],
        },
        {
          kind: "paragraph",
          id: "p2",
          lead: [text("已接受。")],
          inlines: [
            figure("f9", "companies", { written: { text: "5家", value: 5, records: ["a"], at } }),
            figure("f10", "companies", {
              written: { text: "4家", value: 4, records: ["a"], at, by: "甲", reason: "口径" },
            }),
            roster("r1", "companies", { written: { text: "海龙、精工", records: ["a"], at } }),
            target("t1", { written: { text: "3家", value: 3, records: [], at } }),
            target("t2"),
            target("t3", { display: "plain", year: 2014 }),
            text("。"),
          ],
        },
      ],
      sections: [
        {
          id: "s11",
          level: 2,
          style: "ownLine",
          heading: [text("名单\uFFFE与\u0000编组")],
          blocks: [
            {
              kind: "paragraph",
              id: "p3",
              inlines: [
                roster("r2", "companies", { most: 2 }),
                roster("r3", "projects", {
                  item: "[{undertaker}的]“{title}”",
                  group: { by: "plan", pattern: "{items}列为{plan}项目" },
                  lastSeparator: "和",
                  separator: "；",
                }),
                roster("r4", "projects", {
                  item: "“{title}”",
                  where: { field: "plan", is: "星火计划" },
                  andOthers: "always",
                }),
                roster("r5", "nothing"),
                { kind: "hole", hint: "请补充领域" },
              ],
            },
          ],
          sections: [
            {
              id: "s111",
              level: 3,
              style: "ownLine",
              heading: [text("三级")],
              blocks: [],
              sections: [
                {
                  id: "s1111",
                  level: 4,
                  style: "runIn",
                  heading: [text("四级段首")],
                  blocks: [{ kind: "paragraph", id: "p4", inlines: [text("正文。")] }],
                  sections: [],
                },
              ],
            },
          ],
        },
        {
          id: "s12",
          level: 2,
          style: "none",
          heading: [text("不印")],
          blocks: [{ kind: "paragraph", id: "p5", inlines: [text("问题段落\n换行。")] }],
          sections: [],
        },
        {
          id: "s13",
          level: 2,
          style: "runIn",
          heading: [text("段首标题")],
          blocks: [
            { kind: "paragraph", id: "p6", inlines: [figure("f11", "companies")] },
            { kind: "paragraph", id: "p7", inlines: [] },
          ],
          sections: [],
        },
        { id: "s14", level: 2, style: "runIn", heading: [text("没有段落的段首标题")], blocks: [], sections: [] },
      ],
    },
    {
      id: "s2",
      level: 1,
      style: "ownLine",
      heading: [text("附表")],
      part: "plan",
      blocks: [
        { kind: "pageBreak", id: "b1" },
        {
          kind: "table",
          id: "t",
          caption: "企业<表>",
          columns: [
            { heading: "名称", align: "left", widthShare: 2 },
            { heading: "数", align: "right", widthShare: 1 },
            { heading: "备注", align: "center", widthShare: 1 },
          ],
          rows: [
            [[text("海龙 & 精工")], [figure("f12", "companies")], []],
            [[text("合计")], [figure("f13", "nothing")]],
          ],
        },
      ],
      sections: [],
    },
  ],
  signature: { office: "示例区科技局", date: "2012-12-05" },
};

export const goldenAsk = () =>
  fakeAsk({
    companies: {
      unit: "家",
      items: ["海龙", "圆友集团", "精工", "华铃动力", "新材料"].map((company) => ({ company })),
    },
    "companies@2011": { unit: "家", value: 4 },
    "companies@2013": { unit: "家", value: 0 },
    partners: { unit: "家", value: 43 },
    growth: { unit: "%", value: 33.333333333333336 },
    completion: { unit: "%", value: 224 },
    nothing: { value: null },
    "centresTarget@2013": { unit: "家", value: 4 },
    "centresTarget@2014": { unit: "家", value: 5 },
    projects: {
      items: [
        { undertaker: "创智新材料", title: "保温板", plan: "星火计划" },
        { undertaker: "精工", title: "联合研制", plan: "国际合作专项" },
        { title: "姜瘟病防治", plan: "星火计划" },
      ],
    },
  });

/** What every format must say, line by line. */
export const GOLDEN_TEXT = `示例区2012年科技工作总结及2013年要点
引言<b>&amp;"'》，截至2012年12月31日，去年是2011年。
一、工作情况
现用：5家540多家同比增长33.3%完成年度任务的224%4家0家〔无数据〕。
已接受。5家4家海龙、精工3家4家5。
（一）名单与编组
海龙、圆友集团等创智新材料的“保温板”和“姜瘟病防治”列为星火计划项目；精工的“联合研制”列为国际合作专项项目“保温板”“姜瘟病防治”等〔无数据〕〔待补：请补充领域〕
1.三级
（1）四级段首。正文。
问题段落 换行。
（二）段首标题。5家

（三）没有段落的段首标题。
二、附表
企业<表>
名称\t数\t备注
海龙 & 精工\t5家\t
合计\t〔无数据〕\t
示例区科技局
2012年12月5日
`;
