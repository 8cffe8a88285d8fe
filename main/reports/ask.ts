import type { StoredRecord } from "../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { MetricDefinition, MetricValue } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import type { Ask, AskedItem } from "../../shared/report/ask.ts";
import type { ReadHandle } from "../database/open.ts";
import { computeMetrics } from "../metrics/compute.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { recordsById } from "../records/readRecords.ts";
import { idsIn } from "../records/titles.ts";
import { fieldWords } from "./askFields.ts";

export interface DataAsk extends Ask {
  /** Asks for many metrics of one scope at once; answers are kept. */
  prepare(metrics: readonly string[], scope: Scope): Promise<void>;
}

/** The real Ask: metrics and records of the open database. Every metric is computed once for each scope. */
export function askData(db: ReadHandle, definitions: readonly MetricDefinition[]): DataAsk {
  const figures = new Map<string, MetricValue>();
  const records = new Map<string, Map<string, StoredRecord>>();
  const named = new Map(definitions.map((definition) => [definition.name, definition]));

  const prepare = async (metrics: readonly string[], scope: Scope): Promise<void> => {
    const wanted = [...new Set(metrics)].filter((metric) => !figures.has(key(metric, scope)));
    if (wanted.length === 0) return;
    for (const value of await computeMetrics(db, definitions, wanted, scope))
      figures.set(key(value.metric, scope), value);
  };

  const figure = async (metric: string, scope: Scope): Promise<MetricValue> => {
    await prepare([metric], scope);
    const answer = figures.get(key(metric, scope));
    if (!answer) throw new TypeError(`${metric} was not answered`);
    return answer;
  };

  const load = async (ledger: string, ids: readonly string[]): Promise<Map<string, StoredRecord>> => {
    const known = records.get(ledger) ?? new Map<string, StoredRecord>();
    records.set(ledger, known);
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    for (const [id, record] of await recordsById(db, planOf(ledgerNamed(ledger)), missing)) known.set(id, record);
    return known;
  };

  // Loads what the references of these records point at, so that their names and fields can be read at once.
  const loadAround = async (
    declaration: LedgerDeclaration,
    some: readonly StoredRecord[],
    depth: number,
  ): Promise<void> => {
    for (const [name, field] of Object.entries(declaration.fields)) {
      if (field.kind !== "reference" && field.kind !== "references") continue;
      const ids = some.flatMap(({ values }) => idsIn(values, name));
      if (ids.length === 0) continue;
      const loaded = await load(field.to, ids);
      const next = ids.flatMap((id) => loaded.get(id) ?? []);
      if (depth > 1) await loadAround(ledgerNamed(field.to), next, depth - 1);
    }
  };

  const items = async (metric: string, scope: Scope, fields: readonly string[]): Promise<AskedItem[]> => {
    const definition = named.get(metric);
    const answer = await figure(metric, scope);
    if (definition?.kind !== "records") return [];
    const { ledger } = definition;
    const declaration = ledgerNamed(ledger);
    // Ids grow with time: the order of the ids is the order of the sender's rows.
    const ids = answer.records.flatMap((ref) => (ref.ledger === ledger ? [ref.id] : [])).toSorted();
    const loaded = await load(ledger, ids);
    const counted = ids.flatMap((id) => loaded.get(id) ?? []);
    await loadAround(declaration, counted, 2);
    const lookup = (other: string, id: string): StoredRecord | undefined => records.get(other)?.get(id);
    return counted.map((record) => ({
      ref: { ledger, id: record.id },
      fields: Object.fromEntries(
        fields
          .map((path) => [path, fieldWords(record, declaration, path, scope.asOf, lookup, ledgerNamed)] as const)
          .filter(([, words]) => words !== ""),
      ),
    }));
  };

  return { figure, items, prepare };
}

function key(metric: string, { from, to, asOf, area }: Scope): string {
  return [metric, from, to, asOf, area ?? ""].join(" ");
}
