import { choice, code, count, date, money, reference, references, stages, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Science awards. The year of the award is not the year of the document; a first review is no award yet. */
export const awards = defineLedger({
  name: "awards",
  title: "科技奖励",
  group: "项目与成果",
  measure: "项",
  titleField: "title",
  fields: {
    title: text({ label: "项目名称", required: true, headings: ["名称", "获奖成果"] }),
    awardName: choice({ label: "奖励名称", dictionary: "awardNames", titled: true, tellsLevel: true }),
    grade: choice({ label: "等级", dictionary: "grades" }),
    level: choice({ label: "级别", dictionary: "awardLevels", titled: true }),
    year: year({ label: "奖励年度" }),
    firstOrganisation: reference({
      label: "第一完成单位",
      to: "organisations",
      headings: ["完成单位", "获奖单位", "企业名称", "单位名称", "承担单位"],
    }),
    organisations: references({ label: "主要完成单位", to: "organisations" }),
    people: text({ label: "主要完成人", long: true }),
    nominator: text({ label: "提名单位" }),
    rankHere: count({ label: "本单位排名" }),
    certificateNo: code({ label: "证书编号", scheme: "free" }),
    publishedOn: date({ label: "公布时间", headings: ["发文日期", "发布时间"] }),
    documentNo: text({ label: "授奖文号" }),
    bonus: money({ label: "奖金", importUnit: "万元" }),
    achievement: reference({ label: "对应成果", to: "achievements" }),
    status: stages({
      label: "状态",
      yearOf: "授奖",
      flow: [
        {
          stage: "提名",
          phase: "pending",
          aliases: ["推荐", "申报"],
          titles: ["推荐", "申报"],
          headings: ["提名时间", "推荐时间"],
        },
        { stage: "初评", phase: "pending", aliases: ["初审", "评审"], headings: ["初评时间"] },
        { stage: "公示", phase: "pending", aliases: ["拟授奖", "拟奖"], headings: ["公示时间"] },
        {
          stage: "授奖",
          phase: "granted",
          aliases: ["获奖", "表彰", "授予", "公布"],
          titles: ["获奖", "表彰"],
          headings: ["授奖日期", "授奖时间", "获奖时间"],
        },
      ],
    }),
    remark,
  },
  identifiedBy: [["title", "year", "awardName", "level"]],
  columns: ["title", "awardName", "level", "grade", "year", "firstOrganisation", "status"],
  yearField: "year",
  recognisedBy: ["科学技术奖", "科技进步奖", "科技奖励", "获奖", "授奖", "奖励"],
  carries: [companyColumns("firstOrganisation")],
  synonyms: {
    common: commonKeys("firstOrganisation"),
    T08: {
      award_year: "year",
      award_name: "awardName",
      grade: "grade",
      level: "level",
      ach_name: "title",
      orgs: "organisations",
      people: "people",
      nominator: "nominator",
      rank_in: "rankHere",
      cert_no: "certificateNo",
      doc_no: "documentNo",
      pub_date: "publishedOn",
      bonus: "bonus",
    },
  },
  rules: [
    {
      level: "warning",
      test({ publishedOn, year: awarded }) {
        if (typeof publishedOn !== "string" || typeof awarded !== "number") return null;
        return Number(publishedOn.slice(0, 4)) < awarded
          ? { field: "publishedOn", message: "公布时间早于奖励年度" }
          : null;
      },
    },
  ],
});
