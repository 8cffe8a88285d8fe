import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { developmentWindow, ensureBuilt, projectRoot } from "./built.ts";

// A hint that React's development build alone gives: what the tests drive by default is what users get.
const isDevelopment = (folder: string): boolean =>
  globSync(join(folder, "assets/*.js")).some((path) => readFileSync(path, "utf8").includes("React DevTools"));

test("the window is built as users get it, and for development beside it", () => {
  ensureBuilt();
  expect(isDevelopment(join(projectRoot, "build/renderer"))).toBe(false);
  expect(isDevelopment(developmentWindow())).toBe(true);
});
