// A small writer of workbook streams (BIFF8 and BIFF5) for tests: records as they should be, and as they should not.

/** Little-endian fields one after another: u8, u16, u32, f64, or bytes as they are. */
export function fields(...parts: readonly (readonly ["u8" | "u16" | "u32" | "f64", number] | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => {
      if (part instanceof Uint8Array) return part;
      const [kind, value] = part;
      const bytes = Buffer.alloc({ u8: 1, u16: 2, u32: 4, f64: 8 }[kind]);
      if (kind === "u8") bytes.writeUInt8(value);
      else if (kind === "u16") bytes.writeUInt16LE(value);
      else if (kind === "u32") bytes.writeUInt32LE(value);
      else bytes.writeDoubleLE(value);
      return bytes;
    }),
  );
}

export function record(type: number, data: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.concat([fields(["u16", type], ["u16", data.length]), data]);
}

/** A string of BIFF8 with two bytes a character. */
export function wide(text: string, lengthBytes: 1 | 2 = 2): Buffer {
  return fields([lengthBytes === 1 ? "u8" : "u16", text.length], ["u8", 1], Buffer.from(text, "utf16le"));
}

/** Row and column from 0, style. */
export const place = (row: number, column: number, style = 0): Buffer =>
  fields(["u16", row], ["u16", column], ["u16", style]);

export const cells = {
  shared: (row: number, column: number, index: number, style?: number) =>
    record(0xfd, fields(place(row, column, style), ["u32", index])),
  number: (row: number, column: number, value: number, style?: number) =>
    record(0x203, fields(place(row, column, style), ["f64", value])),
  rk: (row: number, column: number, word: number, style?: number) =>
    record(0x27e, fields(place(row, column, style), ["u32", word])),
  label: (row: number, column: number, text: string) => record(0x204, fields(place(row, column), wide(text))),
  error: (row: number, column: number, code: number) =>
    record(0x205, fields(place(row, column), ["u8", code], ["u8", 1])),
  boolean: (row: number, column: number, value: 0 | 1) =>
    record(0x205, fields(place(row, column), ["u8", value], ["u8", 0])),
  /** `result` is the eight bytes of the last result. */
  formula: (row: number, column: number, result: Uint8Array) =>
    record(0x06, fields(place(row, column), result, ["u16", 0], ["u32", 0], ["u16", 0])),
};

export interface BiffBook {
  /** The records of each sheet, between BOF and EOF. */
  sheets: readonly (readonly Uint8Array[])[];
  /** Records of the globals, before the list of sheets. */
  globals?: readonly Uint8Array[];
  hideRest?: boolean;
  biff5?: boolean;
}

export function sharedStrings(texts: readonly string[]): Buffer {
  return record(0xfc, fields(["u32", texts.length], ["u32", texts.length], ...texts.map((text) => wide(text))));
}

/** The workbook stream; sheets are called 表1, 表2, … */
export function biffStream({ sheets, globals = [], hideRest, biff5 }: BiffBook): Buffer {
  const bof = (kind: number): Buffer =>
    record(0x809, fields(["u16", biff5 === true ? 0x500 : 0x600], ["u16", kind], Buffer.alloc(12)));
  const eof = record(0x0a);
  const name = (at: number): Buffer =>
    biff5 === true ? fields(["u8", 3], Buffer.from(`b1ed${(0x31 + at).toString(16)}`, "hex")) : wide(`表${at + 1}`, 1);
  const tab = (at: number, start: number): Buffer =>
    record(0x85, fields(["u32", start], ["u8", hideRest === true && at > 0 ? 1 : 0], ["u8", 0], name(at)));
  const head = Buffer.concat([bof(5), ...globals]);
  const tabsLength = sheets.reduce((sum, _, at) => sum + tab(at, 0).length, 0);
  let start = head.length + tabsLength + eof.length;
  const tabs: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [at, records] of sheets.entries()) {
    tabs.push(tab(at, start));
    const body = Buffer.concat([bof(0x10), ...records, eof]);
    bodies.push(body);
    start += body.length;
  }
  return Buffer.concat([head, ...tabs, eof, ...bodies]);
}
