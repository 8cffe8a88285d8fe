import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findElectron } from "../../main/hosts/findElectron.ts";
import { temporaryFolder } from "../support/temporary.ts";

it("finds Electron's binary where it lies on disk, by each system's name, and nothing otherwise", () => {
  const root = temporaryFolder();
  expect(findElectron(root, "linux")).toBeNull();
  const dist = join(root, "node_modules", "electron", "dist");
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "electron"), "");
  expect(findElectron(root, "linux")).toBe(join(dist, "electron"));
  expect(findElectron(root, "win32")).toBeNull();
});
