import fc from "fast-check";
import type { MetricContext } from "../../../main/metrics/engine/context.ts";
import type { Field, StagesField } from "../../../shared/fields/field.ts";
import type { Scope } from "../../../shared/metrics/scope.ts";
import type { Row } from "./memory.ts";
import type { Rows } from "./oracle.ts";

// Random ledgers around the years 2011 to 2013: few values each, so that metrics hit and miss in turn.

const ids = 6;
const idsOf = (ledger: string): string[] => Array.from({ length: ids }, (_, index) => `${ledger}-${index}`);

const anyYear = fc.constantFrom(2009, 2010, 2011, 2012, 2012, 2013);
/** Of any precision, a day, a month, a quarter, a half or a whole year. */
const anyDate = fc
  .tuple(
    anyYear,
    fc.constantFrom(
      "",
      "",
      "-H1",
      "-H2",
      "-Q2",
      "-Q4",
      "-02",
      "-06",
      "-10",
      "-11",
      "-02-28",
      "-06-15",
      "-10-31",
      "-12-05",
    ),
  )
  .map(([year, rest]) => `${year}${rest}`);
const anyPeriod = fc
  .tuple(anyDate, fc.constantFrom("2012-06", "2012", "2013-12-31", "2014"))
  .map(([start, end]) => `${start}/${end}`);

function anyStatus(stages: StagesField): fc.Arbitrary<{ stage: string; date: string | null }[]> {
  return fc
    .subarray(
      stages.flow.map(({ stage }) => stage),
      { maxLength: 3 },
    )
    .chain((names) =>
      fc.tuple(
        ...names.map((stage) => fc.record({ stage: fc.constant(stage), date: fc.option(anyDate, { freq: 6 }) })),
      ),
    );
}

function anyValue(context: MetricContext, field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "date":
      return anyDate;
    case "year":
      return anyYear;
    case "period":
      return anyPeriod;
    case "money":
    case "count":
      return fc.integer({ min: 0, max: 900_000_000 });
    case "number":
    case "percent":
      return fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    case "yesNo":
      return fc.boolean();
    case "choice":
      return anyTerm(context, field.dictionary);
    case "choices":
      return fc.uniqueArray(anyTerm(context, field.dictionary), { minLength: 1, maxLength: 2 });
    case "reference":
      return fc.constantFrom(...idsOf(field.to));
    case "references":
      return fc.subarray(idsOf(field.to), { minLength: 1 });
    default:
      return fc.constantFrom("甲", "乙");
  }
}

function anyTerm(context: MetricContext, dictionary: string): fc.Arbitrary<string> {
  const own = context.ownTerms.filter((term) => term.dictionary === dictionary).map(({ term }) => term);
  const first = context.dictionaries.get(dictionary)?.terms.map(({ term }) => term) ?? [];
  return fc.constantFrom(...first.slice(0, 4), ...first, ...own);
}

function anyRow(context: MetricContext, ledger: string, id: string): fc.Arbitrary<Row> {
  const fields = Object.entries(context.ledgers.get(ledger)?.fields ?? {});
  const values = fields.flatMap(([name, field]) => {
    // Official numbers are unique.
    if (field.kind === "code") return [[name, fc.constant(`${name} ${id}`)] as const];
    if (field.kind === "stages") return [[name, anyStatus(field)] as const];
    const value = anyValue(context, field);
    return [[name, field.required === true ? value : fc.option(value, { freq: 8, nil: undefined })] as const];
  });
  const deletedAt = fc.constantFrom(undefined, undefined, undefined, undefined, "2012-01-02T00:00:00.000Z");
  const own = context.ownFields
    .filter((field) => field.ledger === ledger)
    .map(({ name }) => [name, fc.option(fc.integer({ max: 3 }), { nil: undefined })]);
  return fc
    .record({ ...Object.fromEntries(values), extras: fc.record(Object.fromEntries(own)), deletedAt })
    .map((row) => {
      const filled = Object.entries(row).filter(([, value]) => value !== undefined);
      return { id, ...Object.fromEntries(filled) };
    });
}

/** The same few ids in every ledger, so that references meet. */
export function anyRows(context: MetricContext): fc.Arbitrary<Rows> {
  const ledgers = [...context.ledgers.keys()].map((name) => {
    const rows = fc.tuple(...idsOf(name).map((id) => anyRow(context, name, id)));
    return [name, fc.oneof({ weight: 6, arbitrary: rows }, { weight: 1, arbitrary: fc.constant([]) })] as const;
  });
  return fc.record(Object.fromEntries(ledgers));
}

export const anyScope: fc.Arbitrary<Scope> = fc
  .tuple(
    fc.constantFrom(["2012-01-01", "2012-12-31"], ["2012-01-01", "2012-06-30"], ["2012-04-01", "2012-06-30"]),
    fc.constantFrom("2012-12-31", "2012-10-31", "2012-06-30", "2013-02-28"),
    fc.constantFrom(undefined, undefined, undefined, "subdistricts-1"),
  )
  .map(([[from = "", to = ""], asOf, area]) => ({ from, to, asOf, ...(area === undefined ? {} : { area }) }));
