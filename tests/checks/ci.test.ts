import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plantTree, root } from "./plantTree.ts";

interface Result {
  readonly passed: number;
  readonly failed?: number;
  readonly skipped?: number;
  /** Files that failed without a failed test: they could not be loaded. */
  readonly broken?: number;
}

/** Runs .ci/run with an npm that only pretends: `npm test` leaves `result` behind and exits with `code`. */
function ci(
  code: number,
  result: Result | null,
  checkCode = 0,
): { code: number | null; last: string; called: string[] } {
  const report = result && {
    numPassedTests: result.passed,
    numFailedTests: result.failed ?? 0,
    numPendingTests: result.skipped ?? 0,
    numTodoTests: 0,
    testResults: Array.from({ length: result.broken ?? 0 }, () => ({ status: "failed", assertionResults: [] })),
  };
  const npm = [
    "#!/bin/sh",
    'echo "called: npm $*"',
    `case "$*" in "run -s check") exit ${checkCode};; test) ${report ? "cp report.json build/tests.json;" : ""} exit ${code};; esac`,
  ];
  const tree = plantTree({
    ".ci/run": "",
    "build/tests.json": '{ "numPassedTests": 99 }',
    "report.json": JSON.stringify(report),
    "bin/npm": `${npm.join("\n")}\n`,
    "bin/dpkg-query": "#!/bin/sh\nprintf installed\n",
    "bin/apt-get": "#!/bin/sh\necho called: apt-get; exit 1\n",
  });
  copyFileSync(join(root, ".ci/run"), join(tree, ".ci/run"));
  for (const name of ["npm", "dpkg-query", "apt-get"]) chmodSync(join(tree, "bin", name), 0o755);
  const path = `${join(tree, "bin")}:${process.env["PATH"] ?? ""}`;
  const { status, stdout } = spawnSync("bash", [join(tree, ".ci/run")], {
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  const lines = stdout.trimEnd().split("\n");
  return { code: status, last: lines.at(-1) ?? "", called: lines.filter((line) => line.startsWith("called: ")) };
}

test("a good run ends with its counts", () => {
  const { code, last, called } = ci(0, { passed: 12, skipped: 2 });
  expect(called).toEqual(["called: npm ci", "called: npm run -s check", "called: npm test"]);
  expect([code, last]).toEqual([0, "12 passed, 0 failed, 2 skipped"]);
});

test.for<[string, number, Result | null, string]>([
  ["a failed test", 1, { passed: 3, failed: 2 }, "3 passed, 2 failed"],
  ["a file that cannot be loaded", 1, { passed: 3, broken: 1 }, "3 passed, 1 failed"],
  ["a failure that the runner forgot to tell", 0, { passed: 3, failed: 1 }, "3 passed, 1 failed"],
  ["a runner that fails by itself", 1, { passed: 3 }, "3 passed, 1 failed"],
  ["no test", 0, { passed: 0 }, "0 passed, 0 failed"],
  ["only skipped tests", 0, { passed: 0, skipped: 4 }, "0 passed, 0 failed, 4 skipped"],
  ["no result, an old one lying about", 0, null, "0 passed, 0 failed"],
])("%s fails the run", ([, exit, result, last]) => {
  const run = ci(exit, result);
  expect(run.last).toBe(last);
  expect(run.code).not.toBe(0);
});

test("a failed check stops before the tests", () => {
  const { code, called } = ci(0, { passed: 1 }, 1);
  expect(called.at(-1)).toBe("called: npm run -s check");
  expect(code).not.toBe(0);
});
