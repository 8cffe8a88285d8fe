import { choice, code, count, date, money, reference, text, yesNo } from "../../shared/fields/index.ts";
import { defineLedger } from "../../shared/ledgers/define.ts";

// ARCHITECTURE's first example, word for word below this line; tests/docs.test.ts compares and runs it.

/** 大型仪器设备: what a company or an institute has, and whether others may use it. */
export const instruments = defineLedger({
  name: "instruments",
  title: "大型仪器设备",
  group: "创新平台",
  measure: "台",
  titleField: "name",
  fields: {
    name: text({ label: "仪器名称", required: true, headings: ["设备名称"] }),
    assetNo: code({ label: "资产编号", scheme: "free" }),
    owner: reference({ label: "所属单位", to: "organisations", headings: ["依托单位"] }),
    level: choice({ label: "级别", dictionary: "levels" }),
    price: money({ label: "原值", importUnit: "万元", headings: ["设备原值"] }),
    boughtOn: date({ label: "购置时间" }),
    shared: yesNo({ label: "是否共享", headings: ["对外开放"] }),
    hours: count({ label: "年对外机时", unit: "小时" }),
  },
  identifiedBy: [["assetNo"], ["name", "owner"]],
  recognisedBy: ["大型仪器", "仪器设备"],
});
