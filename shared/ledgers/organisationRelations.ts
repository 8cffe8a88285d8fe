import { choice, date, reference } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Who owns or became whom: 圆友集团 and 圆友重工 are two legal persons, and a certificate belongs to one. */
export const organisationRelations = defineLedger({
  name: "organisationRelations",
  title: "单位关系",
  group: "企业",
  measure: "条",
  titleField: "relationKind",
  fields: {
    upperOrganisation: reference({
      label: "上级单位",
      to: "organisations",
      required: true,
      headings: ["母公司", "集团", "现单位"],
    }),
    lowerOrganisation: reference({
      label: "下级单位",
      to: "organisations",
      required: true,
      headings: ["子公司", "成员单位", "原单位"],
    }),
    relationKind: choice({ label: "关系类别", dictionary: "relationKinds", headings: ["关系"] }),
    since: date({ label: "起始时间" }),
    remark,
  },
  identifiedBy: [["upperOrganisation", "lowerOrganisation", "relationKind"]],
  recognisedBy: ["单位关系", "企业关系", "母子公司"],
  synonyms: { common: serialAndRemark },
  rules: [
    {
      level: "error",
      test: (values) =>
        values["upperOrganisation"] !== null && values["upperOrganisation"] === values["lowerOrganisation"]
          ? { field: "lowerOrganisation", message: "上下级不能是同一个单位" }
          : null,
    },
  ],
});
