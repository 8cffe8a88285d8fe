import { number, reference, text, year } from "../fields/index.ts";
import { commonKeys, companyColumns, remark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Agricultural technology shown and spread. */
export const agriculturalDemonstrations = defineLedger({
  name: "agriculturalDemonstrations",
  title: "农业科技示范",
  group: "农业与活动",
  measure: "项",
  titleField: "name",
  fields: {
    name: text({ label: "示范项目名称", required: true, headings: ["项目名称", "示范项目", "名称", "成果名称"] }),
    organisation: reference({
      label: "实施单位",
      to: "organisations",
      headings: ["企业名称", "单位名称", "承担单位", "示范单位"],
    }),
    technology: text({ label: "推广技术", long: true, headings: ["技术内容", "主要技术", "示范技术", "新品种新技术"] }),
    area: number({ label: "示范面积", unit: "亩", headings: ["面积", "推广面积"] }),
    place: text({ label: "示范地点", headings: ["地点", "实施地点", "示范基地"] }),
    year: year({ label: "年度", headings: ["示范年度"] }),
    benefit: text({
      label: "示范效益",
      long: true,
      headings: ["示范效果", "效益", "经济效益", "取得效益", "实施效果", "取得成效"],
    }),
    project: reference({ label: "来源项目", to: "projects", headings: ["对应项目", "所属项目"] }),
    remark,
  },
  identifiedBy: [["name", "organisation", "year"]],
  columns: ["name", "organisation", "technology", "area", "place", "year"],
  yearField: "year",
  recognisedBy: ["农业科技示范", "农业科技成果", "示范推广", "农业示范", "示范项目"],
  carries: [companyColumns("organisation")],
  synonyms: { common: commonKeys("organisation") },
});
