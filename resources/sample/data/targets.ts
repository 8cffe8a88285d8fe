// Targets name the metric by its Chinese label. Those of the report: 招商 100, plan 1 and 4; the rest is invented.

export interface Target {
  readonly year: number;
  readonly metric: string;
  readonly value: number;
  readonly unit: "万元" | "家";
  /** 确保 is a firm target, 争取 and 力争 are not. */
  readonly resolve: "确保" | "力争";
  readonly candidates: readonly string[];
  readonly office: string;
  readonly source: string;
}

export const INVESTMENT = "招商引资到位资金";
export const GRANTS = "争取上级无偿资金";
export const PROVINCIAL_CENTRES = "省级以上工程技术研究中心新增";
export const MUNICIPAL_CENTRES = "市级以上工程技术研究中心新增";
export const HIGH_TECH = "高新技术企业数";
export const OUTPUT = "高新技术产业产值";
export const OUTPUT_SHARE = "高新技术产业产值占比";

const task = (year: number) => `示例区${year}年度任务书`;

export const targets: readonly Target[] = [
  {
    year: 2011,
    metric: INVESTMENT,
    value: 80,
    unit: "万元",
    resolve: "确保",
    candidates: [],
    office: "办公室",
    source: task(2011),
  },
  {
    year: 2011,
    metric: GRANTS,
    value: 300,
    unit: "万元",
    resolve: "确保",
    candidates: [],
    office: "计划科",
    source: task(2011),
  },
  {
    year: 2011,
    metric: MUNICIPAL_CENTRES,
    value: 3,
    unit: "家",
    resolve: "确保",
    candidates: [],
    office: "高新科",
    source: task(2011),
  },
  {
    year: 2011,
    metric: HIGH_TECH,
    value: 4,
    unit: "家",
    resolve: "确保",
    candidates: [],
    office: "高新科",
    source: task(2011),
  },
  {
    year: 2012,
    metric: INVESTMENT,
    value: 100,
    unit: "万元",
    resolve: "确保",
    candidates: [],
    office: "办公室",
    source: task(2012),
  },
  {
    year: 2012,
    metric: GRANTS,
    value: 400,
    unit: "万元",
    resolve: "确保",
    candidates: [],
    office: "计划科",
    source: task(2012),
  },
  {
    year: 2012,
    metric: MUNICIPAL_CENTRES,
    value: 4,
    unit: "家",
    resolve: "力争",
    candidates: ["鑫昊木业", "双通塑料", "长松柴油机", "金石通保温材料"],
    office: "高新科",
    source: task(2012),
  },
  {
    year: 2012,
    metric: HIGH_TECH,
    value: 5,
    unit: "家",
    resolve: "确保",
    candidates: [],
    office: "高新科",
    source: task(2012),
  },
  {
    year: 2013,
    metric: PROVINCIAL_CENTRES,
    value: 1,
    unit: "家",
    resolve: "确保",
    candidates: ["创智新材料", "亚康药业"],
    office: "高新科",
    source: task(2013),
  },
  {
    year: 2013,
    metric: MUNICIPAL_CENTRES,
    value: 4,
    unit: "家",
    resolve: "确保",
    candidates: ["创智新材料", "亚康药业"],
    office: "高新科",
    source: task(2013),
  },
  {
    year: 2013,
    metric: INVESTMENT,
    value: 120,
    unit: "万元",
    resolve: "力争",
    candidates: [],
    office: "办公室",
    source: `${task(2013)}（示例）`,
  },
];
