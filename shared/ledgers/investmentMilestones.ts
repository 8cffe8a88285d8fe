import { choice, date, reference, text } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Steps ahead of an investment project: planned, and done when they are. */
export const investmentMilestones = defineLedger({
  name: "investmentMilestones",
  title: "招商项目节点",
  group: "招商引资",
  measure: "个",
  titleField: "milestone",
  fields: {
    investmentProject: reference({
      label: "项目名称",
      to: "investmentProjects",
      parent: true,
      required: true,
      headings: ["企业名称", "项目", "名称"],
    }),
    milestone: choice({
      label: "节点",
      dictionary: "milestoneKinds",
      required: true,
      headings: ["节点名称", "里程碑", "进度节点"],
    }),
    plannedOn: date({ label: "计划时间", headings: ["计划完成时间", "完成时限", "时限"] }),
    actualOn: date({ label: "实际时间", headings: ["完成时间", "实际完成时间"] }),
    verb: choice({ label: "目标用词", dictionary: "targetVerbs", headings: ["节点要求", "用词"] }),
    note: text({ label: "说明", long: true }),
    remark,
  },
  identifiedBy: [["investmentProject", "milestone"]],
  recognisedBy: ["项目节点", "节点计划", "里程碑", "进度计划"],
  synonyms: { common: serialAndRemark },
});
