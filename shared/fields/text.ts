import { isInvisible, saysNothing, tidy, unreadable } from "./cellText.ts";
import type { KindOf, Options, TextField } from "./field.ts";

/** A text; brackets, quotes and width stay as written. */
export function text<const O extends Omit<TextField, "kind">>(options: Options<TextField, O>): TextField & O {
  return { kind: "text", ...options };
}

const longest = { short: 300, long: 20_000 };

export const textKind: KindOf<TextField, string> = {
  check(field, value) {
    const limit = field.maxLength ?? (field.long ? longest.long : longest.short);
    if (isInvisible(value)) return "不能只有空白";
    return value.length > limit ? `不能超过${limit}个字` : null;
  },
  read(field, cell) {
    const trouble = unreadable(cell);
    if (trouble) return trouble;
    if (saysNothing(cell.text)) return { value: null };
    const lines = tidy(cell.text);
    // A telephone or a number in a list of texts that has gone through a spreadsheet.
    if (/^\d(?:\.\d+)?E\+\d{2}$/iu.test(lines)) return { doubt: `“${lines}”是科学计数法，号码已不完整` };
    return { value: field.long ? lines : lines.replace(/[ \t]*\n[ \t]*/gu, " ") };
  },
  show: (_field, value) => value,
};
