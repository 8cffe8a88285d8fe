import type { MetricValue, RecordRef } from "../metrics/definition.ts";
import type { Scope } from "../metrics/scope.ts";

/** One record behind a metric, its fields as display words; a blank field is absent. */
export interface AskedItem {
  readonly ref: RecordRef;
  readonly fields: Readonly<Record<string, string>>;
}

/** The one way in which reports learn anything from the data. Answers of one Ask stay the same while it lives. */
export interface Ask {
  /** Throws a ProblemError for a metric nobody defined. */
  figure(metric: string, scope: Scope): Promise<MetricValue>;
  /** The records that `figure` counts, in the order in which they are printed. References print short names. */
  items(metric: string, scope: Scope, fields: readonly string[]): Promise<readonly AskedItem[]>;
}
