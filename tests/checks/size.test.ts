import { expect, test } from "vitest";
import { plantTree, runCheck } from "./plantTree.ts";

const lines = (count: number) => "//\n".repeat(count);

test("501 lines fail, 301 are named, 500 pass, and the median is printed", () => {
  const bad = runCheck(
    "size",
    plantTree({ "main/long.ts": lines(501), "shared/some.ts": lines(301), "main/a.ts": lines(7) }),
  );
  expect(bad.said).toContain("size: main/long.ts has 501 lines; none may");
  expect(bad.said).toContain("size: shared/some.ts has 301 lines; look");
  expect(bad.said).toContain("size: 3 files, median 301 lines (program 301, tests 0), longest 501");
  expect(bad.code).toBe(1);
  const good = runCheck(
    "size",
    plantTree({ "main/long.ts": lines(500), "renderer/a.tsx": lines(2), "tests/a.test.ts": lines(1) }),
  );
  expect(good).toEqual({
    code: 0,
    said: expect.stringContaining("3 files, median 2 lines (program 2, tests 1), longest 500"),
  });
});

test("migrations and fixtures may be long", () => {
  const tree = plantTree({
    "main/database/migrations/0001-a.ts": lines(900),
    "tests/fixtures/rows.ts": lines(900),
    "main/a.ts": lines(3),
  });
  expect(runCheck("size", tree)).toEqual({ code: 0, said: expect.stringContaining("1 files") });
});

test("a tree without code fails", () => {
  expect(runCheck("size", plantTree({ "README.md": "" })).code).toBe(1);
});
