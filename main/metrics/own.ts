import type { Tx } from "../database/open.ts";
import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { builtInMetrics } from "./catalogue/index.ts";
import { checkDefinition } from "./checkDefinition.ts";
import { loadContext } from "./context.ts";
import { loadDefinitions } from "./definitions.ts";
import { partsOf } from "./engine/gather.ts";
import { yearScope } from "../../shared/metrics/scope.ts";

/**
 * Adds a bureau's own metric, or changes it. Throws ProblemError: refused E-MET-02 for the name of a built-in one,
 * invalid E-MET-03 with the issues of `checkDefinition`.
 */
export async function saveOwnMetric(tx: Tx, definition: MetricDefinition): Promise<MetricDefinition[]> {
  if (builtInMetrics.some((metric) => metric.name === definition.name)) {
    const message = `“${definition.name}”是内置指标，不能改动；自定义指标请另取代号。数据没有改动。`;
    throw new ProblemError({ kind: "refused", code: "E-MET-02", message });
  }
  const issues = checkDefinition(definition, await loadDefinitions(tx), await loadContext(tx));
  const first = issues.find((issue) => issue.level === "error")?.message;
  if (first !== undefined) {
    const message = `指标定义有误（${first}），没有保存。数据没有改动；请改正后再保存。`;
    throw new ProblemError({ kind: "invalid", code: "E-MET-03", message, issues });
  }
  const row = { name: definition.name, definition: JSON.stringify(definition) };
  await tx
    .insertInto("ownMetrics")
    .values(row)
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ definition: row.definition }))
    .execute();
  return loadDefinitions(tx);
}

/**
 * Removes a bureau's own metric. Throws ProblemError: notFound E-MET-01, refused E-MET-02 for a built-in one and
 * E-MET-04 while another metric is made of it.
 */
export async function removeOwnMetric(tx: Tx, name: string): Promise<MetricDefinition[]> {
  const definitions = await loadDefinitions(tx);
  if (builtInMetrics.some((metric) => metric.name === name))
    throw new ProblemError({
      kind: "refused",
      code: "E-MET-02",
      message: `“${name}”是内置指标，没有删除。数据没有改动；不需要它时不用理会即可。`,
    });
  if (!definitions.some((metric) => metric.name === name))
    throw new ProblemError({
      kind: "notFound",
      code: "E-MET-01",
      message: `没有名为“${name}”的指标，没有删除。数据没有改动；请核对名称。`,
    });
  const user = definitions.find((metric) => namesUsed(metric).includes(name));
  if (user) {
    const message = `指标“${user.label}”用到“${name}”，请先改动或删除“${user.label}”。数据没有改动。`;
    throw new ProblemError({ kind: "refused", code: "E-MET-04", message });
  }
  await tx.deleteFrom("ownMetrics").where("name", "=", name).execute();
  return loadDefinitions(tx);
}

function namesUsed(metric: MetricDefinition): string[] {
  return metric.kind === "target" ? [metric.of] : partsOf(metric, yearScope(2000)).map((part) => part.name);
}
