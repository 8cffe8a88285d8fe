import type { StoredRecord, Trace, TracedRecord, TracedValue, ValueSource } from "../../shared/api/api.ts";
import type { Field, Value } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import type { ReadHandle } from "../database/open.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import { extraFields } from "../records/extraFields.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { recordsById } from "../records/readRecords.ts";
import { valueSources } from "../records/sources.ts";
import { titlesFor, titlesOf } from "../records/titles.ts";
import { metricRecords } from "./records.ts";

/**
 * The way back from a figure: every record behind it, and for each of its filled fields the cell that it was read from
 * or who typed it. The one place where metrics ask the store. Throws ProblemError notFound, E-MET-01.
 */
export async function traceMetric(
  db: ReadHandle,
  definitions: readonly MetricDefinition[],
  name: string,
  scope: Scope,
): Promise<Trace> {
  const { value, ledgers } = await metricRecords(db, definitions, name, scope);
  const records: TracedRecord[] = [];
  for (const { ledger, ids } of ledgers) records.push(...(await traceRecords(db, ledger, ids)));
  const { metric, label, unit, basis } = value;
  const folded = foldedField(definitions.find((one) => one.name === name));
  return { metric, label, value: value.value, unit, basis, ...(folded === null ? {} : { folded }), records };
}

function foldedField(definition: MetricDefinition | undefined): string | null {
  return definition?.kind !== "records" || definition.fold.kind === "count" ? null : definition.fold.field;
}

async function traceRecords(db: ReadHandle, ledger: string, ids: readonly string[]): Promise<TracedRecord[]> {
  const declaration = ledgerNamed(ledger);
  const found = await recordsById(db, planOf(declaration), ids);
  const records = ids.flatMap((id) => found.get(id) ?? []);
  const titles = await titlesFor(
    db,
    ids.map((id) => ({ ledger, id })),
  );
  const words = await titlesOf(db, ledger, records);
  const sources = await valueSources(db, ledger, ids);
  const fields = await fieldsOf(db, declaration);
  return records.map((record) => ({
    ledger,
    id: record.id,
    title: titles.get(record.id) ?? declaration.title,
    values: tracedValues(record, fields, words, sources.get(record.id) ?? {}),
  }));
}

/** Declared fields in their order, then the bureau's own. */
async function fieldsOf(db: ReadHandle, declaration: LedgerDeclaration): Promise<[string, Field][]> {
  const own = await extraFields(db, declaration.name);
  return [
    ...Object.entries(declaration.fields),
    ...own.map((field): [string, Field] => [field.name, fieldOfExtra(field)]),
  ];
}

function tracedValues(
  record: StoredRecord,
  fields: readonly [string, Field][],
  titles: Readonly<Record<string, string>>,
  sources: Readonly<Record<string, ValueSource>>,
): TracedValue[] {
  return fields.flatMap(([field, declared]) => {
    const value: Value | null = record.values[field] ?? record.extras[field] ?? null;
    if (value === null) return [];
    return [{ field, label: declared.label, value: showValue(declared, value, titles), source: place(sources[field]) }];
  });
}

function place(source: ValueSource | undefined): TracedValue["source"] {
  if (source === undefined) return null;
  if (source.kind === "manual") return { manual: true, by: source.by, at: source.at };
  const { file, sheet, cell, raw, batch, corrected } = source;
  return { file, sheet, cell, raw, batch, ...(corrected === undefined ? {} : { corrected }) };
}
