import { choice, date, reference, stages, text, year, yesNo } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";
import { dated } from "./rules.ts";

/** Titles a company holds beside 高企: 创新型（试点）企业, 瞪羚, 专精特新. */
export const qualifications = defineLedger({
  name: "qualifications",
  title: "企业资质称号",
  group: "企业",
  measure: "家",
  titleField: "company",
  fields: {
    company: reference({ label: "企业名称", to: "organisations", required: true, headings: ["企业"] }),
    type: choice({
      label: "资质称号",
      dictionary: "qualificationTypes",
      titled: true,
      required: true,
      headings: ["资质类型", "称号", "企业类别", "类别", "类型", "认定类别"],
    }),
    level: choice({ label: "级别", dictionary: "levels", titled: true, headings: ["认定级别", "层级"] }),
    year: year({ label: "年度", headings: ["认定年度", "申报年度"] }),
    validTo: date({ label: "有效期至", ofRange: "end", headings: ["有效期"] }),
    status: stages({
      label: "状态",
      yearOf: "认定",
      headings: ["资质状态"],
      expiresBy: "validTo",
      flow: [
        { stage: "拟申报", phase: "pipeline", aliases: ["谋划", "计划申报"] },
        { stage: "申报", phase: "pending", aliases: ["受理"], headings: ["申报时间", "申报日期"] },
        { stage: "推荐", phase: "pending", aliases: ["推荐上报", "上报"], headings: ["推荐时间"] },
        { stage: "评审", phase: "pending", aliases: ["专家评审", "审核"] },
        { stage: "公示", phase: "pending", aliases: ["拟认定"], headings: ["公示时间"] },
        {
          stage: "认定",
          phase: "granted",
          aliases: ["命名", "获批", "批准", "通过", "有效", "试点"],
          headings: ["认定时间", "认定日期", "批准时间", "命名时间"],
        },
        { stage: "备案", phase: "granted", headings: ["备案时间"] },
        { stage: "撤销", phase: "ended", aliases: ["取消"], headings: ["撤销时间"] },
        { stage: "到期", phase: "ended", aliases: ["失效"] },
      ],
      documentHeadings: ["认定文号", "批准文号", "文号"],
      dateMeans: "认定",
      dateHeadings: ["获批时间"],
    }),
    hopeful: yesNo({ label: "有望获批", headings: ["是否有望获批"], note: "总结里写“年底有望获批”" }),
    expected: date({
      label: "预计获批时间",
      headings: ["有望获批时间", "预计认定时间"],
      note: "有望获批的不计入总数",
      hopedFor: true,
    }),
    expectedNote: text({ label: "预期说明", headings: ["预期"] }),
    remark,
  },
  identifiedBy: [["company", "type", "level"]],
  columns: ["company", "type", "level", "year", "status", "expected"],
  yearField: "year",
  recognisedBy: ["创新型试点企业", "创新型企业", "资质称号", "瞪羚", "雏鹰", "专精特新", "民营科技企业", "企业称号"],
  carries: [companyColumns("company")],
  synonyms: { common: commonKeys("company") },
  rules: [dated("认定", "备案", "撤销")],
});
