import { choice, code, date, money, reference, text, yesNo } from "../fields/index.ts";
import { remark } from "./companyColumns.ts";
import { type Carried, defineLedger } from "./define.ts";
import { inOrder } from "./rules.ts";

/** A column of other names makes one alias for each name in a cell. */
const aliases = (aliasKind: string, ...headings: string[]): Carried => ({
  ledger: "organisationAliases",
  link: { fromCarried: "organisation" },
  fields: ["alias"],
  headings: { alias: headings },
  each: "alias",
  fixed: { aliasKind },
});

/** Companies, cooperatives, universities, institutes: whoever holds, does or receives something. 企业 is a view of it. */
export const organisations = defineLedger({
  name: "organisations",
  title: "单位",
  group: "企业",
  measure: "家",
  titleField: "name",
  fields: {
    name: text({
      label: "单位名称",
      required: true,
      maxLength: 100,
      section: "基本情况",
      headings: ["企业名称", "单位", "企业", "全称", "企业（集团）名称"],
    }),
    shortName: text({
      label: "简称",
      maxLength: 20,
      section: "基本情况",
      headings: ["企业简称", "单位简称", "规范简称"],
      note: "总结里印出来的名字",
    }),
    kind: choice({
      label: "单位类别",
      dictionary: "organisationKinds",
      section: "基本情况",
      headings: ["单位类型", "单位性质", "企业类型"],
    }),
    creditCode: code({ label: "统一社会信用代码", scheme: "creditCode", section: "基本情况" }),
    subdistrict: reference({ label: "所属街道", to: "subdistricts", section: "基本情况" }),
    registeredOn: date({
      label: "注册时间",
      section: "登记",
      headings: ["成立时间", "成立日期", "注册成立时间", "企业成立时间", "注册日期"],
    }),
    registeredCapital: money({ label: "注册资本", importUnit: "万元", section: "登记", headings: ["注册资金"] }),
    legalRepresentative: text({ label: "法定代表人", section: "登记", headings: ["法人代表", "法人", "企业负责人"] }),
    address: text({
      label: "地址",
      section: "登记",
      headings: ["注册地址", "企业地址", "通讯地址", "单位地址", "详细地址"],
    }),
    orgStatus: choice({
      label: "单位状态",
      dictionary: "organisationStatuses",
      section: "登记",
      headings: ["企业状态", "经营状态", "登记状态"],
    }),
    movedOut: date({ label: "迁出时间", section: "登记", headings: ["迁出日期", "注销时间"] }),
    industry: text({
      label: "国民经济行业",
      section: "经营",
      headings: ["所属行业", "行业代码", "行业类别", "统计行业代码", "国民经济行业代码", "行业"],
    }),
    technologyField: choice({
      label: "技术领域",
      dictionary: "technologyFields",
      section: "经营",
      headings: ["所属技术领域", "高新技术领域"],
    }),
    aboveScale: yesNo({
      label: "是否规上",
      section: "经营",
      headings: ["规上", "规模以上", "是否规模以上", "规上企业0否1是", "是否规上企业"],
    }),
    mainProducts: text({
      label: "主营产品（服务）",
      long: true,
      section: "经营",
      headings: ["主营业务", "主导产品", "主要产品", "主营业务及产品", "经营范围", "主营产品"],
    }),
    contactPerson: text({ label: "联系人", personal: true, section: "联系" }),
    contactPhone: text({ label: "联系电话", personal: true, section: "联系" }),
    remark,
  },
  identifiedBy: [["creditCode"], ["name"]],
  columns: ["name", "shortName", "kind", "creditCode", "subdistrict", "technologyField", "aboveScale", "orgStatus"],
  recognisedBy: [
    "企业名录",
    "单位名录",
    "企业基本情况",
    "企业基础信息",
    "企业名单",
    "单位名单",
    "企业列表",
    "企业库",
    "合作社名单",
    "高校名单",
    "学校名单",
  ],
  carries: [
    aliases("曾用名", "曾用名", "原名称", "原企业名称", "更名前名称"),
    aliases("导入写法", "别名", "其他写法", "又名", "常用名"),
    aliases("集团称谓", "集团称谓"),
  ],
  synonyms: {
    common: {
      seq: "ignored",
      ent_name: "name",
      uscc: "creditCode",
      subdistrict: "subdistrict",
      contact: "contactPerson",
      mobile: "contactPhone",
      remark: "remark",
    },
  },
  rules: [inOrder("registeredOn", "movedOut", "迁出时间早于注册时间")],
});
