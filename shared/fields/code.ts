import { folded, isInvisible, saysNothing, unreadable } from "./cellText.ts";
import { codeSchemes } from "./codes/forms.ts";
import type { CodeField, KindOf, Options } from "./field.ts";

/** An official number. */
export function code<const O extends Omit<CodeField, "kind">>(options: Options<CodeField, O>): CodeField & O {
  return { kind: "code", ...options };
}

export const codeKind: KindOf<CodeField, string> = {
  check(_field, value) {
    if (isInvisible(value)) return "不能只有空白";
    return value.length > 60 ? "不能超过60个字符" : null;
  },
  warn: (field, value) => codeSchemes[field.scheme].trouble(value),
  read(field, cell) {
    const trouble = unreadable(cell);
    if (trouble) return trouble;
    if (saysNothing(cell.text)) return { value: null };
    // An apostrophe in front is how a number is typed as a text.
    const text = folded(cell.text)
      .replace(/^['’‘]/u, "")
      .replace(/(?<=\d)。(?=[\dXx])/gu, ".")
      .toUpperCase();
    if (/^[1-9](?:\.\d+)?E[+-]?\d+$/u.test(text)) return { doubt: `“${cell.text.trim()}”是科学计数法，号码已不完整` };
    // A number keeps 15 digits; the rest of a longer code is lost and stands as zeros.
    if (cell.type === "number" && text.replace(/\D/gu, "").length > 15) {
      return { doubt: `“${cell.text.trim()}”存成了数值，后几位可能已丢失` };
    }
    if (text.length > 60) return { doubt: "号码过长" };
    return { value: codeSchemes[field.scheme].form(text) };
  },
  show: (_field, value) => value,
};
