import type { MetricValue } from "../../../shared/metrics/definition.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import type { Ask } from "../../../shared/report/ask.ts";

/** Answers by metric, or by `metric@year` for another year than the report's. */
export type FakeAnswers = Record<
  string,
  { value?: number | null; unit?: string; items?: Record<string, string>[]; pending?: number; missing?: string }
>;

/** An Ask over plain data; the value of a roster's metric is its number of items unless said. */
export function fakeAsk(answers: FakeAnswers, year = 2012): Ask & { asked: string[] } {
  const asked: string[] = [];
  const find = (metric: string, scope: Scope) => {
    const asks = Number(scope.from.slice(0, 4));
    const key = asks === year ? metric : `${metric}@${asks}`;
    asked.push(key);
    return { key, answer: answers[key] };
  };
  return {
    asked,
    figure: async (metric, scope) => {
      const { key, answer } = find(metric, scope);
      const records = (answer?.items ?? []).map((_, index) => ({ ledger: "fake", id: `${key}-${index}` }));
      const value = answer?.value === undefined ? (answer?.items?.length ?? null) : answer.value;
      return {
        metric,
        label: `指标${metric}`,
        unit: answer?.unit ?? "项",
        value,
        certainty: "actual",
        pending: answer?.pending ?? null,
        missing: answer?.missing ? [{ reason: answer.missing, records: 0, ids: [] }] : [],
        records,
        basis: `${metric}的口径。`,
      } satisfies MetricValue;
    },
    items: async (metric, scope) => {
      const { key, answer } = find(metric, scope);
      return (answer?.items ?? []).map((fields, index) => ({ ref: { ledger: "fake", id: `${key}-${index}` }, fields }));
    },
  };
}
