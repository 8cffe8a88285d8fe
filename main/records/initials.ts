import { pinyin } from "pinyin-pro";

// The first letters of the pinyin, by which people find names: 示例区科技局 → slqkjj.

/** By UTF-16 code unit: a name of twenty characters is looked up faster than its row is written. */
const known: (string | undefined)[] = [];

// Characters common in names whose first letter depends on the word (重庆 c, 重工 z). Only these are read as part of a
// word, which costs a hundred times as much.
const ambiguous = /[重行长厦乐会曾单解仇盛朝调藏率传弹参校尾都柏叶]/u;

/** Characters on either side that can belong to the same word: words of the dictionary hardly have more than four. */
const reach = 3;

/** Letters of ambiguous characters by what stands around them. Titles are made of the same words over and over. */
const letters = new Map<string, string>();
const mostLetters = 20_000;

/** Letters and digits stay, Chinese characters give their first letter, anything else nothing. */
export function initialsOf(text: string): string {
  const isPlain = !ambiguous.test(text);
  let initials = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    initials += isPlain || !ambiguous.test(text.charAt(at)) ? (known[unit] ?? learn(unit)) : inWord(text, at);
  }
  return initials;
}

/** The letter of the character at this place, read together with its neighbours. */
function inWord(text: string, at: number): string {
  let from = at;
  let to = at + 1;
  while (from > 0 && at - from < reach && isHan(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - at <= reach && isHan(text.charCodeAt(to))) to++;
  const around = text.slice(from, to);
  const key = `${at - from}${around}`;
  const kept = letters.get(key);
  if (kept !== undefined) return kept;
  if (letters.size >= mostLetters) letters.clear();
  const all = pinyin(around, { pattern: "first", toneType: "none", type: "array" });
  const letter = plain(all[at - from] ?? "");
  letters.set(key, letter);
  return letter;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fa5;
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
