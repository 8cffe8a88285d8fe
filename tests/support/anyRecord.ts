import * as fc from "fast-check";
import { builtInTerms } from "../../shared/dictionaries/index.ts";
import { creditCodeCheck } from "../../shared/fields/codes/creditCode.ts";
import { patentCheck } from "../../shared/fields/codes/patentNo.ts";
import { firstDay, lastDay } from "../../shared/fields/dateText.ts";
import type { CodeScheme, Field, StageEntry, Value } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";

// Random records of any ledger, made from its declaration: values that pass its check, blanks among them.

/** Ids that references may point at; none leaves optional references blank. */
export type IdsOf = (ledger: string) => readonly string[];

const two = (value: number) => String(value).padStart(2, "0");

/** A date text of any precision. */
export const anyDate: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 1990, max: 2049 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(4),
  )
  .map(([year, month, day, precision]) => {
    const forms = [
      `${year}`,
      `${year}-H${(month % 2) + 1}`,
      `${year}-Q${(month % 4) + 1}`,
      `${year}-${two(month)}`,
      `${year}-${two(month)}-${two(day)}`,
    ];
    return forms[precision] ?? `${year}`;
  });

export const anyPeriod: fc.Arbitrary<string> = fc
  .tuple(anyDate, anyDate)
  .map(([a, b]) => (firstDay(a) <= lastDay(b) ? `${a}/${b}` : `${b}/${a}`));

/** Words as they stand in cells: Chinese and Latin, brackets and quotes, never blank and never one of the blank signs. */
const words = fc
  .array(fc.constantFrom(..."甲乙丙丁新材料精工（集团）“膨胀玻化微珠”ＡBc3·-"), { minLength: 1, maxLength: 12 })
  .map((characters) => `示例${characters.join("")}`);

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((numbers) => numbers.join(""));

/** Sound numbers of every scheme. */
const codes: { readonly [S in CodeScheme]: fc.Arbitrary<string> } = {
  creditCode: digits(9).map((serial) => {
    const first = `91370703${serial}`;
    return `${first}${creditCodeCheck(first)}`;
  }),
  patentNo: fc
    .tuple(fc.integer({ min: 2004, max: 2049 }), fc.constantFrom(1, 2, 3), digits(7))
    .map(([year, type, serial]) => `${year}${type}${serial}.${patentCheck(`${year}${type}${serial}`)}`),
  certificateNo: digits(12).map((number) => `GR${number}`),
  techSmeNo: fc.tuple(digits(10), fc.constantFrom("0", "A", "B"), digits(7)).map((parts) => parts.join("")),
  contractNo: digits(16),
  achievementNo: fc.tuple(digits(7), digits(4)).map(([head, tail]) => `${head}Y${tail}`),
  areaCode: digits(9),
  free: fc.tuple(fc.constantFrom("鲁科计", "ZD", "2012-"), digits(6)).map((parts) => parts.join("")),
};

const terms = (dictionary: string) => fc.constantFrom(...builtInTerms(dictionary).map(({ term }) => term));

/** Values that the field can store; null where it can only be left blank. */
export function anyValue(field: Field, ids: IdsOf): fc.Arbitrary<Value | null> {
  switch (field.kind) {
    case "text":
      return words;
    case "number":
      return fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
    case "percent":
      return fc.integer({ min: -1000, max: 10_000 }).map((value) => value / 10);
    case "count":
      return fc.nat(100_000);
    case "money":
      return fc.nat(10_000_000_000);
    case "year":
      return fc.integer({ min: 1990, max: 2049 });
    case "date":
      return anyDate;
    case "period":
      return anyPeriod;
    case "choice":
      return terms(field.dictionary);
    case "choices":
      return fc.uniqueArray(terms(field.dictionary), { minLength: 1, maxLength: 3 });
    case "yesNo":
      return fc.boolean();
    case "code":
      return codes[field.scheme];
    case "reference":
      return fc.constantFrom(...(ids(field.to).length === 0 ? [null] : ids(field.to)));
    case "references":
      return ids(field.to).length === 0
        ? fc.constant(null)
        : fc.uniqueArray(fc.constantFrom(...ids(field.to)), { minLength: 1, maxLength: 3 });
    case "attachments":
      return fc.constant(null);
    case "stages":
      return anyStages(field.flow.map(({ stage }) => stage));
  }
}

function anyStages(stages: readonly string[]): fc.Arbitrary<StageEntry[]> {
  const said = fc.option(words, { nil: undefined, freq: 3 });
  const entry = fc
    .record({
      stage: fc.constantFrom(...stages),
      date: fc.option(anyDate, { nil: null, freq: 4 }),
      documentNo: said,
      note: said,
    })
    .map(({ documentNo, note, ...known }) => ({ ...known, ...(documentNo && { documentNo }), ...(note && { note }) }));
  return fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ({ stage }) => stage });
}

/**
 * Values of one record that pass the ledger's check. Required references without ids to point at take a made-up one,
 * so that a parent can be put in later.
 */
export function anyRecord(
  { fields }: LedgerDeclaration,
  ids: IdsOf = () => [],
): fc.Arbitrary<Record<string, Value | null>> {
  const model: Record<string, fc.Arbitrary<Value | null>> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = anyValue(field, ids);
    if (!field.required) model[name] = fc.option(value, { nil: null, freq: 3 });
    else model[name] = field.kind === "reference" && ids(field.to).length === 0 ? fc.uuid({ version: 7 }) : value;
  }
  return fc.record(model);
}
