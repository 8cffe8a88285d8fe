import { choice, code, date, number, reference, stages, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";
import { dated } from "./rules.ts";

/** 科技型中小企业: one listing per company and evaluation year; a revoked one no longer counts. */
export const techSmeListings = defineLedger({
  name: "techSmeListings",
  title: "科技型中小企业",
  group: "企业",
  measure: "家",
  titleField: "company",
  fields: {
    company: reference({ label: "企业名称", to: "organisations", required: true, headings: ["企业"] }),
    registrationNo: code({ label: "入库登记编号", scheme: "techSmeNo" }),
    year: year({ label: "评价年度" }),
    batch: text({ label: "批次" }),
    validTo: date({ label: "有效期至", ofRange: "end" }),
    score: number({ label: "自评得分", unit: "分" }),
    route: choice({ label: "直通条件", dictionary: "techSmeRoutes" }),
    // Under 是否撤销 the words are 是 and 否.
    status: stages({
      label: "状态",
      yearOf: "入库",
      expiresBy: "validTo",
      flow: [
        { stage: "申报", phase: "pending", aliases: ["填报", "提交"], headings: ["申报时间"] },
        { stage: "审核", phase: "pending", aliases: ["评审"] },
        { stage: "公示", phase: "pending", aliases: ["拟入库"], headings: ["公示日期", "公示时间"] },
        {
          stage: "入库",
          phase: "granted",
          aliases: ["公告", "登记", "有效", "正常", "否"],
          titles: ["企业名单"],
          headings: ["公告日期", "入库日期", "公告时间"],
        },
        { stage: "撤销", phase: "ended", aliases: ["取消", "撤销登记编号", "是"], headings: ["撤销时间"] },
      ],
      documentHeadings: ["公告文号", "文号"],
    }),
    remark,
  },
  identifiedBy: [["registrationNo"], ["company", "year"]],
  columns: ["company", "registrationNo", "year", "batch", "validTo", "status"],
  yearField: "year",
  recognisedBy: ["科技型中小企业", "科小"],
  carries: [
    companyColumns("company"),
    {
      ledger: "companyYears",
      link: { shared: ["company", "company"] },
      fields: ["staff", "revenue", "assets", "researchShare"],
      fixed: { caliber: "企业自报" },
    },
  ],
  synonyms: {
    common: commonKeys("company"),
    T03: {
      tsme_no: "registrationNo",
      batch: "batch",
      pub_date: "status@入库",
      eval_year: "year",
      valid_to: "validTo",
      // The district is known; the column only says in which city of the province's list it lies.
      city: "ignored",
      score: "score",
      direct: "route",
      staff: "companyYears.staff",
      sales: "companyYears.revenue",
      assets: "companyYears.assets",
      rd_ratio: "companyYears.researchShare",
      revoked: "status",
    },
  },
  rules: [dated("入库", "撤销")],
});
