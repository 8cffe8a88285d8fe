import type { TermsOf } from "../../shared/fields/field.ts";
import type { TemplateColumn } from "../../shared/ledgers/templateColumns.ts";

/** Few enough to be looked through, and no secret: the district's own sub-districts. */
const offered = "subdistricts";

export interface Offered {
  readonly terms: TermsOf;
  /** Names of the sub-districts. */
  readonly places: readonly string[];
  readonly year: number;
}

/** What a column's cells may say, in the words of the lists; none where anything may stand. Old terms are not offered. */
export function wordsOffered({ field, part }: TemplateColumn, { terms, places, year }: Offered): readonly string[] {
  if (part !== "value") return [];
  switch (field.kind) {
    case "choice":
    case "choices":
      return terms(field.dictionary)
        .filter(({ from = 0, to = 9999 }) => from <= year && to >= year)
        .map(({ term }) => term);
    case "yesNo":
      return ["是", "否"];
    case "stages":
      return field.flow.map(({ stage }) => stage);
    case "reference":
      return field.to === offered ? places : [];
    default:
      return [];
  }
}
