import { choice, date, money, reference, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Technology loans, pledges of patents, innovation vouchers. */
export const technologyFinance = defineLedger({
  name: "technologyFinance",
  title: "科技金融",
  group: "企业",
  measure: "笔",
  titleField: "financeKind",
  fields: {
    organisation: reference({
      label: "企业名称",
      to: "organisations",
      required: true,
      headings: ["贷款企业", "单位名称", "企业", "借款企业"],
    }),
    financeKind: choice({
      label: "科技金融类别",
      dictionary: "financeKinds",
      headings: ["金融类型", "类别", "业务类型", "金融产品"],
    }),
    institution: text({ label: "金融机构", headings: ["放款机构", "贷款银行", "银行", "合作银行"] }),
    amount: money({
      label: "金额",
      importUnit: "万元",
      headings: ["贷款金额", "放款金额", "使用金额", "融资金额", "补助金额"],
    }),
    date: date({ label: "发放时间", headings: ["放款时间", "贷款时间", "使用时间"] }),
    year: year({ label: "年度" }),
    remark,
  },
  identifiedBy: [["organisation", "financeKind", "institution", "date", "amount"]],
  columns: ["organisation", "financeKind", "institution", "amount", "date"],
  yearField: "year",
  recognisedBy: ["科技金融", "科技贷款", "创新券", "质押融资", "成果转化贷"],
  carries: [companyColumns("organisation")],
  synonyms: { common: commonKeys("organisation") },
});
