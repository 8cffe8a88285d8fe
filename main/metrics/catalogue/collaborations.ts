import type { MetricDefinition } from "../../../shared/metrics/definition.ts";

// 产学研. A company with several agreements is one company; an agreement that has run out counts no longer.

const agreements = { kind: "records", subject: "产学研", ledger: "collaborations" } as const;
const inForce = { window: { kind: "stock", since: "signedOn", until: "endsOn", endedBy: "ended" } } as const;

export const collaborationMetrics: readonly MetricDefinition[] = [
  {
    ...agreements,
    ...inForce,
    name: "collaboratingCompanies",
    label: "产学研合作企业数",
    unit: "家",
    tier: "C",
    distinct: "company",
    fold: { kind: "count" },
  },
  {
    ...agreements,
    ...inForce,
    name: "collaborationsInForce",
    label: "产学研合作协议数",
    unit: "项",
    tier: "C",
    fold: { kind: "count" },
  },
  {
    ...agreements,
    name: "collaborationsSigned",
    label: "新签产学研合作协议数",
    unit: "项",
    tier: "C",
    window: { kind: "flow", on: { field: "signedOn" } },
    fold: { kind: "count" },
  },
  {
    ...agreements,
    ...inForce,
    name: "jointPlatforms",
    label: "产学研共建平台数",
    unit: "个",
    tier: "C",
    where: [{ field: "form", in: ["共建平台"] }],
    fold: { kind: "count" },
  },
  {
    ...agreements,
    ...inForce,
    name: "internationalCollaborations",
    label: "国际合作研发项目数",
    unit: "项",
    where: [{ field: "country", filled: true }],
    fold: { kind: "count" },
  },
];
