import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";

export const xlsb = {
  row: 0,
  rk: 2,
  error: 3,
  boolean: 4,
  real: 5,
  text: 6,
  sharedText: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBoolean: 10,
  formulaError: 11,
  sharedString: 19,
  format: 44,
  cellFormat: 47,
  columnInfo: 60,
  richText: 62,
  workbookProperties: 153,
  bundleSheet: 156,
  mergeCell: 176,
  beginCellFormats: 617,
  endCellFormats: 618,
} as const;

export interface XlsbRecord {
  type: number;
  data: Buffer;
}

/**
 * The records of a binary part ([MS-XLSB] 2.1.4): a type in one or two bytes, a length in at most four bytes of seven
 * bits, the data. @throws ReadRefusal on a record longer than any needs to be, or one that is cut off
 */
export async function* xlsbRecords(bytes: AsyncIterable<Buffer>, limits: ReadingLimits): AsyncGenerator<XlsbRecord> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let head = header(rest, at); head !== null; head = header(rest, at)) {
      if (head.length > limits.xmlTokenCharacters) {
        refuse("E-IMP-43", `文件里有一段超过 ${spoken(limits.xmlTokenCharacters, "字")}的内容`);
      }
      const end = head.start + head.length;
      if (end > rest.length) break;
      yield { type: head.type, data: rest.subarray(head.start, end) };
      at = end;
    }
    rest = rest.subarray(at);
  }
  if (rest.length > 0) refuse("E-IMP-30", undefined, "record cut off");
}

interface Header {
  type: number;
  length: number;
  start: number;
}

function header(bytes: Buffer, at: number): Header | null {
  let place = at;
  let type = bytes[place++];
  if (type === undefined) return null;
  if (type >= 128) {
    const second = bytes[place++];
    if (second === undefined) return null;
    type = (type & 0x7f) | ((second & 0x7f) << 7);
  }
  let length = 0;
  for (let step = 0; step < 4; step++) {
    const byte = bytes[place++];
    if (byte === undefined) return null;
    length |= (byte & 0x7f) << (7 * step);
    if (byte < 128) break;
  }
  return { type, length, start: place };
}

/** A string with its length in front, in characters; null where it reaches beyond the record. */
export function wideString(data: Buffer, at: number): { text: string; end: number } | null {
  if (at + 4 > data.length) return null;
  const count = data.readUInt32LE(at);
  // A missing string is written as the length FFFFFFFF.
  if (count === 0xff_ff_ff_ff) return { text: "", end: at + 4 };
  const end = at + 4 + count * 2;
  return end > data.length ? null : { text: data.toString("utf16le", at + 4, end), end };
}
