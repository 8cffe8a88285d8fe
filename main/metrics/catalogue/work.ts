import type { Condition, MetricDefinition } from "../../../shared/metrics/definition.ts";
import { ofType } from "./conditions.ts";

// 农业示范、培训、科技下乡、科技活动周和科技特派员. A blank number of people is unknown, and no 0.

const activities = { kind: "records", subject: "农业与活动", ledger: "activities" } as const;
const heldIn = { kind: "flow", on: { field: "date", orYear: "year" } } as const;
const training: Condition = ofType("培训");
const sum = (field: string) => ({ kind: "sum", field }) as const;

export const workMetrics: readonly MetricDefinition[] = [
  {
    kind: "records",
    subject: "农业与活动",
    ledger: "agriculturalDemonstrations",
    name: "agriculturalDemonstrations",
    label: "农业科技示范项目数",
    unit: "项",
    tier: "B",
    window: { kind: "flow", on: { field: "year" } },
    fold: { kind: "count" },
  },
  {
    ...activities,
    name: "trainingSessions",
    label: "科技培训期数",
    unit: "期",
    tier: "C",
    where: [training],
    window: heldIn,
    fold: sum("sessions"),
  },
  {
    ...activities,
    name: "trainingPeople",
    label: "科技培训人次",
    unit: "人次",
    tier: "C",
    where: [training],
    window: heldIn,
    fold: sum("people"),
  },
  { ...activities, name: "activities", label: "科技活动数", unit: "次", window: heldIn, fold: { kind: "count" } },
  {
    ...activities,
    name: "activityPeople",
    label: "科技活动参加人次",
    unit: "人次",
    tier: "C",
    window: heldIn,
    fold: sum("people"),
  },
  {
    ...activities,
    name: "activityMaterials",
    label: "发放宣传资料数",
    unit: "份",
    tier: "C",
    window: heldIn,
    fold: sum("materials"),
  },
  {
    ...activities,
    name: "activityConsultations",
    label: "接待咨询人次",
    unit: "人次",
    tier: "D",
    window: heldIn,
    fold: sum("consultations"),
  },
  {
    ...activities,
    name: "countrysideVisits",
    label: "科技下乡次数",
    unit: "次",
    where: [ofType("科技下乡")],
    window: heldIn,
    fold: sum("sessions"),
  },
  {
    ...activities,
    name: "scienceWeeks",
    label: "科技活动周活动数",
    unit: "次",
    where: [ofType("科技活动周")],
    window: heldIn,
    fold: { kind: "count" },
  },
  {
    ...activities,
    name: "investmentFairs",
    label: "参加洽谈会次数",
    unit: "次",
    where: [ofType("洽谈会", "对接会")],
    window: heldIn,
    fold: { kind: "count" },
  },
  {
    kind: "records",
    subject: "农业与活动",
    ledger: "technologyCommissioners",
    name: "technologyCommissioners",
    label: "科技特派员数",
    unit: "名",
    tier: "B",
    window: { kind: "stock", since: "period", until: "period" },
    fold: { kind: "count" },
  },
];
