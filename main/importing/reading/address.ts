import { lastColumn, lastRow } from "./limits.ts";

export interface Address {
  row: number;
  column: number;
}

/** "AB12" → row 12, column 28; null where it is no address inside the format's grid. */
export function parseAddress(reference: string): Address | null {
  let at = 0;
  let column = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > lastColumn) return null;
  }
  const row = parseRowNumber(reference.slice(at));
  return column > 0 && row !== null ? { row, column } : null;
}

/** Digits only, 1 to 1,048,576; null otherwise. */
export function parseRowNumber(digits: string): number | null {
  if (!/^\d{1,10}$/u.test(digits)) return null;
  const row = Number(digits);
  return row >= 1 && row <= lastRow ? row : null;
}
