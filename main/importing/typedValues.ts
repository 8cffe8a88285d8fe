import type { Values } from "../../shared/api/api.ts";
import type { Field, TermsOf, Value } from "../../shared/fields/field.ts";
import { readCell } from "../../shared/fields/index.ts";
import type { TypedValues } from "./heedDecisions.ts";
import type { Known } from "./knownRecords.ts";

/**
 * What a person typed over a row. References may be ids or names, other values may be written as a cell writes them; what
 * cannot be read stays as it is, and the ledger's check says what is wrong with it.
 */
export function typedValues(known: Known, terms: TermsOf, extrasOf: ExtrasOf): TypedValues {
  return ({ name: ledger, fields }, given) => {
    const values: Values = {};
    const names: Record<string, string[]> = {};
    const extras: Values = {};
    for (const [name, value] of Object.entries(given)) {
      const extra = extrasOf.get(ledger)?.[name];
      if (extra !== undefined) extras[name] = asRead(extra, value, terms);
      const field = fields[name];
      if (field === undefined) continue;
      const written = isReference(field) && value !== null ? namesIn(field, value, known, terms) : null;
      if (written === null) values[name] = isReference(field) ? value : asRead(field, value, terms);
      else names[name] = written;
    }
    return { values, names, extras };
  };
}

/** The bureau's own columns, by ledger and name. */
type ExtrasOf = ReadonlyMap<string, Readonly<Record<string, Field>>>;

type Reference = Extract<Field, { kind: "reference" | "references" }>;

function isReference(field: Field): field is Reference {
  return field.kind === "reference" || field.kind === "references";
}

/** Null where every one is the id of a record. */
function namesIn(field: Reference, value: Value, known: Known, terms: TermsOf): string[] | null {
  const target = known.get(field.to);
  const written = [value].flat().filter((one) => typeof one === "string");
  if (written.every((one) => target?.records.has(one) === true)) return null;
  return written.flatMap((one) => {
    const record = target?.records.get(one)?.values[target.declaration.titleField];
    if (typeof record === "string") return [record];
    const reading = readCell(field, { text: one, type: "text" }, terms);
    return "value" in reading && reading.value !== null ? ([reading.value].flat() as string[]) : [one];
  });
}

function asRead(field: Field, value: Value | null, terms: TermsOf): Value | null {
  if (typeof value !== "string" || field.kind === "text") return value;
  const reading = readCell(field, { text: value, type: "text" }, terms);
  return "value" in reading ? reading.value : value;
}
