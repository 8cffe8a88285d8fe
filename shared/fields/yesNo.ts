import { folded, saysNothing, unreadable } from "./cellText.ts";
import type { KindOf, Options, YesNoField } from "./field.ts";

/** Yes or no. */
export function yesNo<const O extends Omit<YesNoField, "kind">>(options: Options<YesNoField, O>): YesNoField & O {
  return { kind: "yesNo", ...options };
}

const yes = /^(?:是|有|对|属于|符合|通过|√|✓|✔|☑|V|1|1\.0|Y|YES|T|TRUE|已.+)$/iu;
// Beside 有 the word 无 is an answer, not a blank.
const no = /^(?:否|无|没有|不|非|不(?:是|属于|符合|通过)|×|✗|✘|✕|✖|□|☐|X|0|0\.0|N|NO|F|FALSE|未.+)$/iu;

export const yesNoKind: KindOf<YesNoField, boolean> = {
  check: () => null,
  read(_field, cell) {
    const trouble = unreadable(cell);
    if (trouble) return trouble;
    const text = folded(cell.text)
      .replace(/^(是|否|有|无)\(.+\)$/u, "$1")
      .replace(/(?<=.)[。.;]$/u, "");
    if (yes.test(text)) return { value: true };
    if (no.test(text)) return { value: false };
    return saysNothing(cell.text) ? { value: null } : { doubt: `看不出“${cell.text.trim()}”是还是否` };
  },
  show: (_field, value) => (value ? "是" : "否"),
};
