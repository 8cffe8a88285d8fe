import { choice, code, date, reference, stages, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";
import { dated } from "./rules.ts";

/** 高新技术企业: from the nursery list over application to the certificate of three years. */
export const highTechCertificates = defineLedger({
  name: "highTechCertificates",
  title: "高新技术企业",
  group: "企业",
  measure: "家",
  titleField: "company",
  fields: {
    company: reference({ label: "企业名称", to: "organisations", required: true, headings: ["企业"] }),
    certificateNo: code({ label: "证书编号", scheme: "certificateNo", section: "证书" }),
    applyType: choice({
      label: "申报类型",
      dictionary: "applyTypes",
      section: "证书",
      headings: ["类型", "认定类别", "申报类别"],
    }),
    rule: choice({ label: "认定办法", dictionary: "highTechRules", section: "证书", headings: ["口径"] }),
    year: year({ label: "认定年度", section: "证书", headings: ["年度", "拟申报年度", "认定年份"] }),
    batch: text({ label: "批次", section: "证书" }),
    technologyField: choice({ label: "技术领域", dictionary: "technologyFields", section: "证书" }),
    technologySubfield: choice({ label: "二级领域", dictionary: "technologySubfields", section: "证书" }),
    validTo: date({ label: "有效期至", ofRange: "end", section: "证书" }),
    status: stages({
      label: "认定状态",
      yearOf: "认定",
      expiresBy: "validTo",
      lastsYears: 3,
      flow: [
        {
          stage: "培育",
          phase: "pipeline",
          aliases: ["入库", "培育入库", "在库", "培育库"],
          headings: ["入库时间", "入库日期", "纳入培育时间"],
        },
        { stage: "拟申报", phase: "pipeline", aliases: ["计划申报", "拟认定申报", "准备申报"] },
        { stage: "申报", phase: "pending", aliases: ["受理", "提交", "企业申报"], headings: ["申报时间", "申报日期"] },
        { stage: "推荐", phase: "pending", aliases: ["推荐上报", "市级推荐", "上报"], headings: ["推荐时间"] },
        { stage: "评审", phase: "pending", aliases: ["专家评审", "审核"], headings: ["评审时间"] },
        { stage: "公示", phase: "pending", aliases: ["拟认定", "拟认定公示"], headings: ["公示时间", "公示日期"] },
        {
          stage: "认定",
          phase: "granted",
          aliases: ["有效", "通过", "认定通过", "获批", "批准", "备案", "发证", "新认定", "有效期内", "是"],
          headings: ["认定时间", "认定日期", "发证日期", "发证时间", "批准时间", "获批时间"],
        },
        { stage: "到期", phase: "ended", aliases: ["过期", "失效", "有效期满"] },
        { stage: "取消", phase: "ended", aliases: ["撤销", "取消资格", "被取消"], headings: ["取消时间"] },
      ],
      documentHeadings: ["认定文号", "批准文号", "公告文号", "文号"],
    }),
    poolLevel: choice({ label: "培育库级别", dictionary: "levels", section: "培育" }),
    gap: text({ label: "存在短板", long: true, section: "培育" }),
    officer: text({ label: "包联责任人", section: "培育" }),
    remark,
  },
  identifiedBy: [["certificateNo"], ["company", "year"]],
  columns: ["company", "certificateNo", "applyType", "year", "technologyField", "validTo", "status"],
  yearField: "year",
  recognisedBy: ["高新技术企业", "高企", "培育库", "拟申报高企", "国家高新技术企业"],
  carries: [
    companyColumns("company", ["registeredOn", "registeredCapital", "mainProducts"]),
    {
      ledger: "companyYears",
      link: { shared: ["company", "company"] },
      fields: [
        "revenue",
        "highTechIncome",
        "profit",
        "netAssets",
        "tax",
        "researchExpenses",
        "staff",
        "researchStaff",
        "classOneRights",
        "classTwoRights",
      ],
      fixed: { caliber: "高企" },
    },
  ],
  synonyms: {
    common: commonKeys("company"),
    T01: {
      cert_no: "certificateNo",
      cert_date: "status@认定",
      valid_to: "validTo",
      apply_type: "applyType",
      batch: "batch",
      field1: "technologyField",
      field2: "technologySubfield",
      industry: "organisations.industry",
      above_scale: "organisations.aboveScale",
      sales: "companyYears.revenue",
      htincome: "companyYears.highTechIncome",
      rdexp: "companyYears.researchExpenses",
      staff: "companyYears.staff",
      rdstaff: "companyYears.researchStaff",
      status: "status",
    },
    T02: {
      plan_year: "year",
      pool_level: "poolLevel",
      pool_date: "status@培育",
      reg_date: "organisations.registeredOn",
      reg_cap: "organisations.registeredCapital",
      main_prod: "organisations.mainProducts",
      field1: "technologyField",
      ip1: "companyYears.classOneRights",
      ip2: "companyYears.classTwoRights",
      sales_y1: "companyYears.revenue",
      rd_y1: "companyYears.researchExpenses",
      rdstaff: "companyYears.researchStaff",
      staff: "companyYears.staff",
      gap: "gap",
      duty: "officer",
    },
  },
  rules: [
    dated("认定", "取消"),
    {
      level: "warning",
      test({ certificateNo, year: granted }) {
        const written = typeof certificateNo === "string" ? /^G[RFS](\d{4})/u.exec(certificateNo)?.[1] : undefined;
        if (written === undefined || typeof granted !== "number" || Number(written) === granted) return null;
        return { field: "certificateNo", message: `证书编号里的年份是${written}，与认定年度不同` };
      },
    },
  ],
});
