import {
  choice,
  code,
  count,
  date,
  money,
  reference,
  references,
  stages,
  text,
  year,
} from "../../../shared/fields/index.ts";
import type { TermsOf } from "../../../shared/fields/field.ts";
import { defineLedger } from "../../../shared/ledgers/define.ts";
import type { Ledgers } from "../../../main/importing/ledgerWords.ts";
import { ledgerWords } from "../../../main/importing/ledgerWords.ts";
import { knowledgeOf } from "../../../main/importing/understandWorkbook.ts";

// A handful of ledgers of the importer's own tests, so that a change to a real declaration does not move them.

const base = { group: "企业", measure: "家" } as const;

const smallLedgers: Ledgers = {
  subdistricts: defineLedger({
    ...base,
    name: "subdistricts",
    title: "街道",
    titleField: "name",
    fields: { name: text({ label: "街道名称", required: true }) },
    identifiedBy: [["name"]],
    recognisedBy: ["街道名录"],
  }),
  organisations: defineLedger({
    ...base,
    name: "organisations",
    title: "单位",
    titleField: "name",
    fields: {
      name: text({ label: "企业名称", required: true, headings: ["单位名称"] }),
      shortName: text({ label: "简称" }),
      creditCode: code({ label: "统一社会信用代码", scheme: "creditCode", headings: ["信用代码"] }),
      subdistrict: reference({ label: "所属街道", to: "subdistricts", headings: ["街道"] }),
      phone: text({ label: "联系电话" }),
    },
    identifiedBy: [["creditCode"], ["name"]],
    recognisedBy: ["企业名录"],
    carries: [{ ledger: "aliases", link: { fromCarried: "organisation" }, fields: ["alias"], each: "alias" }],
  }),
  aliases: defineLedger({
    ...base,
    name: "aliases",
    title: "别名",
    titleField: "alias",
    fields: {
      organisation: reference({ label: "单位", to: "organisations", required: true, parent: true }),
      alias: text({ label: "别名", required: true }),
    },
    identifiedBy: [["organisation", "alias"]],
    recognisedBy: [],
  }),
  companyYears: defineLedger({
    ...base,
    name: "companyYears",
    title: "企业年度数据",
    titleField: "organisation",
    yearField: "year",
    fields: {
      organisation: reference({ label: "企业名称", to: "organisations", required: true }),
      year: year({ label: "年度", required: true }),
      sales: money({ label: "销售收入", importUnit: "万元", headings: ["近三年销售收入"] }),
      staff: count({ label: "职工人数" }),
    },
    identifiedBy: [["organisation", "year"]],
    recognisedBy: ["年度数据"],
  }),
  certificates: defineLedger({
    ...base,
    name: "certificates",
    title: "高新技术企业",
    titleField: "organisation",
    fields: {
      organisation: reference({ label: "企业名称", to: "organisations", required: true }),
      certificateNo: code({ label: "证书编号", scheme: "certificateNo" }),
      validTo: date({ label: "有效期至", ofRange: "end" }),
      field: choice({ label: "技术领域", dictionary: "fields" }),
      status: stages({
        label: "认定状态",
        expiresBy: "validTo",
        flow: [
          { stage: "申报", phase: "pending", headings: ["申报时间"], aliases: ["已申报"] },
          { stage: "认定", phase: "granted", headings: ["发证日期", "认定时间"] },
          { stage: "撤销", phase: "ended" },
        ],
        documentHeadings: ["批准文号"],
        dateHeadings: ["时间"],
        headings: ["状态"],
      }),
    },
    identifiedBy: [["certificateNo"], ["organisation"]],
    recognisedBy: ["高新技术企业", "高企"],
    carries: [
      { ledger: "organisations", link: { toCarried: "organisation" }, fields: ["creditCode", "subdistrict", "phone"] },
      { ledger: "companyYears", link: { shared: ["organisation", "organisation"] }, fields: ["sales", "staff"] },
    ],
  }),
  projects: defineLedger({
    ...base,
    name: "projects",
    title: "科技计划项目",
    titleField: "name",
    yearField: "year",
    fields: {
      name: text({ label: "项目名称", required: true }),
      projectNo: code({ label: "项目编号", scheme: "free" }),
      undertaker: reference({ label: "承担单位", to: "organisations" }),
      partners: references({ label: "合作单位", to: "organisations" }),
      year: year({ label: "立项年度", required: true, headings: ["年度"] }),
      amount: money({ label: "立项经费", importUnit: "万元", headings: ["无偿资金"] }),
    },
    identifiedBy: [["projectNo"], ["name", "year"]],
    recognisedBy: ["科技计划项目"],
  }),
  funds: defineLedger({
    ...base,
    name: "funds",
    title: "项目资金",
    titleField: "date",
    fields: {
      project: reference({ label: "项目名称", to: "projects", parent: true, required: true }),
      date: date({ label: "到账时间" }),
      amount: money({ label: "金额", importUnit: "万元" }),
    },
    identifiedBy: [["project", "date", "amount"]],
    recognisedBy: ["资金到位"],
  }),
};

const terms: TermsOf = (name) => (name === "fields" ? [{ term: "新材料技术" }, { term: "电子信息技术" }] : []);

export const smallKnowledge = knowledgeOf(
  Object.values(smallLedgers).map((declaration) => ledgerWords(declaration, smallLedgers)),
  { ledgers: smallLedgers, terms, extras: {} },
);
