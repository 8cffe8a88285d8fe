import { choice, count, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** 全市仅有2项, 位列全市第三: what sets a figure or a record among its peers, with its source. */
export const rankNotes = defineLedger({
  name: "rankNotes",
  title: "位次说明",
  group: "总结与考核",
  measure: "条",
  titleField: "text",
  fields: {
    year: year({ label: "年度", required: true }),
    ledger: text({ label: "所属台账", headings: ["台账"] }),
    recordTitle: text({ label: "所属记录", headings: ["对应项目", "记录名称", "项目名称", "对象名称", "名称"] }),
    metric: text({ label: "指标名称", headings: ["事项", "指标"] }),
    text: text({ label: "说明文字", required: true, headings: ["位次", "位次说明", "表述", "内容", "说明"] }),
    rankKind: text({ label: "位次类型", maxLength: 30, note: "仅有N项、排名第N、首家、占比" }),
    scope: choice({ label: "范围", dictionary: "rankScopes", headings: ["位次范围"] }),
    rank: count({ label: "名次", headings: ["位次数值", "排名", "位次数"] }),
    sourceText: text({ label: "来源", headings: ["位次依据", "数据来源", "出处", "依据"] }),
    remark,
  },
  identifiedBy: [["text", "recordTitle", "metric", "year"]],
  columns: ["year", "recordTitle", "metric", "text", "scope", "rank", "sourceText"],
  yearField: "year",
  recognisedBy: ["位次", "排名情况", "亮点"],
  synonyms: { common: serialAndRemark },
});
