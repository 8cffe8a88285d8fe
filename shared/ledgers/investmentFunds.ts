import { choice, date, money, reference, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Money that has arrived, by vouchers; either one arrival or the sum since New Year. */
export const investmentFunds = defineLedger({
  name: "investmentFunds",
  title: "到位资金",
  group: "招商引资",
  measure: "笔",
  titleField: "fundBasis",
  fields: {
    investmentProject: reference({ label: "项目名称", to: "investmentProjects", parent: true, required: true }),
    year: year({ label: "年度" }),
    date: date({ label: "到位时间", headings: ["到资时间"] }),
    amount: money({ label: "到位资金", importUnit: "万元", required: true, headings: ["到资额", "到位金额"] }),
    fundBasis: choice({ label: "到位口径", dictionary: "fundBases" }),
    evidence: text({ label: "到位凭证", headings: ["凭证"] }),
    remark,
  },
  identifiedBy: [["investmentProject", "year", "fundBasis", "date"]],
  yearField: "year",
  recognisedBy: ["到位资金明细", "资金到位明细"],
  synonyms: { common: serialAndRemark },
});
