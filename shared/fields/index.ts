import { attachmentsKind } from "./attachments.ts";
import { choiceKind, choicesKind } from "./choice.ts";
import { codeKind } from "./code.ts";
import { countKind } from "./count.ts";
import { dateKind } from "./date.ts";
import type { CellInput, Field, FieldKind, KindOf, Reading, StageEntry, TermsOf, Value, ValueOf } from "./field.ts";
import { moneyKind } from "./money.ts";
import { numberKind } from "./number.ts";
import { percentKind } from "./percent.ts";
import { periodKind } from "./period.ts";
import { referenceKind, referencesKind } from "./reference.ts";
import { stagesKind } from "./stages.ts";
import { textKind } from "./text.ts";
import { yearKind } from "./year.ts";
import { yesNoKind } from "./yesNo.ts";

export { attachments } from "./attachments.ts";
export { choice, choices } from "./choice.ts";
export { code } from "./code.ts";
export { count } from "./count.ts";
export { date } from "./date.ts";
export { money } from "./money.ts";
export { number } from "./number.ts";
export { percent } from "./percent.ts";
export { period } from "./period.ts";
export { reference, references } from "./reference.ts";
export { stages } from "./stages.ts";
export { text } from "./text.ts";
export { year } from "./year.ts";
export { yesNo } from "./yesNo.ts";

type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** The closed table of kinds: one that is missing here does not compile. */
export const fieldKinds = {
  text: textKind,
  number: numberKind,
  count: countKind,
  percent: percentKind,
  money: moneyKind,
  year: yearKind,
  date: dateKind,
  period: periodKind,
  choice: choiceKind,
  choices: choicesKind,
  yesNo: yesNoKind,
  code: codeKind,
  reference: referenceKind,
  references: referencesKind,
  attachments: attachmentsKind,
  stages: stagesKind,
} satisfies { readonly [K in FieldKind]: KindOf<FieldOf<K>, ValueOf<FieldOf<K>>> };

/** The faces of any field's kind. The one place that forgets which kind it is; `fits` has looked before. */
function kindOf(field: Field): KindOf<Field, Value> {
  return fieldKinds[field.kind] as unknown as KindOf<Field, Value>;
}

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isEntries = (value: unknown) =>
  Array.isArray(value) &&
  value.every(
    (entry: Partial<StageEntry> | null) => isText(entry?.stage) && (entry?.date === null || isText(entry?.date)),
  );

const shapes: { readonly [K in FieldKind]: (value: unknown) => boolean } = {
  text: isText,
  number: isNumber,
  count: isNumber,
  percent: isNumber,
  money: isNumber,
  year: isNumber,
  date: isText,
  period: isText,
  choice: isText,
  choices: isTexts,
  yesNo: (value) => typeof value === "boolean",
  code: isText,
  reference: isText,
  references: isTexts,
  attachments: isTexts,
  stages: isEntries,
};

/** Chinese message when the value cannot be stored in the field, null when it can. Blank is not asked here. */
export function checkValue(field: Field, value: Value): string | null {
  return shapes[field.kind](value) ? kindOf(field).check(field, value) : "值的类型不对";
}

/** Chinese message when the value is odd but legal. Asks only values that pass `checkValue`. */
export function warnValue(field: Field, value: Value): string | null {
  return kindOf(field).warn?.(field, value) ?? null;
}

/** No figure and no date is longer; looking for one in a text of ten thousand characters takes seconds. */
const longest = 500;
const isShort: ReadonlySet<FieldKind> = new Set(["number", "count", "percent", "money", "year", "date", "period"]);

/**
 * What a cell says for this field: a value, a blank, or a doubt. A value that cannot be stored is a doubt; one that
 * is odd carries a warning. References give names, which the importer turns into ids.
 */
export function readCell(field: Field, cell: CellInput, terms: TermsOf): Reading<Value> {
  if (cell.text.length > longest && isShort.has(field.kind) && cell.text.trim().length > longest)
    return { doubt: `“${cell.text.trim().slice(0, 20)}…”太长，不像是“${field.label}”` };
  const reading = kindOf(field).read(field, cell, terms);
  if ("doubt" in reading || reading.value === null) return reading;
  const trouble = checkValue(field, reading.value);
  if (trouble !== null) return { doubt: trouble };
  const warning = reading.warning ?? warnValue(field, reading.value);
  return warning === null ? reading : { value: reading.value, warning };
}

/** The value as people read it; ids become the words in `titles`. Blank is an empty text. */
export function showValue(field: Field, value: Value | null, titles: Readonly<Record<string, string>> = {}): string {
  if (value === null) return "";
  if (field.kind === "reference" && typeof value === "string") return titles[value] ?? value;
  if (field.kind === "references" && isTexts(value)) {
    return fieldKinds.references.show(
      field,
      (value as string[]).map((id) => titles[id] ?? id),
    );
  }
  return kindOf(field).show(field, value);
}
