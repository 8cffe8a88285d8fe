import { choice, date, reference, text } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** The levels a platform has held, so that an upgraded one is one platform (就高不重复). */
export const platformLevels = defineLedger({
  name: "platformLevels",
  title: "平台级别沿革",
  group: "创新平台",
  measure: "条",
  titleField: "level",
  fields: {
    platform: reference({ label: "平台名称", to: "platforms", parent: true, required: true }),
    level: choice({ label: "级别", dictionary: "levels", required: true }),
    date: date({ label: "认定时间", headings: ["批准时间"] }),
    documentNo: text({ label: "批准文号", headings: ["文号"] }),
    remark,
  },
  identifiedBy: [["platform", "level"]],
  recognisedBy: ["级别沿革", "升级情况"],
  synonyms: { common: serialAndRemark },
});
