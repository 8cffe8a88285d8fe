import { expect, test } from "vitest";
import { plantTree, runCheck } from "./plantTree.ts";

// Put together here, so that the check does not find its own test.
const [ox, ts] = [["// oxlint-dis", "able"].join(""), ["// @ts", "-"].join("")];

test("a silenced check needs a reason and must be narrow", () => {
  const tree = plantTree({
    "main/a.ts": `${ox}\n${ox}-next-line no-eval\n${ox}-next-line no-eval -- the tool asks for it\n`,
    "tests/b.ts": `${ts}ignore because\n${ts}expect-error\n${ts}expect-error no such column\n`,
  });
  expect(runCheck("silenced", tree).said.trim().split("\n")).toEqual([
    "silenced: main/a.ts:1: is too wide",
    "silenced: main/a.ts:2: gives no reason",
    "silenced: tests/b.ts:1: is too wide",
    "silenced: tests/b.ts:2: gives no reason",
  ]);
  expect(runCheck("silenced", tree).code).toBe(1);
});

test("code without such comments passes", () => {
  expect(runCheck("silenced", plantTree({ "main/a.ts": "// plain\n" }))).toEqual({ code: 0, said: "" });
});
