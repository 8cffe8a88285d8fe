import { choice, count, text, year } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Sentences of 存在问题, one supporting figure each. */
export const problemItems = defineLedger({
  name: "problemItems",
  title: "存在问题",
  group: "总结与考核",
  measure: "条",
  titleField: "text",
  fields: {
    year: year({ label: "年度", required: true }),
    category: choice({ label: "问题类别", dictionary: "problemCategories", headings: ["类别"] }),
    text: text({ label: "问题", long: true, required: true, headings: ["问题内容", "问题表述", "存在问题", "不足"] }),
    figures: text({ label: "支撑数字", headings: ["佐证数据", "数据", "佐证数字", "支撑数据"] }),
    position: count({ label: "顺序", headings: ["排序"] }),
    remark,
  },
  identifiedBy: [["text", "year"]],
  columns: ["year", "position", "category", "text", "figures"],
  yearField: "year",
  recognisedBy: ["存在问题", "问题清单", "问题和不足", "问题"],
  synonyms: { common: serialAndRemark },
});
