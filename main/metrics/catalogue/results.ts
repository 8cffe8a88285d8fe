import type { MetricDefinition } from "../../../shared/metrics/definition.ts";
import { cityAndAbove, provinceAndAbove } from "./conditions.ts";

// 科技成果和奖励. An appraised result that also won an award is two records in two ledgers; they are never added up.

const achievements = {
  kind: "records",
  subject: "成果奖励",
  unit: "项",
  ledger: "achievements",
  fold: { kind: "count" },
} as const;
const awards = { kind: "records", subject: "成果奖励", unit: "项", ledger: "awards", fold: { kind: "count" } } as const;
const awardYear = { kind: "flow", on: { field: "year" } } as const;
const progress = { field: "awardName", in: ["科技进步奖"] } as const;

export const resultMetrics: readonly MetricDefinition[] = [
  {
    ...achievements,
    name: "achievementsEvaluated",
    label: "市级以上科技成果鉴定数",
    tier: "C",
    where: [{ field: "evaluation", in: ["鉴定"] }, cityAndAbove],
    window: { kind: "flow", on: { field: "evaluatedOn", orYear: "year" } },
  },
  {
    ...achievements,
    name: "achievementsAssessed",
    label: "科技成果评价数",
    tier: "C",
    where: [{ field: "evaluation", in: ["评价"] }],
    window: { kind: "flow", on: { field: "evaluatedOn", orYear: "year" } },
  },
  {
    ...achievements,
    name: "achievementsRegistered",
    label: "科技成果登记数",
    tier: "C",
    window: { kind: "flow", on: { field: "registeredOn", blank: "notYet" } },
  },
  {
    ...awards,
    name: "awardsScienceProgress",
    label: "市级以上科技进步奖数",
    tier: "B",
    where: [progress, cityAndAbove],
    standing: "granted",
    window: awardYear,
    pending: "awardsPending",
  },
  { ...awards, name: "awardsPending", label: "评审公示中科技奖励数", standing: "pending", window: { kind: "stock" } },
  {
    ...awards,
    name: "awardsProvincial",
    label: "省级以上科技奖励数",
    tier: "B",
    where: [provinceAndAbove],
    standing: "granted",
    window: awardYear,
  },
  {
    ...awards,
    name: "awardsCity",
    label: "市级科技奖励数",
    tier: "B",
    where: [{ field: "level", in: ["市级"] }],
    standing: "granted",
    window: awardYear,
  },
  {
    kind: "change",
    subject: "成果奖励",
    name: "awardsScienceProgressChange",
    label: "市级以上科技进步奖数同比增减",
    unit: "项",
    of: "awardsScienceProgress",
    as: "difference",
  },
  {
    kind: "change",
    subject: "成果奖励",
    name: "achievementsEvaluatedChange",
    label: "市级以上科技成果鉴定数同比增减",
    unit: "项",
    of: "achievementsEvaluated",
    as: "difference",
  },
];
