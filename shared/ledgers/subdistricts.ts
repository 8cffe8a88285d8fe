import { choice, code, date, reference, text } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Subdistricts, towns and parks: the level below the district, which is scored. They are renamed and merged. */
export const subdistricts = defineLedger({
  name: "subdistricts",
  title: "街道（镇、园区）",
  group: "基础",
  measure: "个",
  titleField: "name",
  fields: {
    name: text({ label: "街道名称", required: true, maxLength: 50, headings: ["名称", "街道", "镇街", "镇街名称"] }),
    shortName: text({ label: "简称", maxLength: 20 }),
    code: code({ label: "区划代码", scheme: "areaCode", headings: ["行政区划代码", "代码"] }),
    kind: choice({ label: "类别", dictionary: "subdistrictKinds", headings: ["街道类型", "街道类别"] }),
    validFrom: date({ label: "设立时间" }),
    validTo: date({ label: "撤并时间" }),
    mergedInto: reference({ label: "并入", to: "subdistricts" }),
    remark,
  },
  identifiedBy: [["code"], ["name"]],
  recognisedBy: ["街道名录", "镇街名录", "行政区划"],
  synonyms: { common: serialAndRemark },
});
