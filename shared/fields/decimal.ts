// Exact decimal numbers for money and percent: digits and a scale, no floating point on the way.

/** value = digits × 10^-scale. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?$/iu;

/** Reads 423, -4.5, .5, 1.5E3; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent] = match;
  if (whole === "" && fraction === "") return null;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - Number(exponent ?? "0");
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function halfUp(digits: bigint, divisor: bigint): bigint {
  const positive = digits < 0n ? -digits : digits;
  const rounded = (positive + divisor / 2n) / divisor;
  return digits < 0n ? -rounded : rounded;
}

/**
 * A number cell holds a binary fraction, and its source digits show it (0.1 as 0.10000000000000001). Excel itself
 * shows 15 significant digits; so do we.
 */
export function asExcelShows({ digits, scale }: Decimal): Decimal {
  const length = String(digits < 0n ? -digits : digits).length;
  if (length <= 15 || scale === 0) return { digits, scale };
  const drop = Math.min(length - 15, scale);
  return { digits: halfUp(digits, 10n ** BigInt(drop)), scale: scale - drop };
}

/** value × 10^power. */
export function shifted({ digits, scale }: Decimal, power: number): Decimal {
  const moved = scale - power;
  return moved < 0 ? { digits: digits * 10n ** BigInt(-moved), scale: 0 } : { digits, scale: moved };
}

/** The nearest integer (half away from zero) and whether anything was dropped. */
export function toInteger({ digits, scale }: Decimal): { integer: bigint; exact: boolean } {
  const divisor = 10n ** BigInt(scale);
  return { integer: halfUp(digits, divisor), exact: digits % divisor === 0n };
}

/** Plain decimal text without needless zeros: -4.5, 423. */
export function decimalText({ digits, scale }: Decimal): string {
  const negative = digits < 0n;
  const text = String(negative ? -digits : digits).padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/u, "");
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The JavaScript number nearest to the decimal. */
export function toNumber(decimal: Decimal): number {
  return Number(decimalText(decimal));
}
