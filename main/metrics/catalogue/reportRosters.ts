import type { MetricDefinition } from "../../../shared/metrics/definition.ts";

// What only the report asks for: problems, next year's plan and its targets, the bureau's own blocks of text.

const yearly = {
  kind: "records",
  subject: "综合",
  unit: "条",
  window: { kind: "flow", on: { field: "year" } },
  fold: { kind: "count" },
} as const;

export const reportRosters: readonly MetricDefinition[] = [
  {
    // Whose technology fields the report names: certified companies and those on the way.
    kind: "records",
    subject: "企业",
    unit: "家",
    name: "highTechFostered",
    label: "高新技术企业及培育申报企业数",
    ledger: "highTechCertificates",
    standing: ["培育", "拟申报", "申报", "推荐", "评审", "公示", "认定"],
    window: { kind: "stock" },
    distinct: "company",
    fold: { kind: "count" },
  },
  {
    kind: "target",
    subject: "企业",
    unit: "家",
    name: "highTechTarget",
    label: "高新技术企业数任务",
    of: "highTechCompanies",
  },
  {
    kind: "target",
    subject: "项目资金",
    unit: "万元",
    name: "projectGrantsTarget",
    label: "争取上级无偿资金任务",
    of: "projectGrants",
  },
  { ...yearly, name: "problemItems", label: "存在问题条数", ledger: "problemItems" },
  { ...yearly, name: "planItems", label: "工作要点条数", ledger: "planItems" },
  { ...yearly, name: "textBlocks", label: "文字块数", ledger: "textBlocks" },
];
