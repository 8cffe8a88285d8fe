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

/** Value of a run such as 十二, 二十, 三百零五, 二〇二三; null where it is no number. */
export function chineseNumber(text: string): number | null {
  if (text === "") return null;
  if (!/[十百千]/u.test(text)) {
    let digits = "";
    for (const character of text) {
      const digit = digitOf[character];
      if (digit === undefined) return null;
      digits += digit;
    }
    return Number(digits);
  }
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const place = placeOf[character];
    const digit = digitOf[character];
    if (place !== undefined) {
      total += (pending ?? 1) * place;
      pending = null;
    } else if (digit !== undefined) pending = digit;
    else return null;
  }
  return total + (pending ?? 0);
}

/** Replaces the Chinese numbers of a date or count by Arabic ones: 二〇二三年六月 → 2023年6月. Other text stays. */
export function withArabicDigits(text: string): string {
  return text.replace(/[〇○零一二两三四五六七八九十百千]+/gu, (run) => {
    const value = chineseNumber(run);
    return value === null ? run : String(value);
  });
}
