import { expect, it } from "vitest";
import { nextDoubt } from "../../renderer/importing/check/marks.ts";
import type { ImportTrouble } from "../../shared/api/api.ts";

it("goes from one row with a cell in doubt to the next, and round to the first", () => {
  const trouble = (cell: string, kind: ImportTrouble["kind"], sheet = "甲"): ImportTrouble => ({
    sheet,
    cell,
    raw: "",
    field: null,
    message: "",
    kind,
  });
  const report = {
    troubles: [trouble("F4", "doubt"), trouble("G4", "doubt"), trouble("B3", "warning"), trouble("A6", "doubt")],
  };
  const lines = [3, 4, 5, 6].map((row) => ({ sheet: "甲", row }));
  expect([0, 1, 3].map((from) => nextDoubt(report, lines, from))).toEqual([1, 3, 1]);
  expect(nextDoubt({ troubles: [trouble("F4", "doubt", "乙")] }, lines, 0)).toBe(-1);
});
