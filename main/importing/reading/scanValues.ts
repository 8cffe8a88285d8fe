import { afterBlanks, standsAt } from "./scanText.ts";

const numeric = /^[-+.\deE]{1,300}$/u;

/** The place of the `<` after a number in its usual form; -1 where the XML parser must say what it is. */
export function numberEnd(bytes: Buffer, from: number, to: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from;
  let digits = 0;
  let points = 0;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) digits++;
    else if (byte === 0x2e) points++;
    else break;
  }
  if (bytes[at] === 0x3c) return digits > 0 && points < 2 && digits < 300 ? at : -1;
  // 1.5E-3
  const end = bytes.indexOf(0x3c, at);
  if (end < 0 || end >= to || end - from > 300) return -1;
  const text = bytes.toString("latin1", from, end);
  return numeric.test(text) && Number.isFinite(Number(text)) ? end : -1;
}

/** A number of up to eight digits that ends right before a `<`; -1 where there is anything else. */
export function wholeNumber(bytes: Uint8Array, from: number, end: number): number {
  if (end === from || end - from > 8) return -1;
  let value = 0;
  for (let at = from; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Printable ASCII without a blank at either end: nothing to trim whatever blanks are. */
export function isTrimmed(bytes: Buffer, from: number, to: number): boolean {
  if (from >= to || bytes[from] === 0x20 || bytes[to - 1] === 0x20) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}

const plainText = Buffer.from("<t>");
const spacedText = Buffer.from('<t xml:space="preserve">');
const textEnd = Buffer.from("</t>");
const inlineEnd = Buffer.from("</is>");

/** The place after `<t>` of an inline string without runs, from after `<is>`; -1 where it is another. */
export function afterInlineOpening(bytes: Buffer, from: number): number {
  const at = afterBlanks(bytes, from);
  if (standsAt(bytes, at, plainText)) return at + plainText.length;
  return standsAt(bytes, at, spacedText) ? at + spacedText.length : -1;
}

/** The place after `</t></is>`, -1 where something else stands. */
export function afterInlineClosing(bytes: Buffer, from: number): number {
  if (!standsAt(bytes, from, textEnd)) return -1;
  const at = afterBlanks(bytes, from + textEnd.length);
  return standsAt(bytes, at, inlineEnd) ? at + inlineEnd.length : -1;
}
