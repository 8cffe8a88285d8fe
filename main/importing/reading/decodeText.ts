import { TextDecoder } from "node:util";
import { refuse } from "./refusals.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const pieceBytes = 65_536;

/**
 * The encoding of a text file: by its byte order mark; UTF-16 by where its zero bytes fall; strict UTF-8; GB 18030
 * (GBK). A file that fits none is refused rather than read as gibberish. @throws ReadRefusal
 */
export function chooseEncoding(bytes: Buffer): TextEncoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return certain(bytes, "utf-8");
  if (startsWith(bytes, [0xff, 0xfe])) return certain(bytes, "utf-16le");
  if (startsWith(bytes, [0xfe, 0xff])) return certain(bytes, "utf-16be");
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return certain(bytes, wide);
  if (isBinary(bytes)) refuse("E-IMP-10");
  if (decodes(bytes, "utf-8")) return "utf-8";
  return certain(bytes, "gb18030");
}

/** The text in pieces; a byte order mark is left out. @throws ReadRefusal on bytes the encoding does not have. */
export function* decodeText(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    }
    yield decoder.decode();
  } catch {
    refuse("E-IMP-21");
  }
}

function certain(bytes: Buffer, encoding: TextEncoding): TextEncoding {
  return decodes(bytes, encoding) ? encoding : refuse("E-IMP-21");
}

function decodes(bytes: Buffer, encoding: TextEncoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

// Digits, separators and line ends of a UTF-16 table have a zero byte, always on the same side.
function unmarkedUtf16(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const sides = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 4_096); at++) {
    if (bytes[at] === 0) sides[at % 2] = (sides[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = sides;
  if (bytes.length % 2 !== 0 || even + odd < 2) return null;
  if (even === 0) return "utf-16le";
  return odd === 0 ? "utf-16be" : null;
}

// No text has NUL, or other control characters than tab, line ends, form feed and the old end-of-file mark.
function isBinary(bytes: Buffer): boolean {
  return bytes
    .subarray(0, pieceBytes)
    .some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27));
}
