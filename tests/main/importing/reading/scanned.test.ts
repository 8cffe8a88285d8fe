// The same file by the scanner and by the XML parser alone: the same cells, the same refusal, letter for letter.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchPacker } from "../../../../main/importing/reading/batchPacker.ts";
import { readingLimits } from "../../../../main/importing/reading/limits.ts";
import { refusalOf } from "../../../../main/importing/reading/refusals.ts";
import { rowScanner } from "../../../../main/importing/reading/rowScanner.ts";
import type { ReadWorkbook } from "../../../../main/importing/reading/sheet.ts";
import { noSharedStrings } from "../../../../main/importing/reading/packedStrings.ts";
import { projectRoot } from "../../../support/built.ts";
import { mutant } from "../../../rel/mutants.ts";
import { readHere } from "./readHere.ts";
import { tinyWorkbook } from "./tinyWorkbook.ts";

type Outcome = { read: ReadWorkbook } | { code: string; message: string };

async function bothWays(bytes: Buffer): Promise<[scanned: Outcome, parsed: Outcome]> {
  const outcome = async (scanned: boolean): Promise<Outcome> => {
    try {
      return { read: await readHere(bytes, { checksums: false, scanned }) };
    } catch (error) {
      // The place in the detail is for the log, and counts what the parser saw.
      const { code, message } = refusalOf(error);
      return { code, message };
    }
  };
  return [await outcome(true), await outcome(false)];
}

const corpus = join(projectRoot, "../shared/corpus");
const workbooks = ["real", "odd"].flatMap((folder) =>
  existsSync(join(corpus, folder))
    ? readdirSync(join(corpus, folder))
        .filter((name) => /\.xls[xm]$/u.test(name))
        .map((name) => join(corpus, folder, name))
        // Large ones repeat themselves; the rarest forms are in small files.
        .filter((path) => statSync(path).size < 40_000)
    : [],
);

test.skipIf(workbooks.length === 0)("every workbook of the corpora", { timeout: 60_000 }, async () => {
  for (const path of workbooks) {
    const [scanned, parsed] = await bothWays(readFileSync(path));
    expect(scanned, path).toEqual(parsed);
  }
});

const styles = `<numFmts><numFmt numFmtId="176" formatCode="yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="176"/></cellXfs>`;
const sharedStrings = `<si><t>甲</t></si><si><t xml:space="preserve"> 乙&amp;&#10;_x0041_ </t></si><si><r><t>丙</t></r><r><t>丁</t></r></si><si><t/></si><si><t></t></si>`;

const values = {
  number: ["1", "-0.50", "1.5E-3", "1e999", "1-2", ".", "007", " 5", "", "1.2.3", "NaN"],
  text: [
    "甲",
    "",
    " x ",
    "a&amp;b",
    "&#65;",
    "&#0;",
    "&bad;",
    "_x000D_",
    "_x005F_x",
    "a>b",
    "a]]>b",
    "￾",
    "𠮷😀",
    "a\tb\nc",
    "\u0007",
  ],
  index: ["0", "1", "2", "3", "4", "5", "-1", "x", " 1 ", ""],
  other: ["1", "0", "true", "#REF!", "2012-06-15", " #N/A ", "错"],
};
const anyValue = fc.oneof(...Object.values(values).map((some) => fc.constantFrom(...some)));
const kinds = ["", ' t="n"', ' t="s"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="e"', ' t="d"', ' t="x"', " t='s'"];
const formulas = [
  "",
  "<f>A1+1</f>",
  "<f/>",
  '<f t="shared" si="0"/>',
  '<f ref="A1:A2" t="array">A1&amp;"x"</f>',
  "<f>&x;</f>",
  "<f a='1'/>",
];
const blanks = fc.constantFrom("", "", "", "\n  ", "<!-- </row> -->");

const cell = fc
  .record({
    at: fc.constantFrom("", "A", "B", "C", "XFD", "XFE", "b", "AAAA"),
    style: fc.constantFrom("", ' s="0"', ' s="1"', ' s="2"', ' s="x"', ' s="01"'),
    kind: fc.constantFrom(...kinds),
    formula: fc.constantFrom("", "", "", ...formulas),
    value: anyValue,
    form: fc.constantFrom("v", "v", "v", "is", "runs", "empty", "none", "closed", "cdata", "spaced"),
    after: blanks,
  })
  .map(({ at, style, kind, formula, value, form, after }) => (row: string) => {
    const inside = {
      v: `<v>${value}</v>`,
      is: `<is><t>${value}</t></is>`,
      runs: `<is><r><t>${value}</t></r><rPh><t>pin</t></rPh></is>`,
      empty: "<v/>",
      none: "",
      closed: "",
      cdata: `<v><![CDATA[${value}]]></v>`,
      spaced: `<is> <t xml:space="preserve">${value}</t></is>`,
    }[form];
    const head = `<c${at === "" ? "" : ` r="${at}${row}"`}${style}${kind}`;
    return form === "closed" ? `${head}/>${after}` : `${head}>${formula}${inside}</c>${after}`;
  });
const usualCell = fc
  .tuple(fc.constantFrom(...kinds.slice(0, 4)), fc.constantFrom("0", "1", "2"), fc.constantFrom("", ' s="1"'))
  .map(
    ([kind, value, style]) =>
      () =>
        `<c${style}${kind}><v>${value}</v></c>`,
  );
const rowAttributes = [
  "",
  ' spans="1:3"',
  ' hidden="1"',
  ' hidden="1" hidden="1"',
  ' x:a="1"',
  ' xml:a="1"',
  " ht='1'",
  ' z="&lt;"',
];
const row = fc
  .record({
    number: fc.constantFrom("", "", "", "", "", "1", "2", "3", "7", "0", "1048576", "1048577", "x"),
    attributes: fc.constantFrom("", "", "", "", ...rowAttributes),
    cells: fc.array(fc.oneof({ weight: 12, arbitrary: usualCell }, { weight: 1, arbitrary: cell }), { maxLength: 4 }),
    closed: fc.integer({ min: 0, max: 9 }),
    after: blanks,
  })
  .map(({ number, attributes, cells, closed, after }) => {
    const head = `<row${number === "" ? "" : ` r="${number}"`}${attributes}`;
    const own = number === "" || number === "x" ? "1" : number;
    return closed === 0 ? `${head}/>${after}` : `${head}>${cells.map((one) => one(own)).join("")}</row>${after}`;
  });

describe("rows of all forms", () => {
  test("are read alike", { timeout: 60_000 }, async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const after = `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`;
        const book = tinyWorkbook({ sheets: [rows.join("")], styles, sharedStrings, after });
        const [scanned, parsed] = await bothWays(book);
        expect(scanned).toEqual(parsed);
        if ("read" in scanned) read++;
      }),
      { numRuns: 150 },
    );
    // Most of it is no comparison of refusals.
    expect(read).toBeGreaterThan(15);
  });

  test("are refused alike where bytes are spoiled", { timeout: 60_000 }, async () => {
    const whole = tinyWorkbook({
      sheets: [
        `<row r="1" spans="1:2" hidden="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲&amp;_x0041_</t></is></c></row><row r="2"><c r="A2"><f>1+1</f><v>41075</v></c><c r="B2" t="str"><v>企业</v></c></row>`,
      ],
      sharedStrings: "<si><t>企业</t></si>",
      styles,
    });
    for (let seed = 0; seed < 100; seed++) {
      const [scanned, parsed] = await bothWays(mutant(whole, seed));
      // Where there are two faults, either may be met first.
      const isRefused = !("read" in scanned || "read" in parsed);
      expect(isRefused || scanned, String(seed)).toEqual(isRefused || parsed);
    }
  });
});

const usual = [
  `<row r="4" spans="1:20" x14ac:dyDescent="0.25"><c r="A4"><v>1</v></c><c r="B4" t="str"><v>企业（一）</v></c></row>`,
  `<row r="1" ht="15.75" customHeight="1"><c r="A1" s="1" t="inlineStr"><is><t>甲</t></is></c><c r="C1" s="1"/></row>`,
  `<row>\n <c><v>1.5E-3</v></c>\n <c t="b"><v>1</v></c>\n</row>`,
  `<row r="9"><c r="A9"><f t="shared" ref="A9:A10" si="0">B9&amp;"x"</f><v>3</v></c><c r="B9" t="str"><f>A1</f><v></v></c></row>`,
  `<row r="2"/>`,
];

test.each(usual)("%s needs no XML parser", (written) => {
  const scan = rowScanner({
    tables: { strings: noSharedStrings, styles: null },
    limits: readingLimits,
    cells: batchPacker(),
    take: (number) => number || 1,
    isBound: (prefix) => prefix === "x14ac",
    formulas: () => undefined,
  });
  const bytes = Buffer.from(written);
  // A row that is closed in its own tag is found with the next one only.
  expect(scan(bytes, 0, bytes.length)).toBe(bytes.length);
});
