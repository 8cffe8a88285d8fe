import { isInvisible, saysNothing, splitList, tidy, unreadable } from "./cellText.ts";
import type { ChoiceField, ChoicesField, KindOf, Options } from "./field.ts";
import { matchTerm, outOfUse } from "./matchTerm.ts";

/** One term of a dictionary. */
export function choice<const O extends Omit<ChoiceField, "kind">>(options: Options<ChoiceField, O>): ChoiceField & O {
  return { kind: "choice", ...options };
}

/** Several terms of a dictionary. */
export function choices<const O extends Omit<ChoicesField, "kind">>(
  options: Options<ChoicesField, O>,
): ChoicesField & O {
  return { kind: "choices", ...options };
}

// Whether a term is in the dictionary is asked by the one check of shared/ledgers, which knows the bureau's own terms.
function checkTerm(value: string): string | null {
  if (isInvisible(value)) return "不能只有空白";
  return value.length > 100 ? "不能超过100个字" : null;
}

export const choiceKind: KindOf<ChoiceField, string> = {
  check: (_field, value) => checkTerm(value),
  read(field, cell, terms) {
    const trouble = unreadable(cell);
    if (trouble) return trouble;
    if (saysNothing(cell.text)) return { value: null };
    const term = matchTerm(cell.text, terms(field.dictionary), cell.year);
    if (!term) return { doubt: `“${tidy(cell.text)}”不是“${field.label}”里的选项` };
    if (term.silent === true) return { value: null };
    const warning = outOfUse(term, cell.year);
    return warning === null ? { value: term.term } : { value: term.term, warning };
  },
  show: (_field, value) => value,
};

export const choicesKind: KindOf<ChoicesField, string[]> = {
  check(_field, value) {
    if (value.length === 0) return "没有选项时应留空";
    if (new Set(value).size < value.length) return "选项重复";
    return value.map(checkTerm).find((message) => message !== null) ?? null;
  },
  read(field, cell, terms) {
    const trouble = unreadable(cell);
    if (trouble) return trouble;
    if (saysNothing(cell.text)) return { value: null };
    const known = terms(field.dictionary);
    // A term may hold a 、 of its own: the whole cell is tried first.
    const whole = matchTerm(cell.text, known, cell.year);
    const parts = whole
      ? [whole.silent === true ? tidy(cell.text) : whole.term]
      : tidy(cell.text)
          .split(/[；;\n]+/u)
          .flatMap((part) => (matchTerm(part, known, cell.year) ? [part] : splitList(part).items));
    const values: string[] = [];
    for (const part of parts) {
      const term = matchTerm(part, known, cell.year);
      if (!term) return { doubt: `“${part}”不是“${field.label}”里的选项` };
      if (term.silent !== true && !values.includes(term.term)) values.push(term.term);
    }
    return { value: values.length === 0 ? null : values };
  },
  show: (_field, value) => value.join(value.some((term) => /[、，,/]/u.test(term)) ? "；" : "、"),
};
