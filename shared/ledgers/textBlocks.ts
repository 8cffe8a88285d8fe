import { text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Stored paragraphs that a report reuses: lead-in, general thought, phrases of the year. */
export const textBlocks = defineLedger({
  name: "textBlocks",
  title: "文字块",
  group: "总结与考核",
  measure: "段",
  titleField: "tag",
  fields: {
    tag: text({ label: "标识", required: true, maxLength: 60, headings: ["段落标签", "标签", "名称", "段落名称"] }),
    year: year({ label: "年度" }),
    section: text({ label: "部分", headings: ["章节"] }),
    text: text({
      label: "文字",
      long: true,
      required: true,
      headings: ["段落文字", "内容", "正文", "段落", "文字内容"],
    }),
    remark,
  },
  identifiedBy: [["tag", "year"]],
  columns: ["tag", "year", "section", "text"],
  yearField: "year",
  recognisedBy: ["文字块", "文字材料", "段落", "总体思路"],
  synonyms: { common: serialAndRemark },
});
