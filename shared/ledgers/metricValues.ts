import { choice, date, number, reference, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Figures that no ledger can count: entered by hand or taken from a sheet, with source and date. */
export const metricValues = defineLedger({
  name: "metricValues",
  title: "手填指标值",
  group: "总结与考核",
  measure: "条",
  titleField: "metric",
  fields: {
    metric: text({
      label: "指标名称",
      required: true,
      headings: ["指标", "名称", "统计指标"],
      note: "指标的中文名或英文标识",
    }),
    year: year({ label: "年度", required: true, headings: ["所属时期", "所属年度", "统计年度", "年份"] }),
    date: date({ label: "截至时间", headings: ["提供日期", "发布时间", "截至", "截止时间", "统计时间", "截至日期"] }),
    area: reference({ label: "街道", to: "subdistricts", headings: ["镇街", "所属街道", "范围"], note: "空白为全区" }),
    value: number({ label: "数值", headings: ["完成值", "实际数", "指标值", "本年数", "完成数"] }),
    unit: text({ label: "单位", maxLength: 20, headings: ["计量单位"] }),
    certainty: choice({ label: "数据性质", dictionary: "certainties", headings: ["实际/预计"] }),
    sourceText: text({ label: "数据来源", headings: ["来源", "数据提供部门", "提供单位"] }),
    note: text({ label: "说明", long: true }),
    remark,
  },
  identifiedBy: [["metric", "year", "area", "date"]],
  columns: ["metric", "year", "date", "area", "value", "unit", "certainty", "sourceText"],
  yearField: "year",
  recognisedBy: ["手填指标", "主要指标", "统计指标", "指标值", "指标完成", "上年印发数"],
  synonyms: { common: serialAndRemark },
});
