// What XML 1.0 allows in a document (production Char). Anything else (NUL, U+FFFE, lone surrogates, most control
// characters) would make the Word and Excel files written later unreadable, so it never gets further than here.
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const allIllegal = new RegExp(illegal.source, "gu");
const escape = /_x([0-9A-Fa-f]{4})_/gu;

/** The text without characters that XML forbids. */
export function cleaned(text: string): string {
  return illegal.test(text) ? text.replace(allIllegal, "") : text;
}

/** Decodes `_x000D_` (ECMA-376 ST_Xstring; `_x005F_` is the underscore itself), then cleans. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return cleaned(text.replace(escape, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}
