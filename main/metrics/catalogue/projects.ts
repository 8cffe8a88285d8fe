import type { MetricDefinition } from "../../../shared/metrics/definition.ts";
import { cityAndAbove, national } from "./conditions.ts";

// 科技计划项目和资金. 立项 is the event; 预备 and 储备 are a set of their own and never inside.

const projects = {
  kind: "records",
  subject: "项目资金",
  unit: "项",
  ledger: "projects",
  fold: { kind: "count" },
} as const;
const now = { kind: "stock" } as const;
const approvedIn = { kind: "flow", on: { stage: ["立项"] } } as const;
/** The grant column holds grants; a project whose column 资助方式 says otherwise is none. */
const granted = { field: "fundingMode", in: ["无偿资助"], blank: "counts" } as const;

export const projectMetrics: readonly MetricDefinition[] = [
  {
    ...projects,
    name: "projectsApproved",
    label: "市级以上科技计划项目立项数",
    aliases: ["科技计划项目立项数"],
    tier: "A",
    where: [cityAndAbove],
    window: approvedIn,
    pending: "projectsPending",
  },
  {
    ...projects,
    name: "projectsNational",
    label: "国家级科技计划项目立项数",
    tier: "A",
    where: [national],
    window: approvedIn,
  },
  {
    ...projects,
    name: "projectsProvincial",
    label: "省级科技计划项目立项数",
    tier: "A",
    where: [{ field: "level", in: ["省级"] }],
    window: approvedIn,
  },
  {
    ...projects,
    name: "projectsCity",
    label: "市级科技计划项目立项数",
    tier: "A",
    where: [{ field: "level", in: ["市级"] }],
    window: approvedIn,
  },
  {
    ...projects,
    name: "projectsApplied",
    label: "科技计划项目申报数",
    tier: "A",
    window: { kind: "flow", on: { stage: ["申报"] } },
  },
  { ...projects, name: "projectsPending", label: "申报中科技计划项目数", standing: "pending", window: now },
  { ...projects, name: "projectsReserve", label: "预备、储备项目数", standing: "reserve", window: now },
  {
    ...projects,
    name: "projectsPlanned",
    label: "拟申报科技计划项目数",
    standing: "pipeline",
    undated: "counts",
    window: now,
  },
  {
    ...projects,
    name: "projectsAccepted",
    label: "科技计划项目验收数",
    tier: "D",
    window: { kind: "flow", on: { stage: ["验收"] } },
  },
  {
    ...projects,
    name: "projectGrants",
    label: "争取上级无偿资金",
    aliases: ["市级以上科技计划项目无偿资金", "争取无偿资金", "无偿资金"],
    unit: "万元",
    tier: "B",
    where: [cityAndAbove, granted],
    window: approvedIn,
    fold: { kind: "sum", field: "grantAmount" },
  },
  {
    ...projects,
    name: "largestGrant",
    label: "最大单项无偿资金",
    unit: "万元",
    where: [cityAndAbove, granted],
    window: approvedIn,
    fold: { kind: "max", field: "grantAmount" },
  },
  {
    kind: "ratio",
    subject: "项目资金",
    name: "largestGrantShare",
    label: "最大单项无偿资金占比",
    unit: "%",
    of: "largestGrant",
    to: "projectGrants",
  },
  {
    kind: "change",
    subject: "项目资金",
    name: "projectsApprovedChange",
    label: "市级以上立项数同比增幅",
    unit: "%",
    tier: "A",
    of: "projectsApproved",
    as: "percent",
  },
  {
    kind: "change",
    subject: "项目资金",
    name: "projectGrantsChange",
    label: "争取上级无偿资金同比增幅",
    unit: "%",
    tier: "A",
    of: "projectGrants",
    as: "percent",
  },
  {
    kind: "completion",
    subject: "项目资金",
    name: "projectGrantsCompletion",
    label: "争取上级无偿资金任务完成率",
    unit: "%",
    tier: "B",
    of: "projectGrants",
    as: "percent",
  },
];
