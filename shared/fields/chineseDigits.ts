// Numbers written in Chinese: 二〇二三 digit by digit, 十二 and 三百零五 by place. Only what dates and counts need.

const digitOf: Readonly<Record<string, number>> = {
  〇: 0,
  "○": 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const placeOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Longer runs are beyond what a number holds. */
const mostDigits = 15;

/**
 * Value of a run such as 十二, 二十, 三百零五, 二〇二三; null where it is no number, and where it is one that nobody
 * can be sure of: 二三百 (two or three hundred), 一百二 (a hundred and twenty, or and two).
 */
export function chineseNumber(text: string): number | null {
  if (text === "" || text.length > mostDigits) return null;
  return /[十百千]/u.test(text) ? byPlace(text) : byDigit(text);
}

function byDigit(text: string): number | null {
  let digits = "";
  for (const character of text) {
    const digit = digitOf[character];
    if (digit === undefined) return null;
    digits += digit;
  }
  return Number(digits);
}

function byPlace(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  // The place that the next digit may not reach.
  let last = Infinity;
  for (const character of text) {
    const place = placeOf[character];
    const digit = digitOf[character];
    if (place !== undefined) {
      if (place >= last) return null;
      total += (pending ?? 1) * place;
      last = place;
      pending = null;
    } else if (digit === undefined || (pending !== null && pending > 0)) return null;
    else pending = digit;
  }
  const isShort = pending !== null && pending > 0 && last > 10 && !/[〇○零].$/u.test(text);
  return isShort ? null : total + (pending ?? 0);
}

/** A figure in words: 三, 十二, 三百零五. 三五 may be three to five, so it is null. */
export function spokenNumber(text: string): number | null {
  return text.length > 1 && !/[十百千]/u.test(text) ? null : chineseNumber(text);
}

/** Replaces the Chinese numbers of a date or count by Arabic ones: 二〇二三年六月 → 2023年6月. Other text stays. */
export function withArabicDigits(text: string): string {
  return text.replace(/[〇○零一二两三四五六七八九十百千]+/gu, (run) => {
    const value = chineseNumber(run);
    return value === null ? run : String(value);
  });
}
