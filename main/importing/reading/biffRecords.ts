// The records of a workbook stream ([MS-XLS] 2.1.4): type, length, data.

import { refuse } from "./refusals.ts";

export const biff = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continues: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

export interface BiffRecord {
  type: number;
  /** Where its header stands in the stream. */
  at: number;
  data: Buffer;
}

/** The record at a place; null at the stream's end, or where what is left is no whole record. */
export function recordAt(stream: Buffer, at: number): BiffRecord | null {
  if (at < 0 || at + 4 > stream.length) return null;
  const end = at + 4 + stream.readUInt16LE(at + 2);
  if (end > stream.length) return null;
  return { type: stream.readUInt16LE(at), at, data: stream.subarray(at + 4, end) };
}

export function afterRecord(record: BiffRecord): number {
  return record.at + 4 + record.data.length;
}

/** The records of one substream, from its BOF to its EOF; those of substreams inside it (charts) are left out. @throws ReadRefusal where it has no end */
export function* substream(stream: Buffer, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let record = recordAt(stream, start); record !== null; record = recordAt(stream, afterRecord(record))) {
    if (record.type === biff.bof) depth++;
    else if (record.type === biff.eof) depth--;
    if (depth <= 0) return;
    if (depth === 1) yield record;
  }
  // Rows may be missing: half a sheet is no sheet.
  refuse("E-IMP-10", undefined, "workbook stream without end");
}

/** A record's data with that of the CONTINUE records behind it, as pieces: strings change their width at the seams. */
export function withContinues(stream: Buffer, record: BiffRecord): Buffer[] {
  const pieces = [record.data];
  let next = recordAt(stream, afterRecord(record));
  for (; next !== null && next.type === biff.continues; next = recordAt(stream, afterRecord(next))) {
    pieces.push(next.data);
  }
  return pieces;
}
