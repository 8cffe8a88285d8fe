import type { MetricDefinition } from "../../../shared/metrics/definition.ts";

export const builtInMetrics: readonly MetricDefinition[] = [];
