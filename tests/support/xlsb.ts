// A small writer of .xlsb parts for tests.
import { fields } from "./biff.ts";

/** A record: its type and length in seven-bit bytes, then its data. */
export function xlsbRecord(type: number, data: Uint8Array = Buffer.alloc(0), declared = data.length): Buffer {
  const head: number[] = type < 128 ? [type] : [(type & 0x7f) | 0x80, type >> 7];
  let left = declared;
  do {
    head.push((left & 0x7f) | (left > 127 ? 0x80 : 0));
    left >>= 7;
  } while (left > 0);
  return Buffer.concat([Buffer.from(head), data]);
}

export const wide32 = (text: string): Buffer => fields(["u32", text.length], Buffer.from(text, "utf16le"));

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parts of a workbook with one sheet of these records; styles 0 General, 1 a date. */
export function xlsbParts(sheet: readonly Uint8Array[], texts: readonly string[] = []) {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const cellFormat = (id: number): Buffer => xlsbRecord(47, fields(["u16", 0], ["u16", id], Buffer.alloc(12)));
  return [
    {
      name: "xl/_rels/workbook.bin.rels",
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link("rId1", "worksheet", "worksheets/sheet1.bin")}${link("rId2", "sharedStrings", "sharedStrings.bin")}${link("rId3", "styles", "styles.bin")}</Relationships>`,
    },
    {
      name: "xl/workbook.bin",
      data: Buffer.concat([
        xlsbRecord(153, fields(["u32", 1])),
        xlsbRecord(156, fields(["u32", 0], ["u32", 1], wide32("rId1"), wide32("表1"))),
      ]),
    },
    {
      name: "xl/sharedStrings.bin",
      data: Buffer.concat(texts.map((text) => xlsbRecord(19, fields(["u8", 0], wide32(text))))),
    },
    {
      name: "xl/styles.bin",
      data: Buffer.concat([
        xlsbRecord(44, fields(["u16", 176], wide32('yyyy"年"'))),
        xlsbRecord(617),
        cellFormat(0),
        cellFormat(176),
        xlsbRecord(618),
      ]),
    },
    { name: "xl/worksheets/sheet1.bin", data: Buffer.concat(sheet.map((one) => Buffer.from(one))) },
  ];
}

/** Row and cells from 0. */
export const xlsbRow = (row: number, hidden = false): Buffer =>
  xlsbRecord(
    0,
    fields(["u32", row], ["u32", 0], ["u16", 300], ["u8", 0], ["u8", hidden ? 0x10 : 0], ["u8", 0], ["u32", 0]),
  );
export const xlsbCell = (type: number, column: number, value: Uint8Array, style = 0): Buffer =>
  xlsbRecord(type, fields(["u32", column], ["u32", style], value));
