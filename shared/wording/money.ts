import { upToTwoDecimals } from "./figures.ts";

const FEN_IN_WAN = 1_000_000;
const WAN_IN_YI = 10_000;

/** An amount of a record in words: 400万元 · 2.15万元 · 1.2亿元; below 100元 in 元. Input is integer fen. */
export function money(fen: number): string {
  if (fen !== 0 && Math.abs(fen) < 10_000) return `${upToTwoDecimals(fen / 100)}元`;
  const wan = fen / FEN_IN_WAN;
  return Math.abs(wan) >= WAN_IN_YI ? `${upToTwoDecimals(wan / WAN_IN_YI)}亿元` : `${upToTwoDecimals(wan)}万元`;
}
