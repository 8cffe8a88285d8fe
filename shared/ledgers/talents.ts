import { choice, date, reference, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Talents and teams brought in or recognised. */
export const talents = defineLedger({
  name: "talents",
  title: "科技人才与团队",
  group: "创新平台",
  measure: "名",
  titleField: "person",
  fields: {
    person: text({
      label: "姓名（团队名称）",
      required: true,
      headings: ["人才（团队）名称", "人才名称", "姓名", "人才姓名", "团队名称", "专家姓名", "带头人"],
    }),
    talentKind: choice({ label: "人才类别", dictionary: "talentKinds", headings: ["类别", "人才类型"] }),
    organisation: reference({
      label: "所在单位",
      to: "organisations",
      headings: ["企业名称", "单位名称", "引进单位", "用人单位"],
    }),
    fromUnit: text({ label: "来源单位", headings: ["原工作单位", "派出单位"] }),
    programme: text({ label: "人才计划", headings: ["人才称号", "人才工程", "入选计划", "计划名称"] }),
    level: choice({ label: "级别", dictionary: "levels", headings: ["人才级别"] }),
    technologyField: choice({ label: "技术领域", dictionary: "researchFields", headings: ["领域", "专业领域"] }),
    joinedOn: date({ label: "引进时间", headings: ["入选时间", "认定时间", "签约时间"] }),
    year: year({ label: "年度", headings: ["引进年度", "入选年度"] }),
    remark,
  },
  identifiedBy: [["person", "organisation", "year"]],
  columns: ["person", "talentKind", "organisation", "programme", "level", "joinedOn"],
  yearField: "year",
  recognisedBy: ["人才", "创新团队", "领军人才", "外国专家", "引进人才"],
  carries: [companyColumns("organisation")],
  synonyms: { common: commonKeys("organisation") },
});
