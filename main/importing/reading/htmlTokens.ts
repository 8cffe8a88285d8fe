export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string };

// What stands inside these is no text of the page. `xml` is an island that Excel writes.
const silent = new Set(["script", "style", "title", "xml", "noscript", "template"]);
const nameEnd = /[\s/>]/u;

/**
 * Tags and texts of a web page, one after another, forgiving as browsers are: an angle bracket that begins no tag is
 * text, comments and scripts are skipped, what is left open ends with the page. Time grows with its length only.
 */
export function* htmlTokens(page: string): Generator<HtmlToken> {
  let at = 0;
  while (at < page.length) {
    const tag = nextTag(page, at);
    if (tag < 0) {
      yield { kind: "text", text: page.slice(at) };
      return;
    }
    if (tag > at) yield { kind: "text", text: page.slice(at, tag) };
    const end = tagEnd(page, tag);
    if (end < 0) return;
    const inside = page.slice(tag + 1, end - 1);
    at = end;
    if (inside.startsWith("!") || inside.startsWith("?")) continue;
    const isClose = inside.startsWith("/");
    const body = isClose ? inside.slice(1) : inside;
    const cut = body.search(nameEnd);
    const name = (cut < 0 ? body : body.slice(0, cut)).toLowerCase();
    if (isClose) yield { kind: "close", name };
    else {
      yield { kind: "open", name, attributes: cut < 0 ? "" : body.slice(cut) };
      if (silent.has(name) && !inside.endsWith("/")) at = afterSilent(page, at, name);
    }
  }
}

function nextTag(page: string, from: number): number {
  for (let at = page.indexOf("<", from); at >= 0; at = page.indexOf("<", at + 1)) {
    if (/[a-z/!?]/iu.test(page.charAt(at + 1))) return at;
  }
  return -1;
}

// Behind its `>`; one inside quotes does not count. -1 where the page ends first.
function tagEnd(page: string, tag: number): number {
  if (page.startsWith("<!--", tag)) {
    const end = page.indexOf("-->", tag + 4);
    return end < 0 ? -1 : end + 3;
  }
  let quote = "";
  let before = "";
  for (let at = tag + 1; at < page.length; at++) {
    const character = page.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return at + 1;
    else if ((character === '"' || character === "'") && before === "=") quote = character;
    if (character.trim() !== "") before = character;
  }
  return -1;
}

function afterSilent(page: string, from: number, name: string): number {
  for (let at = page.indexOf("</", from); at >= 0; at = page.indexOf("</", at + 2)) {
    if (page.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return page.length;
}

/** An attribute's value, undefined where it is not there. */
export function htmlAttribute(attributes: string, name: string): string | undefined {
  for (const [, key, double, single, bare] of attributes.slice(0, 4_096).matchAll(attributePattern)) {
    if (key?.toLowerCase() === name) return double ?? single ?? bare ?? "";
  }
  return undefined;
}

const attributePattern = /([^\s=/"'<>]{1,64})(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/gu;

const named = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    ensp: "\u2002",
    emsp: "\u2003",
    middot: "·",
    ldquo: "“",
    rdquo: "”",
    lsquo: "‘",
    rsquo: "’",
    hellip: "…",
    mdash: "—",
    ndash: "–",
    times: "×",
    divide: "÷",
    plusmn: "±",
    le: "≤",
    ge: "≥",
    ne: "≠",
    deg: "°",
    permil: "‰",
    yen: "¥",
    copy: "©",
    reg: "®",
    sup2: "²",
    sup3: "³",
  }),
);

/** Decodes character references; those nobody writes in tables stay as they stand. */
export function htmlText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z0-9]{2,8}));?/giu, (whole, decimal, hex, name) => {
    if (typeof name === "string") return named.get(name.toLowerCase()) ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0x10_ff_ff ? "" : String.fromCodePoint(code);
  });
}
