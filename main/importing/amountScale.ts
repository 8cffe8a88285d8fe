import type { MoneyUnit } from "../../shared/fields/field.ts";

// How far apart amounts may lie before another unit is the likelier reason.

/** Units in which one and the same amount may stand. */
export const units: readonly MoneyUnit[] = ["元", "千元", "万元", "亿元"];

interface Amount {
  readonly fen: number;
}

/** About a thousand times or more, either way. */
export function isOff(times: number): boolean {
  return Math.abs(Math.log10(times)) >= 2.7;
}

/** The middle of a column, in fen, and those far above it and far above all that are not: one wrote 元 among 万元. */
export function farAbove<A extends Amount>(amounts: readonly A[]): { middle: number; far: A[] } {
  const sorted = amounts.toSorted((a, b) => a.fen - b.fen);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]?.fen ?? 0;
  const far = sorted.filter(({ fen }) => isOff(fen / middle) && fen > middle);
  const below = sorted[sorted.length - far.length - 1]?.fen ?? 0;
  const [least] = far;
  return { middle, far: least === undefined || least.fen < below * 100 ? [] : far };
}
