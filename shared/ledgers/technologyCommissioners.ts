import { choice, period, reference, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** 科技特派员: persons, teams or legal persons sent to towns and companies for a term. */
export const technologyCommissioners = defineLedger({
  name: "technologyCommissioners",
  title: "科技特派员",
  group: "农业与活动",
  measure: "名",
  titleField: "person",
  fields: {
    person: text({
      label: "姓名（团队名称）",
      required: true,
      headings: ["姓名", "特派员姓名", "团队名称", "科技特派员"],
    }),
    commissionerKind: choice({ label: "特派员类别", dictionary: "commissionerKinds", headings: ["选派类型", "类别"] }),
    unit: reference({ label: "派出单位", to: "organisations" }),
    level: choice({ label: "级别", dictionary: "levels", headings: ["选派级别"] }),
    speciality: text({ label: "专业特长", headings: ["专业", "专业领域", "服务领域"] }),
    serveTarget: text({ label: "服务对象" }),
    period: period({ label: "服务期限" }),
    year: year({ label: "选派年度", headings: ["年度"] }),
    result: text({ label: "服务成效", long: true, headings: ["成效", "工作成效"] }),
    remark,
  },
  identifiedBy: [["person", "unit", "period"]],
  columns: ["person", "commissionerKind", "unit", "level", "serveTarget", "period"],
  yearField: "year",
  recognisedBy: ["科技特派员", "特派员"],
  synonyms: {
    common: { ...serialAndRemark, ent_name: "unit" },
    T15: {
      act: "ignored",
      act_type: "ignored",
      date: "ignored",
      place: "ignored",
      sessions: "ignored",
      people: "ignored",
      materials: "ignored",
      consult: "ignored",
      expert: "person",
      exp_unit: "unit",
      serve: "serveTarget",
      period: "period",
      dept: "ignored",
    },
  },
});
