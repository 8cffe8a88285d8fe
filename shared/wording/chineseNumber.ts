const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const PLACES = ["", "十", "百", "千"] as const;

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五. Whole numbers from 0 to 9999; others come back in digits. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return DIGITS[0];
  const digits = [...String(value)].map(Number);
  let words = "";
  let zeroWaits = false;
  digits.forEach((digit, index) => {
    if (digit === 0) {
      zeroWaits = true;
      return;
    }
    if (zeroWaits) words += DIGITS[0];
    zeroWaits = false;
    words += `${DIGITS[digit]}${PLACES[digits.length - 1 - index]}`;
  });
  return words.startsWith("一十") ? words.slice(1) : words;
}

/** The number of a heading by its level: 一、 · （一） · 1. · （1） (GB/T 9704-2012, 7.3.3). */
export function headingNumber(level: 1 | 2 | 3 | 4, position: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(position)}、`;
    case 2:
      return `（${chineseNumber(position)}）`;
    case 3:
      return `${position}.`;
    case 4:
      return `（${position}）`;
  }
}
