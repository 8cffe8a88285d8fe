import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";

export const root = resolve(import.meta.dirname, "../..");

/** Writes `files` (path → text) into a new temporary folder, which goes when the running test ends. */
export function plantTree(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), "keji-check-"));
  onTestFinished(() => rmSync(tree, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

/** The smallest package that an import can resolve to. */
export function plantPackage(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
    [`node_modules/${name}/index.js`]: "module.exports = {};\n",
  };
}

/** Runs a check as the command line does; `said` is what it wrote to either stream. */
export function run(command: string, args: readonly string[], cwd = root): { code: number | null; said: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error) throw error;
  return { code: status, said: stdout + stderr };
}

export const runCheck = (name: string, tree: string) =>
  run(process.execPath, [join(root, "tests/checks", `${name}.ts`), tree]);

/** A tool of node_modules/.bin, run on this Node. */
export const runTool = (name: string, args: readonly string[], cwd: string) =>
  run(join(root, "node_modules/.bin", name), args, cwd);
