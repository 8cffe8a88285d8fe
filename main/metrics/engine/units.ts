import type { Field } from "../../../shared/fields/field.ts";

// Values leave the engine as numbers in their metric's unit, exact: nothing is rounded here but the noise of binary
// fractions. Rounding happens once, at the words.

const yuan: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1000,
  万元: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
};

export function isMoneyUnit(unit: string): boolean {
  return Object.hasOwn(yuan, unit);
}

/** A stored value of a field in a metric's unit: integer fen become 元, 万元 or 亿元, all else stays. */
export function inUnit(stored: number, kind: Field["kind"], unit: string): number {
  const factor = yuan[unit];
  return kind === "money" && factor !== undefined ? quotient(stored, factor * 100) : withoutNoise(stored);
}

/** Converts between units of money; equal units stay; null where one does not turn into the other. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to || from === "") return value;
  const [own, wanted] = [yuan[from], yuan[to]];
  return own === undefined || wanted === undefined ? null : quotient(value, wanted, own);
}

/**
 * value × times ÷ by as the double nearest to the exact quotient of the decimals that the numbers print as:
 * 224 × 100 ÷ 100 is 224, 4.23 × 100 ÷ 1 is 423.
 */
export function quotient(value: number, by: number, times = 1): number {
  const [a, b, c] = [value, times, by].map(decimal);
  if (!a || !b || !c) return (value * times) / by;
  const up = c.places - a.places - b.places;
  const above = a.digits * b.digits * 10n ** BigInt(Math.max(up, 0));
  const below = c.digits * 10n ** BigInt(Math.max(-up, 0));
  return divide(above, below);
}

/** a − b on the decimals that the numbers print as: 30.5 − 28.9 is 1.6. */
export function difference(a: number, b: number): number {
  return withoutNoise(a - b);
}

/** Fifteen significant digits are what a decimal keeps in a double: 0.30000000000000004 is 0.3. */
export function withoutNoise(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
}

function decimal(value: number): { digits: bigint; places: number } | null {
  const match = /^(-?\d+)(?:\.(\d+))?$/u.exec(String(value));
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

function divide(above: bigint, below: bigint): number {
  const common = greatestCommonDivisor(above, below);
  // Both sides are exact doubles for every figure of a district, so that one division rounds once.
  return Number(above / common) / Number(below / common);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
