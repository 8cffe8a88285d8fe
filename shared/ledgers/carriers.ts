import { choice, count, number, reference, stages, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";
import { dated } from "./rules.ts";

/** Parks, incubators and maker spaces with what they hold. */
export const carriers = defineLedger({
  name: "carriers",
  title: "科技园区与载体",
  group: "创新平台",
  measure: "家",
  titleField: "name",
  fields: {
    name: text({ label: "载体名称", required: true, headings: ["名称", "园区名称", "孵化器名称", "众创空间名称"] }),
    carrierType: choice({
      label: "载体类别",
      dictionary: "carrierTypes",
      titled: true,
      headings: ["类别", "类型", "载体类型"],
    }),
    level: choice({ label: "级别", dictionary: "levels", titled: true, headings: ["载体级别"] }),
    operator: reference({ label: "运营单位", to: "organisations", headings: ["运营机构", "管理单位", "依托单位"] }),
    status: stages({
      label: "状态",
      flow: [
        { stage: "谋划", phase: "pipeline", aliases: ["拟申报"] },
        { stage: "申报", phase: "pending", headings: ["申报时间"] },
        { stage: "公示", phase: "pending", headings: ["公示时间"] },
        { stage: "筹建", phase: "construction", aliases: ["建设", "在建"], headings: ["筹建时间"] },
        { stage: "认定", phase: "granted", aliases: ["批准", "获批", "运行"], headings: ["认定时间", "批准时间"] },
        { stage: "备案", phase: "granted", headings: ["备案时间"] },
        { stage: "撤销", phase: "ended", aliases: ["取消"], headings: ["撤销时间"] },
      ],
      documentHeadings: ["批准文号", "认定文号", "文号"],
    }),
    area: number({ label: "孵化面积", unit: "平方米", headings: ["载体面积", "面积", "孵化场地面积"] }),
    tenants: count({
      label: "在孵企业",
      unit: "家",
      headings: ["在园企业数", "在孵企业数量", "在孵企业数", "入驻企业数", "入驻企业"],
    }),
    graduates: count({ label: "毕业企业", unit: "家", headings: ["毕业企业数"] }),
    year: year({ label: "数据年度", headings: ["年度"] }),
    remark,
  },
  identifiedBy: [["name"]],
  columns: ["name", "carrierType", "level", "operator", "area", "tenants", "status"],
  yearField: "year",
  recognisedBy: ["孵化器", "众创空间", "科技园区", "星创天地", "载体"],
  carries: [companyColumns("operator")],
  synonyms: { common: commonKeys("operator") },
  rules: [dated("认定", "备案")],
});
