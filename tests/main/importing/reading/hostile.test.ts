// The hostile set, beside the same files with the limits lifted: it is the limits that stop them.
import { afterAll, describe, expect, test } from "vitest";
import { closeIdleReader } from "../../../../main/importing/reading/readerPool.ts";
import { readWorkbook } from "../../../../main/importing/reading/readWorkbook.ts";
import { hostileFiles } from "../../../rel/hostileFiles.ts";
import { slowdown } from "../../../support/slowdown.ts";
import { readHere } from "./readHere.ts";

afterAll(closeIdleReader);

const fast = hostileFiles.filter(({ slow }) => slow !== true);

test("every row of the list has a file, but those that are no file", () => {
  const rows = new Set(hostileFiles.map(({ row }) => row));
  const wanted = Array.from({ length: 21 }, (_, at) => `D${at + 1}`);
  expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
});

describe.each(fast)("$row $what", ({ bytes, outcome }) => {
  test("ends as it should, within five seconds", { timeout: 60_000 }, async () => {
    const file = { name: "外.xlsx", bytes: bytes() };
    const started = performance.now();
    const read = await readWorkbook(file);
    expect(performance.now() - started).toBeLessThan(5_000 * slowdown());
    expect(outcome.split(" or ")).toContain(read.ok ? "read" : read.code);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("controls: the same files with that limit lifted are read", () => {
  // Those that take minutes or gigabytes without their limit are left to the nightly table, in the cage.
  const light = fast.filter(
    ({ what, lifted }) =>
      lifted !== undefined && !/million|600,000|60,000 parts|200,001|100,000|unpacks 1,000 times/u.test(what),
  );
  test.each(light)("$row $what", { timeout: 20_000 }, async ({ bytes, lifted }) => {
    const { sheets } = await readHere(bytes(), lifted);
    expect(sheets.length).toBeGreaterThan(0);
  });
});
