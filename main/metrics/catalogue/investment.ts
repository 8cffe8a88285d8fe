import type { MetricDefinition } from "../../../shared/metrics/definition.ts";

// 招商引资. 完成率 is money that has arrived against the year's target; contracts and plans do not count.

const projects = {
  kind: "records",
  subject: "招商引资",
  unit: "个",
  ledger: "investmentProjects",
  fold: { kind: "count" },
} as const;
const milestones = {
  kind: "records",
  subject: "招商引资",
  unit: "个",
  ledger: "investmentMilestones",
  fold: { kind: "count" },
} as const;

export const investmentMetrics: readonly MetricDefinition[] = [
  {
    ...projects,
    name: "investmentSigned",
    label: "新签约招商项目数",
    window: { kind: "flow", on: { stage: ["签约"] } },
  },
  {
    ...projects,
    name: "investmentSettled",
    label: "新落户招商项目数",
    tier: "C",
    window: { kind: "flow", on: { stage: ["落户"] } },
  },
  {
    ...projects,
    name: "investmentCommenced",
    label: "新开工招商项目数",
    tier: "C",
    window: { kind: "flow", on: { stage: ["开工"] } },
  },
  {
    kind: "records",
    subject: "招商引资",
    ledger: "investmentFunds",
    name: "investmentFunds",
    label: "招商引资到位资金",
    aliases: ["招商引资", "招商引资任务"],
    unit: "万元",
    tier: "C",
    window: { kind: "flow", on: { field: "date", orYear: "year" } },
    runningTotals: { field: "fundBasis", is: "当年累计", per: "investmentProject" },
    fold: { kind: "sum", field: "amount" },
  },
  {
    kind: "target",
    subject: "招商引资",
    name: "investmentTarget",
    label: "招商引资任务",
    unit: "万元",
    of: "investmentFunds",
  },
  {
    kind: "completion",
    subject: "招商引资",
    name: "investmentCompletion",
    label: "招商引资任务完成率",
    unit: "%",
    tier: "B",
    of: "investmentFunds",
    as: "percent",
  },
  {
    kind: "completion",
    subject: "招商引资",
    name: "investmentExcess",
    label: "招商引资任务超额率",
    unit: "%",
    of: "investmentFunds",
    as: "excess",
  },
  {
    kind: "change",
    subject: "招商引资",
    name: "investmentFundsChange",
    label: "招商引资到位资金同比增幅",
    unit: "%",
    tier: "A",
    of: "investmentFunds",
    as: "percent",
  },
  {
    ...milestones,
    name: "milestonesUnfinished",
    label: "未完成招商节点数",
    where: [{ field: "actualOn", filled: false }],
    window: { kind: "stock" },
  },
  {
    ...milestones,
    name: "milestonesNextYear",
    label: "下一年招商节点数",
    where: [{ field: "actualOn", filled: false }],
    window: { kind: "flow", on: { field: "plannedOn" }, yearsAhead: 1 },
  },
];
