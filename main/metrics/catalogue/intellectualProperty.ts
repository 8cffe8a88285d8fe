import type { MetricDefinition } from "../../../shared/metrics/definition.ts";
import { ofType } from "./conditions.ts";

// 专利和技术合同. A blank 授权日期 means that there is no grant yet, not that its day is unknown.

const rights = {
  kind: "records",
  subject: "知识产权",
  unit: "件",
  ledger: "intellectualProperty",
  fold: { kind: "count" },
} as const;
const patents = ofType("发明专利", "实用新型", "外观设计");
const grantedIn = { kind: "flow", on: { field: "grantedOn", blank: "notYet" } } as const;
const appliedIn = { kind: "flow", on: { field: "appliedOn" } } as const;
const contracts = { kind: "records", subject: "知识产权", ledger: "technologyContracts" } as const;
const registeredIn = { kind: "flow", on: { field: "registeredOn", orYear: "year" } } as const;

export const intellectualPropertyMetrics: readonly MetricDefinition[] = [
  {
    ...rights,
    name: "patentsApplied",
    label: "专利申请量",
    tier: "B",
    where: [patents],
    window: appliedIn,
  },
  { ...rights, name: "patentsGranted", label: "专利授权量", tier: "B", where: [patents], window: grantedIn },
  {
    ...rights,
    name: "inventionPatentsApplied",
    label: "发明专利申请量",
    tier: "B",
    where: [ofType("发明专利")],
    window: appliedIn,
  },
  {
    ...rights,
    name: "inventionPatentsGranted",
    label: "发明专利授权量",
    tier: "B",
    where: [ofType("发明专利")],
    window: grantedIn,
  },
  {
    ...rights,
    name: "inventionPatentsHeld",
    label: "有效发明专利拥有量",
    tier: "D",
    where: [ofType("发明专利"), { field: "grantedOn", filled: true }, { field: "legalStatus", in: ["授权有效"] }],
    window: { kind: "stock", since: "grantedOn" },
  },
  {
    kind: "change",
    subject: "知识产权",
    name: "patentsGrantedChange",
    label: "专利授权量同比增幅",
    unit: "%",
    tier: "A",
    of: "patentsGranted",
    as: "percent",
  },
  {
    ...contracts,
    name: "technologyContracts",
    label: "技术合同登记数",
    unit: "项",
    tier: "B",
    window: registeredIn,
    fold: { kind: "count" },
  },
  {
    ...contracts,
    name: "technologyContractAmount",
    label: "技术合同成交额",
    unit: "万元",
    tier: "B",
    window: registeredIn,
    fold: { kind: "sum", field: "amount" },
  },
  {
    ...contracts,
    name: "technologyContractTradeAmount",
    label: "技术合同技术交易额",
    unit: "万元",
    tier: "B",
    window: registeredIn,
    fold: { kind: "sum", field: "technologyAmount" },
  },
  {
    ...contracts,
    name: "technologyContractsAbsorbed",
    label: "吸纳技术合同成交额",
    unit: "万元",
    tier: "D",
    where: [{ field: "direction", in: ["吸纳"] }],
    window: registeredIn,
    fold: { kind: "sum", field: "amount" },
  },
  {
    kind: "change",
    subject: "知识产权",
    name: "technologyContractAmountChange",
    label: "技术合同成交额同比增幅",
    unit: "%",
    tier: "A",
    of: "technologyContractAmount",
    as: "percent",
  },
];
