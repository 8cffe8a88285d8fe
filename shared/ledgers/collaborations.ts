import { choice, date, money, reference, references, stages, text } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";
import { inOrder } from "./rules.ts";

/** Cooperation of companies with universities and institutes (产学研). Companies and agreements are counted apart. */
export const collaborations = defineLedger({
  name: "collaborations",
  title: "产学研合作",
  group: "创新平台",
  measure: "项",
  titleField: "title",
  fields: {
    company: reference({ label: "企业名称", to: "organisations", required: true, headings: ["企业"] }),
    partners: references({ label: "合作院所", to: "organisations", headings: ["合作单位", "合作方", "合作高校院所"] }),
    form: choice({ label: "合作形式", dictionary: "collaborationForms" }),
    title: text({ label: "合作项目名称" }),
    platformName: text({ label: "共建平台名称", headings: ["共建平台"] }),
    expert: text({ label: "院所专家" }),
    amount: money({ label: "合同金额", importUnit: "万元" }),
    signedOn: date({ label: "签订时间", ofRange: "start" }),
    endsOn: date({ label: "到期时间", ofRange: "end" }),
    country: text({ label: "国别" }),
    status: stages({
      label: "进展情况",
      flow: [
        { stage: "意向", phase: "pipeline", aliases: ["洽谈", "对接", "拟签约"] },
        { stage: "签约", phase: "granted", aliases: ["签订协议", "已签"] },
        { stage: "实施", phase: "granted", aliases: ["在实施", "进行", "合作", "稳定合作"], headings: ["实施时间"] },
        { stage: "结束", phase: "ended", aliases: ["到期", "终止", "完成"], headings: ["结束时间"] },
      ],
    }),
    result: text({ label: "取得成效", long: true }),
    remark,
  },
  identifiedBy: [
    ["company", "title"],
    ["company", "platformName"],
  ],
  columns: ["company", "partners", "form", "title", "platformName", "signedOn", "status"],
  recognisedBy: ["产学研", "校企合作", "合作院所", "科技合作"],
  carries: [companyColumns("company")],
  synonyms: {
    common: commonKeys("company"),
    T14: {
      ent: "company",
      inst: "partners",
      form: "form",
      title: "title",
      platform: "platformName",
      amount: "amount",
      sign_date: "signedOn",
      end_date: "endsOn",
      expert: "expert",
      country: "country",
      status: "status",
      result: "result",
    },
  },
  rules: [inOrder("signedOn", "endsOn", "到期时间早于签订时间")],
});
