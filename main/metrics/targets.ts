import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import { findTarget, readTargets } from "./engine/rows.ts";
import type { Reader } from "./engine/context.ts";
import { convert } from "./engine/units.ts";
import { definitionNamed } from "./engine/gather.ts";

/**
 * The targets of the named metrics in the scope's year, each in its metric's unit; null where there is none, or one
 * whose unit does not convert. Throws ProblemError notFound, E-MET-01.
 */
export async function targetsOf(
  db: Reader,
  definitions: readonly MetricDefinition[],
  names: readonly string[],
  scope: Scope,
): Promise<Map<string, number | null>> {
  const known = new Map(definitions.map((metric) => [metric.name, metric]));
  const rows = await readTargets(db);
  return new Map(
    names.map((name) => {
      const metric = definitionNamed(known, name);
      const row = findTarget(rows, [metric], scope);
      return [name, row?.value == null ? null : convert(row.value, row.unit ?? "", metric.unit)];
    }),
  );
}
