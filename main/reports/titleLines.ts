import type { Span } from "./span.ts";

/** 156 mm ÷ 22 pt. */
const TITLE_WIDTH = 20;

/**
 * Breaks a title that does not fit one line where it reads well: before its first year (the office above, the matter
 * below), so that the lines form a trapezoid and no word is split (GB/T 9704-2012, 7.3.1). Other long titles wrap as
 * they come.
 */
export function titleLines(spans: readonly Span[]): Span[] {
  const text = spans.map((span) => span.text).join("");
  const at = text.search(/\d{4}年/);
  const fits = width(text) <= TITLE_WIDTH;
  if (fits || at < 2 || width(text.slice(0, at)) > TITLE_WIDTH) return [...spans];
  let before = 0;
  return spans.flatMap((span): Span[] => {
    const start = before;
    before += span.text.length;
    if (at < start || at >= before) return [span];
    const first = span.text.slice(0, at - start);
    const rest: Span = { ...span, text: span.text.slice(at - start), breakBefore: true };
    // A figure is one thing: it moves to the new line whole.
    if (first === "" || span.figure) return [{ ...span, breakBefore: true }];
    return [{ ...span, text: first }, rest];
  });
}

/** In full-width characters. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (character <= "\u00ff" ? 0.5 : 1), 0);
}
