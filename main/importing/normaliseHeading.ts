import { withArabicDigits } from "../../shared/fields/chineseDigits.ts";

// A heading as a sender wrote it → the words that are compared, with unit and year taken out (domain §5.2, step 4).

export interface Heading {
  /** As joined from its rows, for showing. */
  readonly text: string;
  /** What is compared: NFKC, no spaces, stars or colons, unit and year taken out, Latin letters in lower case. */
  readonly key: string;
  /** The key without bracketed remarks; equal to `key` where there are none. */
  readonly bare: string;
  readonly unit?: string;
  readonly year?: number;
  /** 上年度 stands in it: the values are those of the year before the row's. */
  readonly yearBefore?: true;
}

const moneyUnits = "[十百千]?万元|[百千]?元|亿元|[万亿]?(?:美|欧|日|港)元";
const otherUnits =
  "%|‰|家|个|项|件|篇|份|册|场|期|次|人|名|位|人次|人年|亩|公顷|平方米|㎡|m2|分|岁|年|月|天|吨|台|套|工时|万吨标准煤";
const unitWords = new RegExp(
  `^(?:单位)?(?:人民币|rmb|[¥￥])?(${moneyUnits}|${otherUnits})(?:[/,](?:年|${otherUnits}))*$`,
  "u",
);
const trailingUnit = new RegExp(`(?:[/,](?:单位)?|单位)(${moneyUnits}|亩|平方米|%|人次|公顷)$`, "u");
/** 研发费用：千元. */
const unitAfterColon = new RegExp(`(?:单位)?[:：](?=\\s*(?:${moneyUnits}|%)\\s*$)`, "u");
const bracketed = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】/gu;
/** What a bilingual heading says again in English: 地区生产总值 Gross Regional Product. */
const translation = /^(.*\p{Script=Han}[)）]?)\/?(?=[^/]*[a-z]{4})[a-z&(][a-z0-9&.,'’()/-]{5,}$/u;
const yearWord = "(?:年度|年末|年底|年)";
// 2022销售收入 is of 2022, 2008口径 is no year's.
const leadingYear = new RegExp(
  `^(?:截[至止])?((?:19|20)\\d{2})(?:${yearWord}|(?=\\p{Script=Han})(?![版口办标新]))`,
  "u",
);
const trailingYear = new RegExp(`((?:19|20)\\d{2})${yearWord}?$`, "u");
const wholeYear = new RegExp(`^(?:截[至止])?((?:19|20)\\d{2})${yearWord}?$`, "u");
/** 22年销售收入, but not 10年以上. */
const shortYear = /^([012]\d)年度?(?![以内期来限])/u;
const chineseYear = /^二[〇○零一二三四五六七八九]{3}(?=年)/u;

/** NFKC without spaces, stars and colons: how all headings, dictionary words included, are first made comparable. */
export function plainHeading(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200B\uFEFF*＊★☆:：]/gu, "")
    .replace(/[〔﹙]/gu, "(")
    .replace(/[〕﹚]/gu, ")")
    .toLowerCase();
}

/** Takes unit and year out of a heading; several rows of one heading are joined with “/”. */
export function normaliseHeading(text: string): Heading {
  let unit: string | undefined;
  let bracketYear: number | undefined;
  const plain = plainHeading(text.replace(unitAfterColon, "/"));
  let key = plain.replace(bracketed, (whole: string, a?: string, b?: string, c?: string) => {
    const inside = a ?? b ?? c ?? "";
    const found = unitWords.exec(inside);
    if (found !== null) {
      unit ??= found[1];
      return "";
    }
    // (2022年,万元): what is neither year nor unit stays a remark.
    const rest = inside.split(/[,、;]/u).filter((part) => {
      const [, year] = wholeYear.exec(part) ?? [];
      const [, named] = unitWords.exec(part) ?? [];
      if (year !== undefined) bracketYear ??= Number(year);
      else unit ??= named;
      return year === undefined && named === undefined;
    });
    if (rest.join(",").length === inside.length) return whole;
    return rest.length === 0 ? "" : `(${rest.join(",")})`;
  });
  const trailing = trailingUnit.exec(key);
  if (trailing !== null && trailing.index > 0) {
    unit ??= trailing[1];
    key = key.slice(0, trailing.index);
  }
  if (unit !== undefined) key = key.replace(/^单位\//u, "");
  key = key.replace(translation, "$1");
  const { rest, year = bracketYear } = withoutYear(key);
  key = rest.replace(/^\/+|\/+$/gu, "");
  const bare = key.replace(bracketed, "");
  return {
    text: text.replace(/\s+/gu, ""),
    key,
    bare: bare === "" ? key : bare,
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    ...(/上一?年|去年/u.test(plain) ? { yearBefore: true } : {}),
  };
}

// Each level of a joined heading may carry the year: 销售收入/2011年, 2011年/销售收入.
function withoutYear(key: string): { rest: string; year?: number } {
  let year: number | undefined;
  const parts = key.split("/").map((written) => {
    const part = written.replace(chineseYear, (digits) => withArabicDigits(digits));
    const short = shortYear.exec(part);
    const match = leadingYear.exec(part) ?? trailingYear.exec(part) ?? short;
    if (match === null) return part;
    year ??= Number(match[1]) + (match === short ? 2000 : 0);
    return part.replace(match[0], "");
  });
  const rest = parts.filter((part) => part !== "" && part !== "()").join("/");
  return year === undefined ? { rest } : { rest, year };
}

/** The one year that a title, file name or sheet name speaks of; none where it names several (2011—2012年). */
export function yearIn(text: string): number | undefined {
  const plain = text.normalize("NFKC");
  const spoken = [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s*(?:年|[-—–~至到、]+\s*(?:19|20)\d{2}\s*年))/gu)];
  const found = spoken.length > 0 ? spoken : [...plain.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)];
  const years = new Set(found.map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0] : undefined;
}

/** The money unit that a note such as `单位：万元` declares for a whole sheet. */
export function unitNote(text: string): string | undefined {
  const found = new RegExp(`单位[:：]?(?:人民币)?(${moneyUnits})`, "u").exec(
    text.normalize("NFKC").replace(/\s/gu, ""),
  );
  return found?.[1] ?? undefined;
}
