import { choice, code, date, references, text, yesNo } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";
import { inOrder } from "./rules.ts";

/** Patents and other registered rights; applied for, granted and in force are three calibers. */
export const intellectualProperty = defineLedger({
  name: "intellectualProperty",
  title: "知识产权",
  group: "项目与成果",
  measure: "件",
  titleField: "name",
  fields: {
    name: text({ label: "专利名称", required: true, headings: ["名称", "知识产权名称"] }),
    type: choice({ label: "专利类型", dictionary: "ipTypes" }),
    class: choice({ label: "分类", dictionary: "ipClasses" }),
    applicationNo: code({ label: "申请号", scheme: "patentNo" }),
    patentNo: code({ label: "专利号", scheme: "patentNo" }),
    appliedOn: date({ label: "申请日" }),
    grantedOn: date({ label: "授权日期" }),
    owners: references({ label: "专利权人", to: "organisations", headings: ["企业名称", "单位名称"] }),
    inventor: text({ label: "发明人", long: true }),
    legalStatus: choice({ label: "法律状态", dictionary: "legalStatuses" }),
    gain: choice({ label: "获得方式", dictionary: "gains" }),
    highValue: yesNo({ label: "是否高价值发明专利" }),
    mainClass: text({ label: "主分类号" }),
    feeDue: date({ label: "年费到期日" }),
    remark,
  },
  // Of one application there may be two of a name, an invention and a utility model.
  identifiedBy: [["applicationNo"], ["patentNo"], ["name", "type", "appliedOn", "owners"]],
  columns: ["name", "type", "applicationNo", "patentNo", "owners", "appliedOn", "grantedOn", "legalStatus"],
  recognisedBy: ["专利", "知识产权", "软件著作权"],
  synonyms: {
    // Several owners share the row: no one company's columns can ride along.
    common: { ...serialAndRemark, ent_name: "owners" },
    T06: {
      ip_name: "name",
      ip_type: "type",
      app_no: "applicationNo",
      pat_no: "patentNo",
      app_date: "appliedOn",
      grant_date: "grantedOn",
      owner: "owners",
      inventor: "inventor",
      legal: "legalStatus",
      gain: "gain",
      cls: "class",
      ipc: "mainClass",
      fee_due: "feeDue",
      hv: "highValue",
    },
  },
  rules: [
    inOrder("appliedOn", "grantedOn", "授权日期早于申请日"),
    {
      level: "warning",
      test: ({ highValue, type }) =>
        highValue === true && typeof type === "string" && type !== "发明专利"
          ? { field: "highValue", message: "高价值发明专利只能是发明专利" }
          : null,
    },
  ],
});
