import { isOn } from "./xmlPart.ts";

// Tags in their usual form, from bytes that are known to be good UTF-8. Whatever is not certain is the XML parser's.

/** What a row's tag says after its number, up to its end. */
export interface RowTag {
  hidden: boolean;
  isEmpty: boolean;
}

const attribute = / ([A-Za-z][A-Za-z\d]{0,40}(?::[A-Za-z]{1,40})?)="([ !#-%'-;=?-~]{0,200})"/uy;
const mostAttributes = 20;

/** The attributes of a tag by name, `end` ("" or "/") left over; null where it is written in some other way. */
function attributesOf(text: string): { found: Map<string, string>; end: string } | null {
  const found = new Map<string, string>();
  let at = 0;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (match === null) break;
    const [whole, name = "", value = ""] = match;
    if (found.has(name) || name === "xmlns" || found.size === mostAttributes) return null;
    found.set(name, value);
    at += whole.length;
  }
  const end = text.slice(at);
  return end === "" || end === "/" ? { found, end } : null;
}

/** Reads the rest of row tags; they are nearly always the same. */
export function rowTags(isBound: (prefix: string) => boolean): (text: string) => RowTag | null {
  const known = new Map<string, RowTag | null>();
  const read = (text: string): RowTag | null => {
    const attributes = attributesOf(text);
    if (attributes === null || attributes.found.has("r")) return null;
    const prefixed = [...attributes.found.keys()].filter((name) => name.includes(":"));
    // Two prefixes may be one namespace, and one name twice is bad XML.
    if (prefixed.length > 1) return null;
    const [prefix] = prefixed[0]?.split(":") ?? [];
    if (prefix !== undefined && (prefix === "xmlns" || !isBound(prefix))) return null;
    return { hidden: isOn(attributes.found.get("hidden")), isEmpty: attributes.end === "/" };
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const tag = read(text);
    if (known.size < 1_000) known.set(text, tag);
    return tag;
  };
}

const formulaEnd = "</f>";

/** The place after a formula that begins here, -1 where the XML parser must read it. Its words are of no interest. */
export function afterFormula(bytes: Buffer, from: number, to: number): number {
  const end = bytes.indexOf(0x3e, from);
  if (end < 0 || end >= to) return -1;
  const tag = attributesOf(bytes.toString("latin1", from + 2, end));
  if (tag === null || [...tag.found.keys()].some((name) => name.includes(":"))) return -1;
  if (tag.end === "/") return end + 1;
  const close = bytes.indexOf(formulaEnd, end);
  if (close < 0 || close >= to) return -1;
  return isPlainFormula(bytes.toString("latin1", end + 1, close)) ? close + formulaEnd.length : -1;
}

// U+FFFE and U+FFFF begin with EF BF; control characters and a bare & or < are not for us to judge.
const formula = /^(?:[\t\n -%'-;=?-\xee\xf0-\xff]|\xef[^\xbf]|&(?:amp|lt|gt|quot|apos);)*$/u;

function isPlainFormula(text: string): boolean {
  return text.length <= 8_192 && formula.test(text);
}
