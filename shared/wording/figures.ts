// How numbers read. Rounding happens here, once, and in decimal: 93.75 must give 93.8 and 1.005 must not lose to binary.

/** Digits of the shortest decimal that is this number, free of the dust of binary arithmetic (0.1 + 0.2 reads 0.3). */
function decimalParts(value: number): { negative: boolean; whole: string; fraction: string } {
  const [mantissa = "0", exponentText = "0"] = Math.abs(value).toPrecision(15).split("e");
  const [before = "0", after = ""] = mantissa.split(".");
  const exponent = Number(exponentText);
  const digits = before + after;
  const point = before.length + exponent;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const cut = Math.max(point, 1);
  return { negative: value < 0, whole: padded.slice(0, cut), fraction: padded.slice(cut).replace(/0+$/, "") };
}

/** Half-up (away from zero) to `places` decimals; always prints so many. Infinite and NaN are no figures: throws. */
export function roundHalfUp(value: number, places: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
  const { negative, whole, fraction } = decimalParts(value);
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, "0"));
  const rounded = (kept + ((fraction[places] ?? "0") >= "5" ? 1n : 0n)).toString().padStart(places + 1, "0");
  const cut = rounded.length - places;
  const text = places === 0 ? rounded : `${rounded.slice(0, cut)}.${rounded.slice(cut)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Whole numbers bare, everything else half-up to one decimal: 224 · 93.8. No thousands separator in running text. */
export function figure(value: number): string {
  const { fraction } = decimalParts(value);
  return roundHalfUp(value, fraction === "" ? 0 : 1);
}

/** 43 → 40多, 128 → 120多; exact tens and numbers under ten print exactly. */
export function about(value: number): string {
  const tens = Math.floor(value / 10) * 10;
  return value < 10 || tens === value ? figure(value) : `${tens}多`;
}

/** At most two decimals, trailing zeros dropped: for amounts of single records, not for metrics. */
export function upToTwoDecimals(value: number): string {
  return roundHalfUp(value, 2).replace(/\.?0+$/, "");
}
