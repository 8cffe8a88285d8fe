import type { MetricDefinition } from "../../../shared/metrics/definition.ts";
import { collaborationMetrics } from "./collaborations.ts";
import { enterprises } from "./enterprises.ts";
import { generalMetrics } from "./general.ts";
import { intellectualPropertyMetrics } from "./intellectualProperty.ts";
import { investmentMetrics } from "./investment.ts";
import { platformMetrics } from "./platforms.ts";
import { projectMetrics } from "./projects.ts";
import { reportRosters } from "./reportRosters.ts";
import { resultMetrics } from "./results.ts";
import { workMetrics } from "./work.ts";

/** The closed list of built-in metrics, in the order of the indicator board. */
export const builtInMetrics: readonly MetricDefinition[] = [
  ...enterprises,
  ...platformMetrics,
  ...projectMetrics,
  ...resultMetrics,
  ...intellectualPropertyMetrics,
  ...collaborationMetrics,
  ...workMetrics,
  ...investmentMetrics,
  ...generalMetrics,
  ...reportRosters,
];
