import { choice, date, money, reference, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Rewards and subsidies paid out to companies (惠企政策兑现). */
export const policyRewards = defineLedger({
  name: "policyRewards",
  title: "惠企奖补兑现",
  group: "企业",
  measure: "笔",
  titleField: "title",
  fields: {
    organisation: reference({
      label: "企业名称",
      to: "organisations",
      required: true,
      headings: ["兑现企业", "单位名称", "企业", "受益企业"],
    }),
    title: text({ label: "奖补事项", headings: ["奖补项目", "兑现事项", "奖励事项", "补助项目"] }),
    policy: text({ label: "政策名称", headings: ["依据政策", "政策文件"] }),
    rewardKind: choice({ label: "奖补类别", dictionary: "rewardKinds", headings: ["政策类别", "类别"] }),
    amount: money({
      label: "兑现金额",
      importUnit: "万元",
      required: true,
      headings: ["奖补金额", "补助金额", "奖励金额", "奖补资金", "金额"],
    }),
    sourceLevel: choice({ label: "资金级别", dictionary: "levels", headings: ["级别", "资金来源"] }),
    paidOn: date({ label: "兑现时间", headings: ["拨付时间", "兑现日期"] }),
    documentNo: text({ label: "兑现文号", headings: ["文号"] }),
    year: year({ label: "年度", headings: ["兑现年度", "政策年度"] }),
    remark,
  },
  identifiedBy: [["organisation", "title", "year"]],
  columns: ["organisation", "title", "rewardKind", "amount", "paidOn", "year"],
  yearField: "year",
  recognisedBy: ["奖补", "政策兑现", "惠企", "补助资金"],
  carries: [companyColumns("organisation")],
  synonyms: { common: commonKeys("organisation") },
});
