import { pinyin } from "pinyin-pro";

// The first letters of the pinyin, by which people find names: 示例区科技局 → slqkjj.

const known = new Map<string, string>();

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
  for (const character of text) {
    let letter = known.get(character);
    if (letter === undefined) {
      letter = plain(pinyin(character, { pattern: "first", toneType: "none" }));
      known.set(character, letter);
    }
    initials += letter;
  }
  return initials;
}

function plain(letter: string): string {
  return letter
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, "");
}
