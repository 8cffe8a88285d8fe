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

test("a cell that repeats is one object, and a long text that repeats is sent once", () => {
  const packer = batchPacker();
  const unpack = batchUnpacker();
  const long = "长".repeat(1_000);
  const rows = Array.from({ length: 3_000 }, (_none, at): Row => ({
    row: at + 1,
    cells: [
      { column: 1, text: "示例市科技局", type: "text" },
      { column: 2, text: long, type: "text" },
    ],
  }));
  for (const one of rows) packer.add(one);
  const batch = packer.take(0);
  // The place is chosen anew when a file turns out to be large.
  expect(batch.bytes.length).toBeLessThan(2 * 3_000 + 1_000);
  const read = unpack(batch);
  expect(read).toEqual(rows);
  expect(read[2_998]?.cells[0]).toBe(read[2_999]?.cells[0]);
  expect(packer.total).toEqual({ rows: 3_000, cells: 6_000, characters: 3_000 * 1_006 });
});
