import type { MetricContext } from "../../../main/metrics/engine/context.ts";
import {
  choice,
  choices,
  count,
  date,
  money,
  number,
  period,
  reference,
  stages,
  text,
  year,
  yesNo,
} from "../../../shared/fields/index.ts";
import { defineDictionary } from "../../../shared/dictionaries/define.ts";
import { type Fields, type LedgerDeclaration, defineLedger } from "../../../shared/ledgers/define.ts";

// Ledgers that exist for these tests only: small, and with every kind of time that the engine knows.

const plain = { group: "基础", measure: "项", identifiedBy: [], recognisedBy: [] } as const;

export const firms = defineLedger({
  ...plain,
  name: "trialFirms",
  title: "试用企业",
  measure: "家",
  titleField: "name",
  fields: {
    name: text({ label: "企业名称" }),
    industry: choice({ label: "行业", dictionary: "trialIndustries" }),
    subdistrict: reference({ label: "街道", to: "subdistricts" }),
  },
});

export const works = defineLedger({
  ...plain,
  name: "trialWorks",
  title: "试用项目",
  titleField: "title",
  fields: {
    title: text({ label: "名称" }),
    firm: reference({ label: "企业", to: "trialFirms" }),
    level: choice({ label: "级别", dictionary: "trialLevels" }),
    topics: choices({ label: "领域", dictionary: "trialIndustries" }),
    amount: money({ label: "金额", importUnit: "万元" }),
    people: count({ label: "人数" }),
    share: number({ label: "份额" }),
    starred: yesNo({ label: "是否重点" }),
    on: date({ label: "日期" }),
    during: period({ label: "起止" }),
    year: year({ label: "年度" }),
    validTo: date({ label: "有效期至" }),
    status: stages({
      label: "状态",
      flow: [
        { stage: "谋划", phase: "pipeline" },
        { stage: "申报", phase: "pending" },
        { stage: "公示", phase: "pending" },
        { stage: "储备", phase: "reserve" },
        { stage: "认定", phase: "granted" },
        { stage: "更名", phase: "granted" },
        { stage: "撤销", phase: "ended" },
      ],
      expiresBy: "validTo",
      lastsYears: 3,
    }),
  },
});

export const workLevels = defineLedger({
  ...plain,
  name: "trialWorkLevels",
  title: "试用级别变动",
  titleField: "work",
  fields: {
    work: reference({ label: "项目", to: "trialWorks", parent: true }),
    level: choice({ label: "级别", dictionary: "trialLevels" }),
    date: date({ label: "日期" }),
  },
});

export const trialLedgers: readonly LedgerDeclaration<Fields>[] = [firms, works, workLevels];

export const trialContext: MetricContext = {
  ledgers: new Map(trialLedgers.map((ledger) => [ledger.name, ledger])),
  dictionaries: new Map(
    [
      defineDictionary({
        name: "trialLevels",
        title: "级别",
        ranked: true,
        terms: [{ term: "国家级" }, { term: "省级" }, { term: "市级" }, { term: "区级" }],
      }),
      defineDictionary({
        name: "trialIndustries",
        title: "行业",
        terms: [{ term: "新材料" }, { term: "农业" }, { term: "其他" }],
      }),
    ].map((dictionary) => [dictionary.name, dictionary]),
  ),
  ownTerms: [
    { dictionary: "trialLevels", term: "部级", mapsTo: "国家级" },
    { dictionary: "trialIndustries", term: "纳米材料", mapsTo: "新材料" },
    { dictionary: "trialIndustries", term: "渔业", mapsTo: null },
  ],
  ownFields: [{ ledger: "trialWorks", name: "area", label: "面积", kind: "number", dictionary: null }],
};
