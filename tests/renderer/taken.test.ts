import { expect, it } from "vitest";
import { sortOut, takenFile, tooLarge, waiting, writesOf } from "../../renderer/importing/taken.ts";
import type { ImportReport } from "../../shared/api/api.ts";

const report = (batch: number | null, added: number): ImportReport => {
  const { refusal: _, ...rest } = tooLarge(`${batch}.xlsx`);
  return { ...rest, ok: true, batch, counts: { ...rest.counts, added, updated: 1 } };
};

it("counts what confirming all waiting files would write", () => {
  const files = [takenFile(0, report(1, 5)), takenFile(1, tooLarge("大.xlsx")), takenFile(2, report(2, 3))];
  const applied = { ...takenFile(3, report(3, 100)), state: "applied" as const };
  expect(files.map(({ state }) => state)).toEqual(["staged", "refused", "staged"]);
  expect(waiting([...files, applied])).toMatchObject({ writes: 10, files: [{ key: 0 }, { key: 2 }] });
  expect(writesOf(report(1, 0))).toBe(1);
});

it("leaves lock files and the system's leavings alone and sets too large files aside", () => {
  const names = ["a.xlsx", "~$a.xlsx", ".DS_Store", "Thumbs.db", "说明.pdf"];
  const files = [...names.map((name) => ({ name, size: 10 })), { name: "大.xlsx", size: 70 * 1024 * 1024 }];
  const { take, large } = sortOut(files);
  expect(take.map(({ name }) => name)).toEqual(["a.xlsx", "说明.pdf"]);
  expect(large.map(({ name }) => name)).toEqual(["大.xlsx"]);
});
