import { soundOf, shapeOf } from "./characters.ts";
import type { NameParts } from "./parseName.ts";
import { placesAgree } from "./places.ts";

// How likely two names are one organisation's, and why, in Chinese. Only a proposal: nothing is ever merged by it.
// Other place, other number, other trade, other kind of institution: never one.

export interface Likeness {
  /** From `LEAST` to 1. */
  readonly score: number;
  readonly why: string;
}
/** Below this nothing is proposed. */
export const LEAST = 0.7;
/** From here on a person should look before anything goes in. */
export const HIGH = 0.9;

export function compareNames(a: NameParts, b: NameParts): Likeness | null {
  if (a.numbers !== b.numbers || a.branch !== b.branch || a.institution !== b.institution) return null;
  if (!placesAgree(a.places, b.places)) return null;
  if (isShortened(a, b) || isShortened(b, a)) return { score: 0.73, why: "像是简称" };
  const trade = tradeLikeness(a, b);
  const brand = brandLikeness(a, b);
  if (trade === null || brand === null) return a.core === b.core ? null : wholeLikeness(a, b);
  if (brand.score < 1 && trade.score < 0.8) return null;
  const form = formLikeness(a, b);
  const place = a.places.size === b.places.size ? 0 : 0.03;
  const isOneWriting = brand.score === 1 && trade.score === 1;
  // A bare short name, or a group beside its companies, has nothing but the brand.
  const loss = trade.score < 0.8 ? 0 : form.loss + place;
  const score = round(Math.min(brand.score, 0.99) * trade.score - loss);
  if (score < LEAST) return null;
  const reasons = [
    ...(brand.why === "" ? [] : [brand.why]),
    ...(trade.why === "" ? [] : [trade.why]),
    ...(form.why === "" ? [] : [form.why]),
    ...(place === 0 ? [] : [isOneWriting && form.why === "" ? "只差地名" : "一个写了地名"]),
  ];
  return { score, why: reasons.join("，") || "只差写法" };
}

function brandLikeness(a: NameParts, b: NameParts): Likeness | null {
  if (a.brand === b.brand) return { score: 1, why: "" };
  const [one, other] = [a.brand, b.brand];
  const shortest = Math.min(one.length, other.length);
  if (shortest < 2) return null;
  // Two characters that sound alike are a company of its own more often than longer ones.
  const certainty = shortest === 2 ? 0.85 : 0.93;
  if (soundOf(one) === soundOf(other)) return { score: certainty, why: "拼音相同" };
  if (one.length === other.length && shapeOf(one) === shapeOf(other)) return { score: certainty, why: "只差形近的字" };
  // 泰和 and 泰丰 are two, whatever follows them; so are 工商学院 and 工程学院.
  if (shortest < 3 || a.institution !== "" || one.slice(0, 2) !== other.slice(0, 2)) return null;
  if (!isOneStep(one, other) || !isTypo(one, other)) return null;
  return { score: Math.min(0.9, 0.66 + shortest * 0.04), why: "字号只差一个字" };
}

/** 威海广泰 for 威海广泰空港设备股份有限公司. */
function isShortened(short: NameParts, whole: NameParts): boolean {
  const isBare = short.form === "none" && short.trades.length === 0 && short.weak.length === 0;
  return isBare && whole.form !== "none" && whole.brand.length >= 4 && whole.brand.startsWith(short.brand);
}

/** The same trade, one of them silent about it, or two different ones: null. */
function tradeLikeness(a: NameParts, b: NameParts): Likeness | null {
  const [less, more] = a.trades.length <= b.trades.length ? [a, b] : [b, a];
  if (less.trades.some((trade) => !more.trades.includes(trade))) return null;
  const weak = symmetric(a.weak, b.weak);
  if (less.trades.length === more.trades.length) {
    if (weak.length === 0) return { score: 1, why: "" };
    return { score: 0.9, why: `只差“${weak.join("、")}”` };
  }
  const extra = symmetric(less.trades, more.trades).join("、");
  if (less.trades.length > 0) return { score: 0.82, why: `一个多“${extra}”` };
  // Two whole names, one of which says what it does: brands are often shared.
  const isShort = less.form === "none" || less.group;
  if (less.brand.length < 3 && !isShort) return null;
  return { score: less.brand.length >= 3 ? 0.78 : 0.74, why: `字号相同，一个没写“${extra}”` };
}

function formLikeness(a: NameParts, b: NameParts): { loss: number; why: string } {
  if (a.group !== b.group) return { loss: 0.2, why: "一个是集团" };
  if (a.form === b.form) return { loss: 0, why: "" };
  const both = new Set([a.form, b.form]);
  if (both.has("none")) return { loss: a.core.length >= 4 ? 0.06 : 0.12, why: "一个是简称" };
  if (both.has("cooperative")) return { loss: 0.25, why: "一个是合作社" };
  if (both.has("factory")) return { loss: 0.16, why: "厂与公司" };
  if (both.has("partnership")) return { loss: 0.2, why: "一个是合伙企业" };
  return { loss: both.has("shares") ? 0.05 : 0.01, why: both.has("shares") ? "公司形式不同" : "" };
}

/** Long names whose parts do not line up, by the pairs of characters they share. */
function wholeLikeness(a: NameParts, b: NameParts): Likeness | null {
  const longest = Math.max(a.core.length, b.core.length);
  if (
    a.form !== b.form ||
    longest < 7 ||
    Math.min(a.core.length, b.core.length) < 6 ||
    tradeLikeness(a, b) === null ||
    !isTypo(a.core, b.core)
  )
    return null;
  const shared = dice(a.core, b.core);
  return shared < 0.75 ? null : { score: round(shared * 0.95), why: "名称大半相同" };
}

/** Share of common pairs of characters (Dice). */
export function dice(a: string, b: string): number {
  const [one, other] = [bigrams(a), bigrams(b)];
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

export function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** One character put in, left out or changed, or two neighbours swapped. */
function isOneStep(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [one, other] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const isSwap = one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
  return isSwap || (one.length <= 1 && other.length <= 1);
}

const telling = /[东西南北中上下左右大小新老前后金银]/u;
/** 东海 and 西海, 大信 and 小信 are meant. */
function isTypo(a: string, b: string): boolean {
  const differing = [...a].filter((character, at) => character !== b[at]);
  const others = [...b].filter((character, at) => character !== a[at]);
  return a.length !== b.length || differing.length > 1 || ![...differing, ...others].some((one) => telling.test(one));
}

function symmetric(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
