import { choice, date, number, reference, references, text, year, yesNo } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Assigned and promised figures. 确保 is a duty; 省级以上1家、市级以上4家 are two targets, the one inside the other. */
export const targets = defineLedger({
  name: "targets",
  title: "任务指标",
  group: "总结与考核",
  measure: "项",
  titleField: "metric",
  fields: {
    metric: text({
      label: "指标名称",
      required: true,
      headings: ["指标", "任务指标", "名称", "任务名称"],
      note: "指标的中文名或英文标识",
    }),
    year: year({ label: "年度", required: true, headings: ["任务年度", "计划年度"] }),
    area: reference({
      label: "责任街道",
      to: "subdistricts",
      headings: ["街道", "镇街", "所属街道"],
      note: "空白为全区",
    }),
    value: number({
      label: "目标值",
      headings: ["任务数", "目标任务", "任务指标值", "计划数", "年度目标", "下达任务"],
    }),
    unit: text({ label: "单位", maxLength: 20, headings: ["计量单位"] }),
    verb: choice({ label: "目标用词", dictionary: "targetVerbs", headings: ["目标要求", "用词", "目标性质"] }),
    inclusive: yesNo({ label: "含更高级别", headings: ["是否含上级"], note: "“市级以上4家”含“省级以上1家”" }),
    office: text({ label: "责任科室", headings: ["责任单位", "牵头科室", "责任部门"] }),
    deadline: date({ label: "完成时限", headings: ["时限", "完成时间"] }),
    issuer: text({ label: "下达单位", headings: ["下达部门", "任务来源", "下达文件"] }),
    candidates: references({
      label: "重点对象",
      to: "organisations",
      headings: ["重点企业", "拟支持企业", "培育对象"],
    }),
    note: text({ label: "说明", long: true }),
    remark,
  },
  identifiedBy: [["metric", "year", "area"]],
  columns: ["metric", "year", "area", "value", "unit", "verb", "office", "deadline"],
  yearField: "year",
  recognisedBy: ["任务指标", "目标任务", "任务分解", "目标责任", "年度目标", "任务下达"],
  synonyms: { common: serialAndRemark },
});
