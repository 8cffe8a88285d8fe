import type { MetricDefinition } from "../../../shared/metrics/definition.ts";

// What the report lists without counting it: problems, next year's plan, the bureau's own blocks of text.

const yearly = {
  kind: "records",
  subject: "综合",
  unit: "条",
  window: { kind: "flow", on: { field: "year" } },
  fold: { kind: "count" },
} as const;

export const reportRosters: readonly MetricDefinition[] = [
  { ...yearly, name: "problemItems", label: "存在问题条数", ledger: "problemItems" },
  { ...yearly, name: "planItems", label: "工作要点条数", ledger: "planItems" },
  { ...yearly, name: "textBlocks", label: "文字块数", ledger: "textBlocks" },
];
