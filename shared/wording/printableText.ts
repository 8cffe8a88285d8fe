// XML 1.0 has no escape for these, so one odd company name would make the whole Word file unreadable (reliability, fact 10).
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
// A line break inside a run would print in one format and not in the next.
const BREAKS = /[\t\n\r\u0085\u2028\u2029]+/gu;

/** The text without what XML forbids: lone halves of pairs and most control characters. Line breaks stay. */
export function legalInXml(text: string): string {
  return text.replace(ILLEGAL, "").replace(LONE_SURROGATE, "");
}

/** The text as all formats can carry it: no characters that XML forbids, no line breaks. Idempotent. */
export function printableText(text: string): string {
  return legalInXml(text).replace(BREAKS, " ");
}
