import type { ItemForm } from "./readItems.ts";
import { afterBlanks, decodedText, scanText, standsAt, type TextScan } from "./scanText.ts";

const open = Buffer.from("<si><t");
const close = Buffer.from("</t></si>");
const plain = Buffer.from(">");
const spaced = Buffer.from(' xml:space="preserve">');

/** Shared strings of one `<t>`, without runs: nearly all that there are. */
export function stringScanner(add: (bytes: Buffer, from: number, to: number) => void): ItemForm["scan"] {
  const found: TextScan = { hasEscapes: false };
  return (bytes, from, to) => {
    let at = afterBlanks(bytes, from);
    if (!standsAt(bytes, at, open)) return -1;
    at += open.length;
    if (standsAt(bytes, at, plain)) at += plain.length;
    else if (standsAt(bytes, at, spaced)) at += spaced.length;
    else return -1;
    const end = scanText(bytes, at, to, found);
    if (end < 0 || !standsAt(bytes, end, close)) return -1;
    if (found.hasEscapes) {
      const text = decodedText(bytes.toString("utf8", at, end));
      if (text === null) return -1;
      const decoded = Buffer.from(text);
      add(decoded, 0, decoded.length);
    } else add(bytes, at, end);
    return end + close.length;
  };
}
