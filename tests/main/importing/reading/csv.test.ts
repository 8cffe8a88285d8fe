import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvScanner, guessSeparator, separators, type Separator } from "../../../../main/importing/reading/csvRows.ts";
import { cellsHere, readHere, refusalHere } from "./readHere.ts";

function scan(pieces: readonly string[], separator: Separator): string[][] {
  const records: string[][] = [];
  const scanner = csvScanner(
    separator,
    (fields) => records.push(fields),
    32_767,
    () => {
      throw new Error("too long");
    },
  );
  for (const piece of pieces) scanner.write(piece);
  scanner.finish();
  return records;
}

test("what was written comes back, however the text is cut and lines end", () => {
  const field = fc.string({ unit: fc.constantFrom("甲", "a", '"', ",", ";", "\t", "|", "\n", "\r", " ") });
  const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      records,
      fc.constantFrom(...separators),
      fc.constantFrom("\n", "\r", "\r\n"),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (rows, separator, lineEnd, lastEnd, cut) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
        const text = quoted.join(lineEnd) + (lastEnd ? lineEnd : "");
        const pieces: string[] = [];
        for (let at = 0; at < text.length; at += cut) pieces.push(text.slice(at, at + cut));
        expect(scan(pieces, separator)).toEqual(rows);
      },
    ),
  );
});

test("a quote inside a field is a quote, and text after a closing one is kept", () => {
  expect(scan(['5" 管,"甲"乙,丙\n'], ",")).toEqual([['5" 管', "甲乙", "丙"]]);
});

test.each([
  ["名称,金额\n甲,1\n", ","],
  ["名称;金额\n甲;1,5\n乙;2,5\n", ";"],
  ["名称\t金额\n甲,乙\t1\n丙\t2\n", "\t"],
  ["名称|金额\n甲|1\n", "|"],
  ['"甲,乙;丙",1\n"丁,戊",2\n', ","],
  ["sep=;\n甲,乙;1\n", ";"],
  ["只有一列\n", ","],
])("%j is separated by %j", (text, separator) => expect(guessSeparator(text)).toBe(separator));

describe("a text file as a sheet", () => {
  test("is named after the file; every cell is text with its line's number; blanks are no cells", async () => {
    const { kind, sheets } = await readHere("编号,名称\n001,\n\n002,甲\n", {}, "D:\\资料\\企业名单.csv");
    expect(kind).toBe("csv");
    expect(sheets).toEqual([
      {
        name: "企业名单",
        index: 0,
        hidden: false,
        date1904: false,
        merges: [],
        hiddenColumns: [],
        rows: [
          { row: 1, cells: [textCell(1, "编号"), textCell(2, "名称")] },
          { row: 2, cells: [textCell(1, "001")] },
          { row: 4, cells: [textCell(1, "002"), textCell(2, "甲")] },
        ],
      },
    ]);
  });

  test("sep= is no row of the table", async () => {
    expect(await cellsHere("sep=;\n甲;乙\n")).toEqual(["R2C1 text 甲", "R2C2 text 乙"]);
  });
});

describe("encodings", () => {
  const expected = ["R1C1 text 企业", "R1C2 text 金额", "R2C1 text 甲公司", "R2C2 text 1"];
  const table = "企业,金额\r\n甲公司,1\r\n";
  const utf16le = Buffer.from(table, "utf16le");
  const utf16be = Buffer.from(utf16le).swap16();
  // 企业,金额 / 甲公司,1
  const gbk = Buffer.from("c6f3d2b52cbdf0b6ee0d0abcd7b9abcbbe2c310d0a", "hex");
  test.each([
    ["UTF-8", Buffer.from(table)],
    ["UTF-8 with mark", Buffer.from(`\uFEFF${table}`)],
    ["GBK", gbk],
    ["UTF-16LE with mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ["UTF-16BE with mark", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ["UTF-16LE", utf16le],
    ["UTF-16BE", utf16be],
  ])("%s", async (_name, bytes) => expect(await cellsHere(bytes)).toEqual(expected));

  test("a character cut by the 64 KB pieces stays whole", async () => {
    const long = Array.from({ length: 4_000 }, (_, at) => `甲乙丙丁戊己庚辛${at},1`).join("\n");
    for (const lead of ["", "x", "xy"]) {
      const { sheets } = await readHere(`${lead}${long}`);
      expect(sheets[0]?.rows.map(({ cells }) => cells[0]?.text.replace(/^x?y?/u, ""))).toEqual(
        Array.from({ length: 4_000 }, (_, at) => `甲乙丙丁戊己庚辛${at}`),
      );
    }
  });

  test("what fits no encoding is refused, never read as gibberish", async () => {
    expect((await refusalHere(Buffer.from("c52c310d0a", "hex"))).code).toBe("E-IMP-21");
    expect((await refusalHere(Buffer.from("efbbbfc6f3d2b52c31", "hex"))).code).toBe("E-IMP-21");
  });
});

test("a forgotten quote is named by its line", async () => {
  const { code, message } = await refusalHere(`甲,乙\n丙,"丁\n${"戊,己\n".repeat(20_000)}`);
  expect(code).toBe("E-IMP-43");
  expect(message).toContain("第 2 行");
  expect(message).toContain("32,767");
});

function textCell(column: number, words: string) {
  return { column, text: words, type: "text" };
}
