import { normaliseHeading } from "./normaliseHeading.ts";

/** All words that stand in a heading of any ledger, normalised (`headingWords`). */
export type Words = ReadonlySet<string>;

const longestWord = 60;
const mostKept = 4_000;
const answers = new WeakMap<Words, Map<string, boolean>>();

/** Whether a text is a heading that some ledger knows. Plain Chinese needs no normalising, and answers are kept. */
export function isWord(text: string, words: Words): boolean {
  if (text.length > longestWord) return false;
  if (/^[\u4E00-\u9FFF]+$/u.test(text)) return words.has(text);
  let kept = answers.get(words);
  if (kept === undefined) answers.set(words, (kept = new Map()));
  let answer = kept.get(text);
  if (answer === undefined) {
    const heading = normaliseHeading(text);
    answer = words.has(heading.key) || words.has(heading.bare);
    if (kept.size < mostKept) kept.set(text, answer);
  }
  return answer;
}
