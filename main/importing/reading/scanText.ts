import { cleaned, unescaped } from "./cellText.ts";

// Text between two tags, from bytes that are known to be good UTF-8.

const stop = 1;
const care = 2;
const never = 3;
/** What each byte is to a text: nothing special, its end, something to be decoded, or a case for the XML parser. */
const kinds = new Uint8Array(256);
// Control characters are taken out of texts, and a carriage return is half a line end.
kinds.fill(never, 0, 0x20);
kinds[0x09] = kinds[0x0a] = 0;
kinds[0x3c] = stop; // <
kinds[0x3e] = never; // > may end ]]>, which may not stand in a text
kinds[0x26] = care; // &
kinds[0x5f] = care; // _ may begin _x000D_
kinds[0xef] = care; // U+FFFE and U+FFFF may not stand in a text

export interface TextScan {
  /** Something in the text is to be decoded. */
  hasEscapes: boolean;
}

/** The place of the `<` that ends a text; -1 where the XML parser must read it. */
export function scanText(bytes: Uint8Array, from: number, to: number, found: TextScan): number {
  found.hasEscapes = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const kind = kinds[byte] ?? 0;
    if (kind === 0) continue;
    if (kind === stop) return at;
    if (kind === never) return -1;
    if (byte === 0xef) {
      if (bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return -1;
    } else if (byte === 0x26 || bytes[at + 1] === 0x78) found.hasEscapes = true;
  }
  return -1;
}

const references = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/gu;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text with its references and `_x000D_` decoded; null where the XML parser must decide what they are worth. */
export function decodedText(text: string): string | null {
  let isGood = true;
  let left = 0;
  const decoded = text.replace(references, (_whole, decimal?: string, hex?: string, name?: string) => {
    left++;
    if (name !== undefined) return named[name] ?? "";
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const character = code > 0x10_ff_ff ? "" : String.fromCodePoint(code);
    if (character === "" || cleaned(character) === "") isGood = false;
    return character;
  });
  if (!isGood || text.split("&").length - 1 !== left) return null;
  return unescaped(decoded);
}

/** The place after blanks between tags. */
export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at++;
  return at;
}

/** Whether the ASCII word stands here. */
export function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let place = 0; place < word.length; place++) if (bytes[at + place] !== word[place]) return false;
  return true;
}
