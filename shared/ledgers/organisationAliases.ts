import { choice, reference, text } from "../fields/index.ts";
import { remark, serialAndRemark } from "./companyColumns.ts";
import { defineLedger } from "./define.ts";

/** Other names of an organisation. They match exactly on import, so that one company is one record. */
export const organisationAliases = defineLedger({
  name: "organisationAliases",
  title: "单位别名",
  group: "企业",
  measure: "个",
  titleField: "alias",
  fields: {
    organisation: reference({
      label: "单位",
      to: "organisations",
      parent: true,
      required: true,
      headings: ["单位全称", "企业全称"],
    }),
    alias: text({
      label: "别名",
      required: true,
      maxLength: 100,
      headings: ["曾用名", "其他名称"],
    }),
    aliasKind: choice({ label: "别名类别", dictionary: "aliasKinds", headings: ["类别"] }),
    remark,
  },
  identifiedBy: [["organisation", "alias"]],
  recognisedBy: ["单位别名", "企业别名", "曾用名对照"],
  synonyms: { common: { ...serialAndRemark, ent_name: "organisation" } },
});
