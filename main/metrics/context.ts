import type { Field } from "../../shared/fields/field.ts";
import { dictionaries } from "../../shared/dictionaries/index.ts";
import { ledgers } from "../../shared/ledgers/index.ts";
import type { MetricContext, Reader } from "./engine/context.ts";

/** The declarations, and the terms and extra fields that the bureau added to them. */
export async function loadContext(db: Reader): Promise<MetricContext> {
  const ownTerms = await db.selectFrom("dictionaryTerms").select(["dictionary", "term", "mapsTo"]).execute();
  const ownFields = await db
    .selectFrom("extraFields")
    .select(["ledger", "name", "label", "kind", "dictionary"])
    .execute();
  return {
    ledgers: new Map(Object.entries(ledgers)),
    dictionaries: new Map(dictionaries.map((dictionary) => [dictionary.name, dictionary])),
    ownTerms,
    // Written by the store, which admits only kinds of the closed set.
    ownFields: ownFields.map((field) => ({ ...field, kind: field.kind as Field["kind"] })),
  };
}
