import { choice, date, money, reference, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Money of a project step by step: applied for, approved, first paid, arrived. */
export const projectFunds = defineLedger({
  name: "projectFunds",
  title: "项目资金",
  group: "项目与成果",
  measure: "笔",
  titleField: "fundKind",
  fields: {
    project: reference({ label: "项目名称", to: "projects", parent: true, required: true }),
    fundKind: choice({ label: "资金环节", dictionary: "fundKinds", required: true, headings: ["资金类型"] }),
    mode: choice({ label: "资助方式", dictionary: "fundingModes", headings: ["资金性质"] }),
    amount: money({ label: "金额", importUnit: "万元", required: true, headings: ["拨付金额", "下达金额", "资金额"] }),
    date: date({ label: "日期", headings: ["到账时间", "到账日期", "拨付时间", "下达时间", "到位时间"] }),
    year: year({ label: "资金年度", headings: ["年度"] }),
    sourceLevel: choice({ label: "资金来源级别", dictionary: "levels", headings: ["资金来源", "级别"] }),
    remark,
  },
  identifiedBy: [["project", "fundKind", "date"]],
  yearField: "year",
  // The project is known by its title; who undertakes it stands in its own record.
  ignoredHeadings: ["承担单位", "项目承担单位", "企业名称"],
  recognisedBy: ["项目资金", "资金拨付", "资金下达"],
  synonyms: { common: serialAndRemark },
});
