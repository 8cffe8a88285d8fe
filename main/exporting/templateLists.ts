import type ExcelJS from "exceljs";
import { columnName } from "../../shared/wording/columnName.ts";
import { listsMark } from "../../shared/wording/templateMark.ts";
import { cellText } from "./sheetText.ts";

/** Where the words of the drop-downs stand: in the check itself where they are few, else on a hidden sheet. */
export interface Lists {
  /** What a check of the list names; null where there are no words. */
  formula(words: readonly string[]): string | null;
}

const listsSheet = "选项";
/** Excel takes no longer text within a check, quotes included. */
const mostInline = 250;

/** @param isTaken whether a sheet bears the name already. */
export function dropDowns(workbook: ExcelJS.Workbook, isTaken: (name: string) => boolean): Lists {
  const known = new Map<string, string>();
  const name = isTaken(listsSheet) ? `${listsSheet}（下拉）` : listsSheet;
  const keep = (words: readonly string[]): string => {
    const before = workbook.getWorksheet(name);
    const sheet = before ?? workbook.addWorksheet(name, { state: "hidden" });
    if (before === undefined) sheet.getCell("A1").value = listsMark;
    const column = known.size + 2;
    for (const [at, word] of words.entries()) sheet.getCell(at + 1, column).value = cellText(word);
    const letters = columnName(column);
    const range = `'${name}'!$${letters}$1:$${letters}$${words.length}`;
    known.set(words.join("\n"), range);
    return range;
  };
  return {
    formula(words) {
      if (words.length === 0) return null;
      const inline = `"${words.join(",")}"`;
      if (inline.length <= mostInline && !words.some((word) => /[",]/u.test(word))) return inline;
      return known.get(words.join("\n")) ?? keep(words);
    },
  };
}
