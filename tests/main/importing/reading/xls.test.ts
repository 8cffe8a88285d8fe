import { describe, expect, test } from "vitest";
import { numberText, rkNumber } from "../../../../main/importing/reading/binaryCells.ts";
import { biffStream, cells, fields, place, record, sharedStrings, wide } from "../../../support/biff.ts";
import { ole } from "../../../support/ole.ts";
import { cellsHere, readHere, refusalHere } from "./readHere.ts";

const xls = (sheet: readonly Uint8Array[], globals: readonly Uint8Array[] = []): Buffer =>
  ole({ Workbook: biffStream({ sheets: [sheet], globals }) });

describe("cells of .xls", () => {
  test("texts, numbers, truth values and errors, with the digits a double has", async () => {
    const sheet = [
      cells.shared(0, 0, 1),
      cells.number(0, 1, 914_000_000_000_000_000),
      cells.rk(0, 2, ((12_345 << 2) | 3) >>> 0),
      cells.label(0, 3, "01"),
      cells.boolean(1, 0, 1),
      cells.error(1, 1, 0x17),
      record(
        0xbd,
        fields(
          ["u16", 1],
          ["u16", 2],
          ["u16", 0],
          ["u32", (7 << 2) | 2],
          ["u16", 0],
          ["u32", (8 << 2) | 2],
          ["u16", 3],
        ),
      ),
    ];
    expect(await cellsHere(xls(sheet, [sharedStrings(["甲", "企业𠮷"])]))).toEqual([
      "R1C1 text 企业𠮷",
      "R1C2 number 914000000000000000",
      "R1C3 number 123.45",
      "R1C4 text 01",
      "R2C1 boolean TRUE",
      "R2C2 error #REF!",
      "R2C3 number 7",
      "R2C4 number 8",
    ]);
  });

  test("formulas give their last result and are marked", async () => {
    const special = (kind: number, value = 0): Buffer =>
      fields(["u8", kind], ["u8", 0], ["u8", value], ["u8", 0], ["u16", 0], ["u16", 0xff_ff]);
    const sheet = [
      cells.formula(0, 0, fields(["f64", 1.5])),
      cells.formula(0, 1, special(0)),
      record(0x4bc, Buffer.alloc(10)), // the formula is shared
      record(0x207, wide("结果")),
      cells.formula(0, 2, special(1, 1)),
      cells.formula(0, 3, special(2, 7)),
      cells.formula(0, 4, special(3)),
      cells.number(0, 5, 3),
    ];
    const { sheets, notes } = await readHere(xls(sheet));
    expect(sheets[0]?.rows[0]?.cells.map(({ text, type, formula }) => [text, type, formula])).toEqual([
      ["1.5", "number", true],
      ["结果", "text", true],
      ["TRUE", "boolean", true],
      ["#DIV/0!", "error", true],
      ["3", "number", undefined],
    ]);
    expect(notes).toEqual(["含公式 4 处，取文件里保存的结果。"]);
  });

  test("a text that goes on in the next record may change its width there", async () => {
    const first = fields(["u32", 1], ["u32", 1], ["u16", 6], ["u8", 0], Buffer.from("abc"));
    const globals = [record(0xfc, first), record(0x3c, fields(["u8", 1], Buffer.from("甲乙丙", "utf16le")))];
    expect(await cellsHere(xls([cells.shared(0, 0, 0)], globals))).toEqual(["R1C1 text abc甲乙丙"]);
  });

  test("readings (拼音) and runs of formats are no text", async () => {
    const text = fields(
      ["u16", 1],
      ["u8", 1 | 4 | 8],
      ["u16", 1],
      ["u32", 4],
      Buffer.from("甲", "utf16le"),
      Buffer.alloc(4),
      Buffer.from("jia1"),
    );
    const globals = [record(0xfc, fields(["u32", 2], ["u32", 2], text, wide("乙")))];
    expect(await cellsHere(xls([cells.shared(0, 0, 0), cells.shared(0, 1, 1)], globals))).toEqual([
      "R1C1 text 甲",
      "R1C2 text 乙",
    ]);
  });

  test("formats, dates, the date system, merges, what is hidden", async () => {
    const globals = [
      record(0x22, fields(["u16", 1])),
      record(0x41e, fields(["u16", 176], wide('yyyy"年"'))),
      record(0xe0, fields(["u16", 0], ["u16", 0], Buffer.alloc(16))),
      record(0xe0, fields(["u16", 0], ["u16", 176], Buffer.alloc(16))),
    ];
    const sheet = [
      record(0x7d, fields(["u16", 1], ["u16", 0xff_ff], ["u16", 0], ["u16", 0], ["u16", 1], ["u16", 0])),
      record(0x208, fields(["u16", 3], Buffer.alloc(10), ["u32", 0x20])),
      cells.number(3, 0, 41_075, 1),
      record(0xe5, fields(["u16", 1], ["u16", 0], ["u16", 2], ["u16", 0], ["u16", 1])),
    ];
    const book = ole({ Workbook: biffStream({ sheets: [sheet, []], globals, hideRest: true }) });
    const { kind, sheets } = await readHere(book);
    expect(kind).toBe("xls");
    expect(sheets).toMatchObject([
      {
        name: "表1",
        hidden: false,
        date1904: true,
        merges: [{ top: 1, left: 1, bottom: 3, right: 2 }],
        rows: [
          {
            row: 4,
            hidden: true,
            cells: [{ column: 1, text: "41075", type: "number", format: 'yyyy"年"', isDate: true }],
          },
        ],
      },
      { name: "表2", hidden: true, rows: [] },
    ]);
    expect(sheets[0]?.hiddenColumns).toHaveLength(255);
  });

  test("cells out of order come by rows and columns, each once", async () => {
    const sheet = [cells.number(5, 1, 4), cells.number(2, 0, 1), cells.number(5, 0, 3), cells.number(2, 0, 2)];
    expect(await cellsHere(xls(sheet))).toEqual(["R3C1 number 2", "R6C1 number 3", "R6C2 number 4"]);
  });

  test("charts inside a sheet are passed over", async () => {
    const chart = [
      record(0x809, fields(["u16", 0x600], ["u16", 0x20], Buffer.alloc(12))),
      cells.number(0, 0, 9),
      record(0x0a),
    ];
    expect(await cellsHere(xls([...chart, cells.number(0, 1, 1)]))).toEqual(["R1C2 number 1"]);
  });
});

test("Excel 5 and 95 keep Chinese by code page, and a bare stream needs no OLE file around it", async () => {
  const label = record(0x204, fields(place(0, 0), ["u16", 4], Buffer.from("bcd7d2d2", "hex")));
  const stream = biffStream({ sheets: [[label]], globals: [record(0x42, fields(["u16", 936]))], biff5: true });
  for (const bytes of [stream, ole({ Book: stream })]) {
    const { sheets } = await readHere(bytes);
    expect(sheets).toMatchObject([{ name: "表1", rows: [{ cells: [{ text: "甲乙" }] }] }]);
  }
});

describe("old workbooks that lie", () => {
  test.each([
    ["a text that is not there", xls([cells.shared(6, 27, 5)]), "E-IMP-41", "第 7 行 AB 列"],
    ["a chain of sectors in a ring", ole({ Workbook: biffStream({ sheets: [[]] }) }, { ring: true }), "E-IMP-10", ""],
    ["no workbook inside", ole({ Contents: Buffer.from("x") }), "E-IMP-10", ""],
    ["a text document", ole({ WordDocument: Buffer.from("x") }), "E-IMP-12", ""],
    ["cut off", xls([cells.number(0, 0, 1)]).subarray(0, 1_100), "E-IMP-10", ""],
    [
      "a sheet that begins nowhere",
      ole({ Workbook: biffStream({ sheets: [[cells.number(0, 0, 1)]] }).subarray(0, 40) }),
      "E-IMP-40",
      "表1",
    ],
    [
      "a sheet without end",
      ole({ Workbook: biffStream({ sheets: [[cells.number(0, 0, 1)]] }).subarray(0, -4) }),
      "E-IMP-10",
      "",
    ],
    ["Excel 4", Buffer.from("09040600000010000000", "hex"), "E-IMP-13", ""],
  ])("%s", async (_what, bytes, code, words) =>
    expect(await refusalHere(bytes)).toMatchObject({ code, message: expect.stringContaining(words) }),
  );

  test("a number that is none is an error, not a word", async () => {
    expect(
      await cellsHere(xls([cells.number(0, 0, Number.NaN), cells.number(0, 1, Number.POSITIVE_INFINITY)])),
    ).toEqual(["R1C1 error #NUM!", "R1C2 error #NUM!"]);
  });
});

test.each([
  [914_000_000_000_000_000_000_000, "914000000000000000000000"],
  [-1.5e-7, "-0.00000015"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1.25e21, "1250000000000000000000"],
  [-0, "0"],
  [1e300, "1e+300"],
])("%d is written %s", (value, text) => expect(numberText(value)).toBe(text));

test("packed numbers", () =>
  expect([rkNumber(0x3f_f0_00_00), rkNumber(-4 | 2), rkNumber(0x40_5e_c0_01)]).toEqual([1, -1, 1.23]));
