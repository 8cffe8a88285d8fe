import { choice, count, period, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Training, science weeks, fairs. 人次 are attendances, not persons; many last several days, so the date is a period. */
export const activities = defineLedger({
  name: "activities",
  title: "科技活动",
  group: "农业与活动",
  measure: "场",
  titleField: "title",
  fields: {
    title: text({ label: "活动名称", required: true, headings: ["名称", "活动"] }),
    type: choice({ label: "活动类型", dictionary: "activityTypes" }),
    date: period({ label: "活动时间" }),
    place: text({ label: "地点" }),
    sessions: count({ label: "场次", unit: "场", headings: ["举办场次"] }),
    people: count({ label: "参加人次", unit: "人次" }),
    materials: count({ label: "发放资料", unit: "份" }),
    consultations: count({ label: "接待咨询", unit: "人次" }),
    expert: text({ label: "专家/特派员" }),
    expertUnit: text({ label: "派出单位" }),
    audience: text({ label: "服务对象" }),
    organisers: text({ label: "责任科室", headings: ["主办单位", "组织单位", "承办单位", "主办科室"] }),
    year: year({ label: "年度" }),
    remark,
  },
  identifiedBy: [["title", "date", "place"]],
  columns: ["title", "type", "date", "place", "sessions", "people", "materials", "consultations"],
  yearField: "year",
  recognisedBy: ["科技活动", "培训", "科技下乡", "科技活动周", "科普", "活动台账", "洽谈会", "活动"],
  synonyms: {
    common: serialAndRemark,
    T15: {
      act: "title",
      act_type: "type",
      date: "date",
      place: "place",
      sessions: "sessions",
      people: "people",
      materials: "materials",
      consult: "consultations",
      expert: "expert",
      exp_unit: "expertUnit",
      serve: "audience",
      // A term of service is a commissioner's, not an activity's.
      period: "ignored",
      dept: "organisers",
    },
  },
});
