import { withArabicDigits } from "./chineseDigits.ts";
import type { CellInput } from "./field.ts";

// What every kind does to a cell before it looks closer. Numbers, dates and codes are folded to half width (NFKC);
// names and texts are not, because 〔2012〕 and （集团） must print as they were written.

// Control and format characters: bidirectional marks, zero-width characters, the byte order mark. Invisible in a cell,
// fatal in comparisons. Tab and line breaks are kept for the caller to treat.
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

// Half-width ASCII and common characters stay as they are under all that follows. Most cells hold nothing else.
const plain = /^[!-~\u4E00-\u9FA5]*$/u;

/** Whether a stored text shows nothing. */
export function isInvisible(text: string): boolean {
  // Nearly every text begins with something visible; only the others are looked through.
  return !/^[\p{L}\p{N}\p{P}]/u.test(text) && tidy(text) === "";
}

/** The text without invisible characters, outer spaces of any width, and with plain line breaks. */
export function tidy(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, "").replace(/\r\n?/gu, "\n").trim();
}

/** Half-width form without any white space: for numbers, dates, codes and terms. */
export function folded(text: string): string {
  return plain.test(text) ? text : tidy(text).normalize("NFKC").replace(/\s+/gu, "");
}

const blank = /^(?:[-\u2010-\u2015\u2500_/\\.\u2026\u00B7*~]*|无|空|暂无|无数据|N\/A|NA|null|#N\/A)$/iu;

/** Whether the cell says nothing: empty, —, /, 无, 空, …… and their like. Such a cell is null, never 0. */
export function saysNothing(text: string): boolean {
  return blank.test(folded(text));
}

/** The doubt of a cell that has no readable value at all: an error, or a formula nobody calculated. */
export function unreadable(cell: CellInput): { doubt: string } | null {
  if (cell.type === "error") return { doubt: `单元格是错误值 ${cell.text}` };
  if (cell.type === "formulaWithoutValue") return { doubt: "公式没有计算结果" };
  return null;
}

const approximate =
  /约|大概|左右|上下|近(?=\d)|[多余几数来](?=[万亿千百]|[^\d]*$)|以[上下内]|不[足到]|超过|至少|[≥≤<>~±]|(?!^)\+/u;

/** Whether a (folded) figure is only an approximate one: 约50, 40多, 近百, 50以上. */
export function isApproximate(text: string): boolean {
  return approximate.test(text);
}

// A slash separates Chinese names (甲公司/乙公司) but belongs to some foreign ones (A/S).
const separators = /[、，,；;\n]+|(?<=[\p{Script=Han}）)])\/(?=\p{Script=Han})/u;
// A comma before Ltd. or Inc. belongs to the company's name.
const latinComma = /,(?=\s*(?:Ltd|Inc|LLC|Corp|Co|S\.A|GmbH|L\.P)\b)/giu;

/** 1、甲公司2、乙公司, ①甲公司②乙公司: the numbers of a list are none of its names. */
function unnumbered(text: string): string {
  if (text.startsWith("①")) return text.replace(/[①-⑳]/gu, "\n");
  if (!/^[(（]?1[、.．)）](?!\d)/u.test(text)) return text;
  return text.replace(
    /(?<![\p{L}\p{N}第]|\d\.)[(（]?\d{1,2}[、.．)）](?!\d)|(?<=[\p{Script=Han}）)])\d{1,2}[、.．](?!\d)/gu,
    "\n",
  );
}

/** Splits a cell that lists several things. Says how many it claims where it ends in 等N家 and names fewer. */
export function splitList(text: string): { items: string[]; claimed: number | null } {
  const trimmed = tidy(text);
  const tail =
    /等\s*(?:(\d+|[一二两三四五六七八九十]+)\s*)?[家个所名位项]?(?:单位|企业|公司|院校|高校|院所|机构)?[。.]?$/u.exec(
      trimmed,
    );
  const body = unnumbered(tail === null ? trimmed : trimmed.slice(0, tail.index));
  const items = body
    .replace(latinComma, "\u0001")
    .split(separators)
    .map((item) => tidy(item.replaceAll("\u0001", ",")))
    .filter((item) => item !== "" && !saysNothing(item));
  const claimed = tail?.[1] === undefined ? null : Number(withArabicDigits(tail[1]));
  return { items: [...new Set(items)], claimed };
}
