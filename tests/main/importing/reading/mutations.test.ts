// Files spoiled at random, with the checksums off so that the spoiled bytes reach the parsers: whatever comes of it was
// foreseen. (E-IMP-99 is the word for what was not.)
import fc from "fast-check";
import { expect, test } from "vitest";
import { refusalOf } from "../../../../main/importing/reading/refusals.ts";
import { readHere } from "./readHere.ts";
import { tinyWorkbook } from "./tinyWorkbook.ts";

const book = {
  sheets: [
    `<row r="1" hidden="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲&amp;_x0041_</t></is></c></row>`,
    `<row><c><f>1+1</f><v>41075</v></c><c t="d"><v>2012-06-15</v></c></row>`,
  ],
  before: `<cols><col min="1" max="2" hidden="1"/></cols>`,
  after: `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
  sharedStrings: "<si><r><t>企业</t></r><rPh><t>qy</t></rPh></si>",
  styles: `<numFmts><numFmt numFmtId="176" formatCode="yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="176"/></cellXfs>`,
};
const table = Buffer.from('编号,"名称\n""甲""",金额\r\n001,乙,1\r\n');

test.each([
  ["stored workbooks", tinyWorkbook(book)],
  ["deflated workbooks", tinyWorkbook({ ...book, packed: true })],
  ["text tables", table],
])("%s", async (_kind, whole) => {
  const place = fc.nat(whole.length - 1);
  const bytes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 });
  const spoiled = fc.oneof(
    { weight: 8, arbitrary: bytes.map((changes) => withBytes(whole, changes)) },
    { weight: 1, arbitrary: place.map((cut) => whole.subarray(0, cut)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(place, fc.integer({ min: 1, max: 50 }))
        .map(([at, length]) => Buffer.concat([whole.subarray(0, at + length), whole.subarray(at)])),
    },
  );
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(spoiled, async (file) => {
      const outcome = await readHere(file, { checksums: false }).then(
        () => ({ code: "read" }),
        (error: unknown) => refusalOf(error),
      );
      outcomes.add(outcome.code);
      expect(outcome).not.toMatchObject({ code: "E-IMP-99" });
    }),
    { numRuns: 600 },
  );
  // The spoiling reached further than the front door.
  expect(outcomes).toContain("read");
  expect(outcomes.size).toBeGreaterThan(2);
});

function withBytes(whole: Buffer, changes: readonly (readonly [at: number, byte: number])[]): Buffer {
  const file = Buffer.from(whole);
  for (const [at, byte] of changes) file[at] = byte;
  return file;
}
