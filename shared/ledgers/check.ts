import { builtInTerms } from "../dictionaries/index.ts";
import type { Field, Term, TermsOf, Value } from "../fields/field.ts";
import { checkValue, warnValue } from "../fields/index.ts";
import type { Issue } from "../problems/problem.ts";
import type { LedgerDeclaration } from "./define.ts";

// The one check that both sides run: the form before it asks, the store before it writes.

const termSets = new WeakMap<readonly Term[], ReadonlySet<string>>();

function isTerm(word: string, terms: readonly Term[]): boolean {
  let known = termSets.get(terms);
  if (!known) {
    known = new Set(terms.map(({ term }) => term));
    termSets.set(terms, known);
  }
  return known.has(word);
}

/** Terms that the field's dictionary does not hold. A warning: a document may say what no list foresaw. */
function unknownTerms(field: Field, value: Value, terms: TermsOf): string | null {
  if (field.kind !== "choice" && field.kind !== "choices") return null;
  const known = terms(field.dictionary);
  if (typeof value === "string") return isTerm(value, known) ? null : `“${value}”不在选项里`;
  const unknown = Array.isArray(value) ? value.filter((word) => typeof word === "string" && !isTerm(word, known)) : [];
  return unknown.length === 0 ? null : `“${unknown.join("、")}”不在选项里`;
}

type FieldIssue = Omit<Issue, "field">;
const none: readonly FieldIssue[] = [];

/** The issues of one field's value; `undefined` and null are blank. */
export function checkField(
  field: Field,
  value: Value | null | undefined,
  terms: TermsOf = builtInTerms,
): readonly FieldIssue[] {
  if (value === null || value === undefined) {
    return field.required ? [{ level: "error", message: `请填写“${field.label}”` }] : none;
  }
  const trouble = checkValue(field, value);
  if (trouble !== null) return [{ level: "error", message: `${field.label}：${trouble}` }];
  const odd = warnValue(field, value) ?? unknownTerms(field, value, terms);
  return odd === null ? none : [{ level: "warning", message: `${field.label}：${odd}` }];
}

// An import checks a hundred thousand records of one declaration.
const entriesOf = new WeakMap<LedgerDeclaration, readonly (readonly [string, Field])[]>();

function fieldsOf(declaration: LedgerDeclaration): readonly (readonly [string, Field])[] {
  let entries = entriesOf.get(declaration);
  if (!entries) {
    entries = Object.entries(declaration.fields);
    entriesOf.set(declaration, entries);
  }
  return entries;
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
  for (const [field, is] of fieldsOf(declaration)) {
    const value = Object.hasOwn(values, field) ? values[field] : null;
    for (const { level, message } of checkField(is, value, terms)) issues.push({ field, level, message });
  }
  // Rules read values of sound kinds only.
  if (issues.some(({ level }) => level === "error")) return issues;
  for (const rule of declaration.rules ?? []) {
    const broken = rule.test(values);
    if (broken) issues.push({ level: rule.level, ...broken });
  }
  return issues;
}
