import { number, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** The year's scheme by which subdistricts are scored. */
export const assessmentSchemes = defineLedger({
  name: "assessmentSchemes",
  title: "考核办法",
  group: "总结与考核",
  measure: "个",
  titleField: "name",
  fields: {
    name: text({ label: "办法名称", required: true, headings: ["名称", "考核办法名称"] }),
    year: year({ label: "考核年度", required: true, headings: ["年度"] }),
    issuer: text({ label: "印发单位" }),
    documentNo: text({ label: "文号" }),
    groups: text({ label: "分组", long: true, note: "如：城市型街道、园区、其他" }),
    totalScore: number({ label: "总分", unit: "分" }),
    remark,
  },
  identifiedBy: [["name", "year"]],
  yearField: "year",
  recognisedBy: ["考核办法"],
  synonyms: { common: serialAndRemark },
});
