import { choice, date, reference, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Commendations of the bureau, the district, its units and people; science awards have a ledger of their own. */
export const honours = defineLedger({
  name: "honours",
  title: "荣誉表彰",
  group: "总结与考核",
  measure: "项",
  titleField: "title",
  fields: {
    title: text({ label: "荣誉名称", required: true, headings: ["名称", "表彰名称", "称号", "荣誉"] }),
    recipient: text({ label: "获得者", headings: ["获得单位", "获奖单位", "受表彰单位", "受表彰人"] }),
    organisation: reference({ label: "所属单位", to: "organisations" }),
    honourType: choice({ label: "荣誉类别", dictionary: "honourTypes", headings: ["类别"] }),
    level: choice({ label: "级别", dictionary: "levels", headings: ["荣誉级别", "表彰级别"] }),
    issuer: text({ label: "授予单位", headings: ["表彰单位", "发证单位", "颁发单位"] }),
    awardedOn: date({ label: "授予时间", headings: ["表彰时间", "获得时间"] }),
    documentNo: text({ label: "表彰文号", headings: ["文号"] }),
    year: year({ label: "年度", headings: ["荣誉年度", "表彰年度"] }),
    remark,
  },
  identifiedBy: [["title", "recipient", "year"]],
  columns: ["title", "recipient", "level", "issuer", "awardedOn"],
  yearField: "year",
  recognisedBy: ["荣誉", "表彰", "先进"],
  synonyms: { common: serialAndRemark },
});
