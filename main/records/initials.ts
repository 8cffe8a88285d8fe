import { pinyin } from "pinyin-pro";

// The first letters of the pinyin, by which people find names: 示例区科技局 → slqkjj.

/** By UTF-16 code unit: a name of twenty characters is looked up faster than its row is written. */
const known: (string | undefined)[] = [];

// Characters common in names whose first letter depends on the word (重庆 c, 重工 z). Only a text that has one is read
// as words, which costs a hundred times as much.
const ambiguous = /[重行长厦乐会曾单解仇盛朝调藏率传弹参校尾都柏叶]/u;

/** Letters and digits stay, Chinese characters give their first letter, anything else nothing. */
export function initialsOf(text: string): string {
  if (ambiguous.test(text)) {
    const letters = pinyin(text, { pattern: "first", toneType: "none", type: "array", nonZh: "spaced" });
    return letters.map(plain).join("");
  }
  let initials = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    initials += known[unit] ?? learn(unit);
  }
  return initials;
}

/** Halves of rare characters beyond the first plane give nothing. */
function learn(unit: number): string {
  const letter = plain(pinyin(String.fromCharCode(unit), { pattern: "first", toneType: "none" }));
  known[unit] = letter;
  return letter;
}

function plain(letter: string): string {
  return letter
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, "");
}
