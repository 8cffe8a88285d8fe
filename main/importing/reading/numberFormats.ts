export interface NumberFormat {
  code: string;
  isDate: boolean;
}

// Built-in formats have no code in the file. 14 and 22 are written as a Chinese Excel shows them; 27–36 and 50–58
// are the Chinese ones of ECMA-376 §18.8.30.
const builtIn = new Map<number, string>([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"-#,##0.00'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, "#,##0;-#,##0"],
  [38, "#,##0;[Red]-#,##0"],
  [39, "#,##0.00;-#,##0.00"],
  [40, "#,##0.00;[Red]-#,##0.00"],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** The format of an id: the workbook's own code first, then the built-in one; null is General. */
export function numberFormat(id: number, own: ReadonlyMap<number, string>): NumberFormat | null {
  const code = own.get(id) ?? builtIn.get(id);
  if (code === undefined || isGeneral(code)) return null;
  return { code, isDate: showsDate(code) };
}

// WPS writes General as G/通用格式.
function isGeneral(code: string): boolean {
  return code === "" || /^(?:general|G\/通用格式)$/iu.test(code);
}

/**
 * Whether a format code shows a date or a time. Only its first section counts. A small scanner, because the code
 * comes from outside and must never be able to slow a regular expression down.
 */
export function showsDate(code: string): boolean {
  const text = code.replace(/general|G\/通用格式/giu, "");
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at).toLowerCase();
    if (character === ";") return false;
    if (character === "\\" || character === "!" || character === "_" || character === "*") at++;
    else if (character === '"') at = skipTo('"', text, at);
    else if (character === "[") {
      const end = skipTo("]", text, at);
      if (isElapsed(text.slice(at + 1, end))) return true;
      at = end;
    } else if (character === "e") {
      const next = text.charAt(at + 1);
      if (next === "+" || next === "-") at++;
      else return true;
    } else if ("ymdhs".includes(character)) return true;
    else if (character === "a" && /^(?:aaa|am\/pm|a\/p)/iu.test(text.slice(at, at + 5))) return true;
  }
  return false;
}

function skipTo(mark: string, text: string, from: number): number {
  const end = text.indexOf(mark, from + 1);
  return end < 0 ? text.length : end;
}

function isElapsed(bracketed: string): boolean {
  return /^(?:h{1,9}|m{1,9}|s{1,9})$/iu.test(bracketed);
}

// The names that SpreadsheetML gives to common formats, as a Chinese Excel shows them.
const namedFormats = new Map<string, string>([
  ["General Number", ""],
  ["General Date", "yyyy/m/d h:mm"],
  ["Long Date", 'yyyy"年"m"月"d"日"'],
  ["Medium Date", "d-mmm-yy"],
  ["Short Date", "yyyy/m/d"],
  ["Long Time", "h:mm:ss AM/PM"],
  ["Medium Time", "h:mm AM/PM"],
  ["Short Time", "h:mm"],
  ["Currency", '"¥"#,##0.00'],
  ["Fixed", "0.00"],
  ["Standard", "#,##0.00"],
  ["Percent", "0.00%"],
  ["Scientific", "0.00E+00"],
]);

/** A format by its code or by SpreadsheetML's name of it; null is General. */
export function namedFormat(nameOrCode: string): NumberFormat | null {
  const code = namedFormats.get(nameOrCode) ?? nameOrCode;
  return isGeneral(code) ? null : { code, isDate: showsDate(code) };
}
