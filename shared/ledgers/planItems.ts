import { count, date, references, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Steps of next year's plan: what, for whom, by when, by which office. `year` is the year they are to be done in. */
export const planItems = defineLedger({
  name: "planItems",
  title: "工作计划",
  group: "总结与考核",
  measure: "条",
  titleField: "text",
  fields: {
    year: year({ label: "计划年度", required: true, headings: ["年度"] }),
    section: text({ label: "部分", headings: ["章节", "工作板块", "任务类别", "类别"], note: "如：（一）宣传培训" }),
    verb: text({
      label: "举措用词",
      maxLength: 30,
      headings: ["工作举措", "用词", "动作"],
      note: "如：确保、力争、推动、举办",
    }),
    text: text({
      label: "工作内容",
      long: true,
      required: true,
      headings: ["工作任务", "主要任务", "重点工作", "任务内容", "内容", "工作要点"],
    }),
    objects: text({ label: "工作对象", headings: ["对象"], note: "企业、活动或产业方向" }),
    organisations: references({
      label: "重点对象",
      to: "organisations",
      headings: ["重点企业", "涉及企业", "涉及单位"],
    }),
    deadline: date({ label: "完成时限", headings: ["时限", "完成时间"] }),
    office: text({ label: "责任科室", headings: ["责任单位", "牵头科室"] }),
    position: count({ label: "顺序", headings: ["排序"] }),
    remark,
  },
  identifiedBy: [["text", "year"]],
  columns: ["year", "section", "verb", "objects", "text", "deadline", "office"],
  yearField: "year",
  recognisedBy: ["工作要点", "工作计划", "计划任务", "重点工作", "任务清单"],
  synonyms: { common: serialAndRemark },
});
