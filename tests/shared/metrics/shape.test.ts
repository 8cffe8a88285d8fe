import { expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { metricShape } from "../../../shared/metrics/shape.ts";

const common = { name: "own", label: "自定义", unit: "项", subject: "项目资金" };
const counted = {
  ...common,
  kind: "records",
  ledger: "projects",
  window: { kind: "flow", on: { stage: "granted" } },
  fold: { kind: "count" },
};

it("takes every metric of the catalogue as it is", () => {
  for (const metric of builtInMetrics) expect(metricShape.parse(metric), metric.name).toEqual(metric);
});

it.each([
  ["no kind", { ...counted, kind: undefined }],
  ["an unknown kind", { ...common, kind: "nonsense", of: "projects" }],
  ["no unit", { ...counted, unit: undefined }],
  ["no window", { ...counted, window: null }],
  ["a flow of nothing", { ...counted, window: { kind: "flow" } }],
  ["an unknown phase", { ...counted, standing: "allowed" }],
  ["a sum of nothing", { ...counted, fold: { kind: "sum" } }],
  ["conditions that are no list", { ...counted, where: "level" }],
  ["a condition that asks nothing", { ...counted, where: [{ field: "level" }] }],
  ["a list of terms that is none", { ...counted, where: [{ field: "level", in: "省级" }] }],
  ["a word of a later program", { ...counted, expression: "1+1" }],
  ["a ratio to nothing", { ...common, kind: "ratio", of: "projects" }],
])("refuses %s", (_, definition) => {
  expect(metricShape.safeParse(definition).success).toBe(false);
  expect(metricShape.safeParse(counted).success).toBe(true);
});
