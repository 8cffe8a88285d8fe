import { parseMarkup, slotsOf, type MarkupPart } from "./markup.ts";

/** Printed where a field that an item needs is blank: a gap that people see, never a silent omission. */
export const BLANK_FIELD = "〔待补〕";

/** Slots that the roster itself fills. */
const OWN_SLOTS = new Set(["ordinal", "items", "count"]);

/** The fields an item pattern asks for. Throws MarkupError. */
export function fieldsOfPattern(pattern: string): string[] {
  const fields = slotsOf(parseMarkup(pattern)).flatMap(alternatives);
  return [...new Set(fields)].filter((field) => !OWN_SLOTS.has(field));
}

/** Throws MarkupError where the pattern is none. */
export function fillPattern(pattern: string, fields: Readonly<Record<string, string>>): string {
  return fill(parseMarkup(pattern), fields);
}

function fill(parts: readonly MarkupPart[], fields: Readonly<Record<string, string>>): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      if (part.kind === "slot") return words(fields, part.body) ?? BLANK_FIELD;
      const isWhole = slotsOf(part.parts).every((slot) => words(fields, slot) !== null);
      return isWhole ? fill(part.parts, fields) : "";
    })
    .reduce((before, next) => before + withoutEcho(before, next), "");
}

// Many a project is called …项目 and many a laboratory 共建…, and the pattern says so once more.
const ECHOES = ["项目", "共建"];

function withoutEcho(before: string, next: string): string {
  const echo = ECHOES.find((word) => before.endsWith(word) && next.startsWith(word));
  return echo === undefined ? next : next.slice(echo.length);
}

/** `{firstOrganisation/organisations}`: the first of them that is filled. */
function alternatives(slot: string): string[] {
  return slot.split("/").map((field) => field.trim());
}

function words(fields: Readonly<Record<string, string>>, slot: string): string | null {
  for (const field of alternatives(slot)) {
    const text = Object.hasOwn(fields, field) ? fields[field]?.trim() : undefined;
    if (text) return text;
  }
  return null;
}
