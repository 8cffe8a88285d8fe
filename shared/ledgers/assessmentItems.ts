import { choice, count, number, reference, text } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** One indicator of a scheme: its weight, how points are given, and who owns the figure. */
export const assessmentItems = defineLedger({
  name: "assessmentItems",
  title: "考核指标",
  group: "总结与考核",
  measure: "项",
  titleField: "indicator",
  fields: {
    scheme: reference({ label: "考核办法", to: "assessmentSchemes", parent: true, required: true }),
    indicator: text({ label: "指标名称", required: true, headings: ["考核指标", "考核内容", "指标"] }),
    metric: text({ label: "对应指标", note: "指标目录里的名称或标识" }),
    weight: number({ label: "分值", unit: "分", headings: ["权重", "标准分"] }),
    method: choice({ label: "计分方法", dictionary: "scoringMethods" }),
    cap: number({ label: "封顶", unit: "分", headings: ["加分上限", "得分上限"] }),
    step: number({ label: "步长" }),
    ruleText: text({ label: "计分办法", long: true, headings: ["评分标准", "评分细则"] }),
    dataOwner: text({ label: "数据来源", headings: ["数据提供部门"] }),
    position: count({ label: "顺序" }),
    remark,
  },
  identifiedBy: [["scheme", "indicator"]],
  recognisedBy: ["考核指标体系", "考核细则", "评分细则"],
  synonyms: { common: serialAndRemark },
});
