import { choice, money, reference, stages, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { type Carried, defineLedger } from "./define.ts";

// A planned date of a step is no step: it becomes a milestone's plan, never a stage.
const planned = (milestone: string, ...headings: string[]): Carried => ({
  ledger: "investmentMilestones",
  link: { fromCarried: "investmentProject" },
  fields: ["plannedOn"],
  headings: { plannedOn: headings },
  fixed: { milestone },
});

/** Projects of investment attraction, from first talks to production. */
export const investmentProjects = defineLedger({
  name: "investmentProjects",
  title: "招商引资项目",
  group: "招商引资",
  measure: "个",
  titleField: "name",
  fields: {
    name: text({ label: "项目名称", required: true, headings: ["名称", "项目"] }),
    investor: text({ label: "投资方" }),
    origin: choice({ label: "来源类别", dictionary: "origins", headings: ["内外资", "资金类别"] }),
    originPlace: text({ label: "资金来源地" }),
    organisation: reference({
      label: "落户企业",
      to: "organisations",
      headings: ["引进企业", "企业名称", "注册企业", "项目公司"],
    }),
    leadUnit: text({ label: "引资单位" }),
    person: text({ label: "责任人" }),
    site: text({ label: "落户地点" }),
    field: text({ label: "产业领域", headings: ["所属产业", "行业领域", "领域"] }),
    totalInvestment: money({ label: "计划总投资", importUnit: "万元" }),
    content: text({ label: "建设内容", long: true }),
    year: year({ label: "引进年度", headings: ["年度"] }),
    status: stages({
      label: "进展情况",
      flow: [
        { stage: "洽谈", phase: "pipeline", aliases: ["在谈", "意向", "跟踪", "谋划"], headings: ["洽谈时间"] },
        {
          stage: "签约",
          phase: "granted",
          aliases: ["签订合同", "签订协议"],
          headings: ["签约时间", "签约日期", "合同签订时间", "新签约时间"],
        },
        {
          stage: "落户",
          phase: "granted",
          aliases: ["注册", "落地", "用地", "引进"],
          headings: ["落户时间", "注册时间", "落地时间"],
        },
        {
          stage: "开工",
          phase: "granted",
          aliases: ["开工建设", "在建", "动工", "建设"],
          headings: ["开工时间", "动工时间", "开工日期"],
        },
        { stage: "竣工", phase: "granted", aliases: ["建成"], headings: ["竣工时间", "竣工日期", "建成时间"] },
        {
          stage: "投产",
          phase: "granted",
          aliases: ["投入生产", "试生产", "达产", "运营"],
          headings: ["投产时间", "投产日期", "达产时间"],
        },
        { stage: "终止", phase: "ended", aliases: ["中止", "停建", "取消"], headings: ["终止时间"] },
      ],
    }),
    progress: text({ label: "形象进度", long: true, headings: ["进度说明", "工程进度"] }),
    remark,
  },
  identifiedBy: [["name", "investor"], ["name"]],
  columns: ["name", "investor", "site", "totalInvestment", "year", "status"],
  yearField: "year",
  recognisedBy: ["招商引资", "招商项目", "引资项目", "到位资金", "签约项目", "招商"],
  carries: [
    companyColumns("organisation"),
    {
      ledger: "investmentFunds",
      link: { fromCarried: "investmentProject" },
      fields: ["amount"],
      headings: { amount: ["累计到位资金", "当年到位资金", "到位资金", "实际到位资金"] },
      fixed: { fundBasis: "当年累计" },
    },
    planned("开工", "计划开工时间", "拟开工时间"),
    planned("竣工", "计划竣工时间", "拟竣工时间"),
    planned("投产", "计划投产时间", "拟投产时间"),
  ],
  synonyms: {
    common: commonKeys("organisation"),
    T12: {
      proj: "name",
      investor: "investor",
      origin: "originPlace",
      lead: "leadUnit",
      person: "person",
      content: "content",
      site: "site",
      invest: "totalInvestment",
      // The month's money is inside the sum since New Year, which stands in every such sheet.
      month_in: "ignored",
      cum_in: "investmentFunds.amount",
      sign: "status@签约",
      start: "status@开工",
      done: "status@竣工",
      prod: "status@投产",
      stage: "status",
      // Targets have a ledger of their own, and the rate is derived, never typed.
      target: "ignored",
      rate: "ignored",
    },
  },
});
