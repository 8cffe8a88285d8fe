import { dictionaries } from "../../../shared/dictionaries/index.ts";
import type { Field } from "../../../shared/fields/field.ts";
import { readCell, showValue } from "../../../shared/fields/index.ts";

// What a person types over a cell, read as a cell would be, so that it is known at once what comes of it.

const termsOf = (name: string) => dictionaries.find((one) => one.name === name)?.terms ?? [];

/** As people read it; why it cannot be read; null for kinds whose texts mean records or terms that are looked up later. */
export function typedText(field: Field, text: string): { shown: string } | { doubt: string } {
  if (isLookedUp(field)) return { shown: text };
  const reading = readCell(field, { text, type: "text" }, termsOf);
  if ("doubt" in reading) return reading;
  return reading.value === null
    ? { doubt: "看不出内容；要留空请点“留空”" }
    : { shown: showValue(field, reading.value) };
}

function isLookedUp({ kind }: Field): boolean {
  return kind === "reference" || kind === "references" || kind === "choice" || kind === "choices";
}

/** What a decision holds over a field, as people read it; undefined where nothing is typed over it. */
export function correctionShown(
  field: Field | undefined,
  values: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined {
  const typed = values?.[name];
  if (typed === undefined) return undefined;
  if (typed === null) return "（留空）";
  if (typeof typed !== "string") return String(typed);
  const read = field === undefined ? null : typedText(field, typed);
  return read !== null && "shown" in read ? read.shown : typed;
}
