import { builtInTerms } from "../dictionaries/index.ts";
import type { Field, TermsOf, Value } from "../fields/field.ts";
import { checkValue, warnValue } from "../fields/index.ts";
import type { Issue } from "../problems/problem.ts";
import type { LedgerDeclaration } from "./define.ts";

// The one check that both sides run: the form before it asks, the store before it writes.

/** Terms that the field's dictionary does not hold. A warning: a document may say what no list foresaw. */
function unknownTerms(field: Field, value: Value, terms: TermsOf): string | null {
  if (field.kind !== "choice" && field.kind !== "choices") return null;
  const known = terms(field.dictionary);
  const unknown = [value].flat().filter((word) => !known.some(({ term }) => term === word));
  return unknown.length === 0 ? null : `“${unknown.join("、")}”不在选项里`;
}

/** The issues of one field's value; `undefined` and null are blank. */
export function checkField(
  field: Field,
  value: Value | null | undefined,
  terms: TermsOf = builtInTerms,
): Omit<Issue, "field">[] {
  if (value === null || value === undefined) {
    return field.required ? [{ level: "error", message: `请填写“${field.label}”` }] : [];
  }
  const trouble = checkValue(field, value);
  if (trouble !== null) return [{ level: "error", message: `${field.label}：${trouble}` }];
  return [warnValue(field, value), unknownTerms(field, value, terms)]
    .filter((message) => message !== null)
    .map((message) => ({ level: "warning", message: `${field.label}：${message}` }));
}

/**
 * All issues of a record's values (its whole state, not only what changed). Errors stop a save, warnings do not.
 * `terms` adds the bureau's own terms; the built-in ones serve without it.
 */
export function checkRecord(
  declaration: LedgerDeclaration,
  values: Readonly<Record<string, Value | null | undefined>>,
  terms: TermsOf = builtInTerms,
): Issue[] {
  const issues: Issue[] = [];
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(declaration.fields, name)) {
      issues.push({ field: name, level: "error", message: `“${declaration.title}”没有“${name}”这一栏` });
    }
  }
  for (const [name, field] of Object.entries(declaration.fields)) {
    const value = Object.hasOwn(values, name) ? values[name] : null;
    for (const issue of checkField(field, value, terms)) issues.push({ field: name, ...issue });
  }
  // Rules read values of sound kinds only.
  if (issues.some(({ level }) => level === "error")) return issues;
  for (const rule of declaration.rules ?? []) {
    const broken = rule.test(values);
    if (broken) issues.push({ level: rule.level, ...broken });
  }
  return issues;
}
