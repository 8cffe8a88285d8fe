// Pinyin initials by the order in which the browser sorts Chinese: 项目名称 → xmmc. No table of characters is needed.

const collator = new Intl.Collator("zh-CN-u-co-pinyin");
/** The first character of each initial in that order; no syllable begins with i, u or v. */
const firsts: readonly (readonly [initial: string, first: string])[] = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "咑"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "丌"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "屲"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "帀"],
];

export function initialsOf(words: string): string {
  return [...words].map(initialOf).join("");
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  return firsts.findLast(([, first]) => collator.compare(first, character) <= 0)?.[0] ?? "";
}
