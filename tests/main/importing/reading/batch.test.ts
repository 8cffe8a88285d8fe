import fc from "fast-check";
import { expect, test } from "vitest";
import { batchPacker } from "../../../../main/importing/reading/batchPacker.ts";
import { batchUnpacker } from "../../../../main/importing/reading/batchUnpacker.ts";
import type { Cell, Row } from "../../../../main/importing/reading/sheet.ts";

const cell: fc.Arbitrary<Cell> = fc.record(
  {
    column: fc.integer({ min: 1, max: 16_384 }),
    text: fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", "")),
    type: fc.constantFrom("text", "number", "boolean", "error", "formulaWithoutValue", "dateIso"),
    format: fc.constantFrom("@", "0.00", 'yyyy"年"'),
    isDate: fc.constant(true),
    formula: fc.constant(true),
  },
  { requiredKeys: ["column", "text", "type"] },
);
const row: fc.Arbitrary<Row> = fc.record(
  {
    row: fc.integer({ min: 1, max: 1_048_576 }),
    hidden: fc.constant(true),
    cells: fc.array(cell, { maxLength: 5 }),
  },
  { requiredKeys: ["row", "cells"] },
);

test("rows come out of a batch as they went in, and the packer begins anew", () => {
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (first, second) => {
      const packer = batchPacker();
      const unpack = batchUnpacker();
      for (const rows of [first, second]) {
        for (const one of rows) packer.add(one);
        expect(unpack(structuredClone(packer.take(3)))).toEqual(rows.map((one) => ({ ...one })));
        expect(packer.size()).toBe(0);
      }
    }),
  );
});
