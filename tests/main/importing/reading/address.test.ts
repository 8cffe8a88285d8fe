import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAddress, parseRowNumber } from "../../../../main/importing/reading/address.ts";
import { megabytes, spoken } from "../../../../main/importing/reading/figures.ts";
import { columnName } from "../../../../shared/wording/columnName.ts";

test("a column's name and number say the same, and so does an address", () => {
  expect(["A", "Z", "AA", "XFD"]).toEqual([1, 26, 27, 16_384].map(columnName));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(parseAddress(`${columnName(column)}${row}`)).toEqual({ row, column });
      expect(parseAddress(`${columnName(column).toLowerCase()}${row}`)).toEqual({ row, column });
    }),
  );
});

test.each(["", "A", "1", "A0", "XFE1", "ZZZZ1", "A1048577", "A99999999999", "A-1", "A1B", "$A$1", "甲1"])(
  "%s is no address",
  (text) => expect(parseAddress(text)).toBeNull(),
);

test("row numbers are digits inside the grid", () => {
  expect(parseRowNumber("1048576")).toBe(1_048_576);
  for (const text of ["0", "1048577", "-1", "1e3", "", " 1", "99999999999"]) expect(parseRowNumber(text)).toBeNull();
});

test("limits are said as people say them", () => {
  expect([200_000, 32_767, 512, 150_000_000].map((count) => spoken(count, "行"))).toEqual([
    "20 万行",
    "32,767 行",
    "512 行",
    "15,000 万行",
  ]);
  expect(megabytes(50_000_000)).toBe("50 MB");
});
