import { OUTPUT, OUTPUT_SHARE } from "./targets.ts";

// Figures that no ledger holds: typed in with source and date. All invented (示例).

export interface MetricValue {
  readonly metric: string;
  readonly period: string;
  readonly value: number;
  readonly unit: "亿元" | "%";
  readonly nature: "实际" | "快报" | "预计";
  readonly source: string;
  readonly date: string;
}

export const metricValues: readonly MetricValue[] = [
  {
    metric: OUTPUT,
    period: "2011",
    value: 71.2,
    unit: "亿元",
    nature: "实际",
    source: "示例区统计局年报",
    date: "2012-02-15",
  },
  {
    metric: OUTPUT_SHARE,
    period: "2011",
    value: 28.9,
    unit: "%",
    nature: "实际",
    source: "示例区统计局年报",
    date: "2012-02-15",
  },
  {
    metric: OUTPUT,
    period: "2012",
    value: 86.5,
    unit: "亿元",
    nature: "快报",
    source: "示例区统计局快报",
    date: "2012-12-28",
  },
  {
    metric: OUTPUT_SHARE,
    period: "2012",
    value: 30.5,
    unit: "%",
    nature: "快报",
    source: "示例区统计局快报",
    date: "2012-12-28",
  },
];
