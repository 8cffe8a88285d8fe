import { odsBytes, xmlBytes } from "../main/importing/reading/otherBooks.ts";
import { biffLocked, everybodysPassword, filePassRoom } from "../main/importing/reading/locked.ts";
import { tinyWorkbook } from "../main/importing/reading/tinyWorkbook.ts";
import { biffStream, cells, fields, record, sharedStrings } from "../support/biff.ts";
import { ole } from "../support/ole.ts";
import { xlsbCell, xlsbParts, xlsbRow } from "../support/xlsb.ts";
import { zip } from "../support/zip.ts";

const texts = Array.from({ length: 60 }, (_, at) => `企业${at}`);
const sheet = texts.map((_, at) => Buffer.concat([cells.shared(at, 0, at), cells.number(at, 1, at * 1.5)]));
const rich = [record(0xe5, fields(["u16", 1], ["u16", 0], ["u16", 1], ["u16", 0], ["u16", 1])), ...sheet];
const rows = texts.map(
  (name, at) =>
    `<row r="${at + 1}"><c r="A${at + 1}" t="str"><v>${name}</v></c><c r="B${at + 1}"><v>${at}</v></c></row>`,
);
const odsRow = `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>甲</text:p></table:table-cell></table:table-row>`;
const xmlRow = `<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">甲</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">1</Data></Cell></Row>`;
const pageRow = `<tr><td rowspan=2 colspan="2">甲&amp;乙</td><td>01</td></tr>`;

/** Whole files of every kind, small enough that a change hits something. */
export const mutationBases: readonly (readonly [kind: string, whole: Buffer])[] = [
  [".xlsx", tinyWorkbook({ sheets: [rows.join("")], sharedStrings: "<si><t>甲</t></si>" })],
  [".xls", ole({ Workbook: biffStream({ sheets: [rich, sheet], globals: [sharedStrings(texts)] }) })],
  [".xls stream", biffStream({ sheets: [rich], globals: [sharedStrings(texts)] })],
  [
    ".xls locked",
    biffLocked(
      biffStream({ sheets: [sheet], globals: [filePassRoom("rc4"), sharedStrings(texts)] }),
      "rc4",
      everybodysPassword,
    ),
  ],
  [
    ".xlsb",
    zip(
      xlsbParts(
        texts.flatMap((_, at) => [xlsbRow(at), xlsbCell(7, 0, fields(["u32", at]))]),
        texts,
      ),
    ),
  ],
  [".ods", odsBytes(odsRow.repeat(20))],
  ["XML of 2003", xmlBytes(xmlRow.repeat(20))],
  ["web page", Buffer.from(`<html><table>${pageRow.repeat(30)}</table>`)],
  ["CSV", Buffer.from('编号,"名称\n""甲"""\n01,乙\n'.repeat(20))],
];

/** The file with one to eight bytes changed, cut, or a stretch written twice: the same for the same seed. */
export function mutant(whole: Buffer, seed: number): Buffer {
  const random = generator(seed);
  const file = Buffer.from(whole);
  const kind = random(10);
  if (kind === 0) return file.subarray(0, random(file.length));
  if (kind === 1) {
    const at = random(file.length);
    return Buffer.concat([file.subarray(0, at + random(60)), file.subarray(at)]);
  }
  for (let left = 1 + random(8); left > 0; left--) file[random(file.length)] = random(2) === 0 ? random(256) : 255;
  return file;
}

// mulberry32: small, and good enough to choose places.
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
