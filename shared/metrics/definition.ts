import type { Phase } from "../fields/field.ts";

// A metric is data of a few closed kinds, so that a bureau adds its own as one more row (architecture, decision 16).

export type Subject =
  | "企业"
  | "平台"
  | "项目资金"
  | "成果奖励"
  | "知识产权"
  | "产学研"
  | "农业与活动"
  | "招商引资"
  | "综合";

interface MetricCommon {
  /** Stable English id. */
  readonly name: string;
  /** Chinese name. */
  readonly label: string;
  /** 家, 项, 万元, %, 件 … `value` is a number in this unit. */
  readonly unit: string;
  readonly subject: Subject;
  /** Tier of the indicator board: A and B stand on the first screen. */
  readonly tier?: "A" | "B" | "C" | "D";
  /** Other names under which targets and hand-entered values write this metric. */
  readonly aliases?: readonly string[];
}

/** A blank field is unknown: the record is left out and reported, unless `blank` lets it count, with a reserve. */
export type Condition =
  | { readonly field: string; readonly in: readonly (string | number | boolean)[]; readonly blank?: "counts" }
  | { readonly field: string; readonly notIn: readonly (string | number | boolean)[]; readonly blank?: "counts" }
  /** For ranked dictionaries: 市级以上 is `{atLeast: "市级"}`. */
  | { readonly field: string; readonly atLeast: string; readonly blank?: "counts" }
  | { readonly field: string; readonly filled: boolean }
  /** A field of the record that a reference points at. */
  | { readonly through: string; readonly where: Condition };

/** What happens in a flow. */
export type FlowEvent =
  /** The first entry of the phase, or of the named stages. */
  | { readonly stage: Phase | readonly string[] }
  /**
   * A date, period or year field; where it is blank, the year in `orYear`. `notYet`: a blank one says that it has not
   * happened, not that nobody knows when.
   */
  | { readonly field: string; readonly orYear?: string; readonly blank?: "notYet" }
  /** The last day of a grant: the field that the stages expire by, else so many years after the grant. */
  | { readonly expiry: true };

/**
 * When a record counts. Stock: standing at the as-of date. Flow: an event within the period, not after the as-of date;
 * where the event is only a year and the metric asks for a standing too, that standing alone is held against the
 * as-of date (awards of 2012 that had been given by October).
 * `yearsAhead` moves the period (certificates that expire next year) and then does not stop at the as-of date.
 */
export type Window =
  | {
      readonly kind: "stock";
      readonly since?: string;
      readonly until?: string;
      /** Where `until` is blank, reaching this phase (or one of these stages) is the end. */
      readonly endedBy?: Phase | readonly string[];
    }
  | { readonly kind: "flow"; readonly on: FlowEvent; readonly yearsAhead?: number };

export interface RecordsMetric extends MetricCommon {
  readonly kind: "records";
  readonly ledger: string;
  /** Phase (or named stages) in which the record must stand at the as-of date. Omitted: any or no stages. */
  readonly standing?: Phase | readonly string[];
  /** An entry into the standing that has no date counts, with a reserve: intentions are listed without a day. */
  readonly undated?: "counts";
  readonly where?: readonly Condition[];
  readonly window: Window;
  /**
   * Rows whose `field` reads `is` are sums since New Year: of each group of `per` and year only the newest counts, and
   * single rows beside it do not. Dated by the flow's field.
   */
  readonly runningTotals?: { readonly field: string; readonly is: string; readonly per: string };
  /** Count different values of this field instead of records (家 of 协议). */
  readonly distinct?: string;
  readonly fold:
    | { readonly kind: "count" }
    | { readonly kind: "sum"; readonly field: string }
    | { readonly kind: "max"; readonly field: string };
  /** The metric whose value stands beside this one as pending, never inside. */
  readonly pending?: string;
}

/** of ÷ to, as percent points or a plain number. */
export interface RatioMetric extends MetricCommon {
  readonly kind: "ratio";
  readonly of: string;
  readonly to: string;
}

/** The metric against the same period of last year. */
export interface ChangeMetric extends MetricCommon {
  readonly kind: "change";
  readonly of: string;
  readonly as: "percent" | "difference";
}

/** Actual against the year's target of the same metric; `of` names the metric, the target lies in the targets ledger. */
export interface CompletionMetric extends MetricCommon {
  readonly kind: "completion";
  readonly of: string;
  readonly as: "percent" | "excess";
}

/** The target itself, from the targets ledger (year of scope, whole district unless an area is asked). */
export interface TargetMetric extends MetricCommon {
  readonly kind: "target";
  readonly of: string;
}

/** Typed in by a person with source and date (metricValues ledger). */
export interface HandEnteredMetric extends MetricCommon {
  readonly kind: "handEntered";
}

export type MetricDefinition =
  | RecordsMetric
  | RatioMetric
  | ChangeMetric
  | CompletionMetric
  | TargetMetric
  | HandEnteredMetric;

/** Records left out of a value, or counted with a reserve, in words: 日期不明 2 家, 金额未填 1 项. */
export interface Missing {
  readonly reason: string;
  readonly records: number;
  /** Measure word of the ledger that the records lie in: 家, 项. */
  readonly measure?: string;
  readonly ids: readonly string[];
}

export interface RecordRef {
  readonly ledger: string;
  readonly id: string;
}

/** The answer to one metric in one scope. `value` is null where no record says so. */
export interface MetricValue {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  /** 实际, 预计 or 快报. */
  readonly certainty: "actual" | "estimate" | "flash";
  readonly pending: number | null;
  readonly missing: readonly Missing[];
  readonly records: readonly RecordRef[];
  /** 口径 in one Chinese sentence, made from the definition. */
  readonly basis: string;
}
