import { expect, it } from "vitest";
import { calendarShare, gapsOf, type MetricRow, progressOf } from "../../renderer/program/progress.ts";
import type { Missing } from "../../shared/metrics/definition.ts";
import { yearScope } from "../../shared/metrics/scope.ts";

const row = (metric: string, value: number | null, target: number | null, missing: Missing[] = []): MetricRow => {
  const now = { metric, label: metric, unit: "项", value, certainty: "actual" as const, pending: null, missing };
  const whole = { ...now, records: [], basis: "" };
  return { now: whole, lastYear: whole, target };
};

it("序时进度 is the part of the year that has passed", () => {
  expect(calendarShare(yearScope(2012))).toBe(1);
  expect(calendarShare(yearScope(2012, "2012-06-30"))).toBeCloseTo(182 / 366);
  expect(calendarShare(yearScope(2012, "2011-12-31"))).toBe(0);
});

it("tasks stand with those furthest behind first; blank is behind and not zero", () => {
  const rows = progressOf([row("a", 423, 400), row("b", 2, 4), row("c", null, 5), row("d", 7, null), row("e", 1, 0)]);
  expect(rows.map(({ metric, actual, share }) => [metric, actual, share])).toEqual([
    ["c", null, 0],
    ["b", 2, 0.5],
    ["a", 423, 1.0575],
  ]);
});

it("one gap under several figures is told once", () => {
  const gap: Missing = { reason: "经费未填", records: 2, measure: "项", ids: ["x", "y"] };
  const gaps = gapsOf([
    row("a", 1, null, [gap]),
    row("b", 1, null, [{ ...gap, ids: ["y", "x"] }]),
    row("c", 1, null, [{ ...gap, reason: "甲：经费未填" }]),
  ]);
  expect(gaps).toEqual([{ metric: "a", label: "a", words: "经费未填 2 项", records: 2 }]);
});
