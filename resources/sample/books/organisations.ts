import { dateCell, mixedDate } from "../cells.ts";
import type { Organisation } from "../data/organisations.ts";
import { companies, institutions, subdistricts } from "../data/organisations.ts";
import type { Book } from "../layout.ts";
import { emptySheet, layOut } from "../layout.ts";

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? "是" : "否");

const order = new Map(subdistricts.map((one, at) => [one.name, at]));
const place = (one: Organisation): number => order.get(one.subdistrict ?? "") ?? order.size;

const companySheet = layOut<Organisation>({
  name: "企业名录",
  ledger: "organisations",
  title: ["附件1：示例区企业名录（2012年）"],
  above: ["填报单位（盖章）：示例区科技局", "填报时间：2013年1月6日"],
  columns: [
    { heading: "所属街道", mergeDown: true, cell: (one) => one.subdistrict },
    { heading: "企业名称", width: 32, cell: (one) => one.name },
    { heading: "简称", cell: (one) => one.shortName },
    { heading: "曾用名", width: 24, cell: (one) => one.formerName },
    { heading: "别名", width: 22, cell: (one) => one.aliases.join("、") || null },
    { heading: "单位类别", width: 10, cell: (one) => one.kind },
    { heading: "统一社会信用代码", width: 24, cell: (one) => one.creditCode },
    { heading: "成立时间", cell: (one, at) => mixedDate(one.established, at) },
    { heading: "注册资本（万元）", cell: (one) => one.capital },
    { heading: "主导产品", width: 20, cell: (one) => one.product },
    { heading: "是否规上", width: 10, cell: (one) => yesNo(one.aboveScale) },
  ],
  rows: [...companies].sort((left, right) => place(left) - place(right)),
  notes: [
    "注：1.统一社会信用代码为后补登；2.简称为总结材料中的印发写法；3.简称带“示例”的为虚构企业，其余企业名称亦为示例写法。",
    "填表人：示例甲    联系电话：0000-0000000    审核人：示例乙",
  ],
});

const institutionSheet = layOut<Organisation>({
  name: "合作社、院校院所及境外机构",
  ledger: "organisations",
  title: ["示例区合作社及合作院校院所名录"],
  columns: [
    { heading: "单位名称", width: 30, cell: (one) => one.name },
    { heading: "单位类别", cell: (one) => one.kind },
    { heading: "单位简称", width: 22, cell: (one) => one.shortName },
    { heading: "别名", width: 18, cell: (one) => one.aliases.join("、") || null },
    { heading: "社会信用代码", width: 24, cell: (one) => one.creditCode },
    { heading: "所在街道", cell: (one) => one.subdistrict },
    { heading: "成立日期", cell: (one) => dateCell(one.established) },
    { heading: "备注", cell: (one) => (one.subdistrict === null ? "区外单位" : "示例") },
  ],
  rows: institutions,
  notes: ["说明：区外单位不填信用代码。"],
});

const subdistrictSheet = layOut({
  name: "街道名录",
  ledger: "subdistricts",
  title: ["示例区街道、园区名录"],
  columns: [
    { heading: "区划代码", cell: (one) => one.code },
    { heading: "街道名称", width: 20, cell: (one) => one.name },
    { heading: "街道类型", cell: (one) => one.kind },
    { heading: "备注", cell: () => "示例" },
  ],
  rows: subdistricts,
});

export const organisationBook: Book = {
  file: "01示例区企业名录（2012年）.xlsx",
  sheets: [subdistrictSheet, companySheet, institutionSheet, emptySheet("Sheet4")],
};
