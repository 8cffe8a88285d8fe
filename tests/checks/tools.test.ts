import { copyFileSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plantTree, root, run, runTool } from "./plantTree.ts";

/** A tree that is checked by our own settings. */
function plantProject(files: Record<string, string>, settings: readonly string[]): string {
  const folders = Object.fromEntries(settings.map((path) => [path, ""]));
  const tree = plantTree({ ...folders, ...files });
  for (const path of settings) copyFileSync(join(root, path), join(tree, path));
  return tree;
}

test("types: each project refuses the globals of the others", () => {
  const settings = [
    "tsconfig.json",
    "tsconfig.base.json",
    ...["shared", "main", "renderer", "tests"].map((f) => `${f}/tsconfig.json`),
  ];
  const tree = plantProject(
    {
      "package.json": '{ "type": "module" }',
      "shared/a.ts": "export const title = () => document.title;\nexport const home = () => process.cwd();\n",
      "main/a.ts": "export const title = () => document.title;\nexport const home = () => process.cwd();\n",
      "renderer/a.tsx":
        'import { useState } from "react";\nimport { createRoot } from "react-dom/client";\nimport { Button } from "antd";\nimport { QueryClient } from "@tanstack/react-query";\nimport { useNavigate } from "react-router";\nexport const used = [useState, createRoot, Button, QueryClient, useNavigate];\nexport const title = (): string => document.title;\nexport const home = (): string => process.cwd();\n',
      "tests/a.ts": "export const title = () => document.title;\nexport const home = () => process.cwd();\n",
    },
    settings,
  );
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
  const { code, said } = runTool("tsc", ["-b", "--pretty", "false"], tree);
  const errors = said
    .trim()
    .split("\n")
    .map((line) => /^(\S+?)\(.*error \w+: (Cannot find name '\w+')/.exec(line)?.slice(1).join(" ") ?? line);
  expect(errors.filter((line) => !line.startsWith(" ")).toSorted()).toEqual([
    "main/a.ts Cannot find name 'document'",
    "renderer/a.tsx Cannot find name 'process'",
    "shared/a.ts Cannot find name 'document'",
    "shared/a.ts Cannot find name 'process'",
  ]);
  expect(code).not.toBe(0);
});

test("lint: any, default exports, raw HTML, idle hooks, skipped tests, cycles", () => {
  const tree = plantProject(
    {
      "main/a.ts": 'import { b } from "./b.ts";\nexport default function a(x: any) {\n  return b == x;\n}\n',
      "main/b.ts": 'import a from "./a.ts";\nexport const b = a;\n',
      "renderer/Raw.tsx":
        "export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;\n",
      "tests/a.test.ts":
        'import { expect, test } from "vitest";\ntest.skip("a", () => expect(1).toBe(1));\ntest.only("b", () => expect(1).toBe(1));\n',
    },
    [".oxlintrc.json"],
  );
  const { code, said } = runTool("oxlint", ["--deny-warnings", "--format=unix"], tree);
  for (const rule of [
    "no-explicit-any",
    "no-default-export",
    "eqeqeq",
    "no-cycle",
    "no-danger",
    "no-disabled-tests",
    "no-focused-tests",
  ]) {
    expect(said).toContain(rule);
  }
  expect(code).not.toBe(0);
});

test("format: a badly laid file fails, a good one passes", () => {
  const tree = plantProject({ "main/a.ts": "export const  a = {b:1}\n" }, [".oxfmtrc.json"]);
  expect(runTool("oxfmt", ["--check"], tree)).toEqual({ code: 1, said: expect.stringContaining("main/a.ts") });
  expect(runTool("oxfmt", [], tree).code).toBe(0);
  expect(runTool("oxfmt", ["--check"], tree).code).toBe(0);
});

test("dead code: an unused file, an unused export and an unlisted package fail", () => {
  const tree = plantProject(
    {
      "package.json": JSON.stringify({ name: "planted", type: "module", scripts: { keji: "node main/hosts/cli.ts" } }),
      "main/hosts/cli.ts": 'import { used } from "../records/list.ts";\nimport { z } from "zod";\nused(z);\n',
      "main/records/list.ts": "export const used = (x: unknown) => x;\nexport const idle = 1;\n",
      "main/records/alone.ts": "export const alone = 1;\n",
    },
    ["knip.jsonc"],
  );
  const { code, said } = runTool("knip", ["--no-progress"], tree);
  for (const found of ["main/records/alone.ts", "idle", "zod"]) expect(said).toContain(found);
  expect(said).not.toMatch(/^used /m);
  expect(code).toBe(1);
});

test("`npm run check` runs every part, and each part is a script", () => {
  const { said } = run("npm", ["pkg", "get", "scripts"]);
  const scripts = JSON.parse(said) as Record<string, string>;
  const parts = Object.keys(scripts).filter((name) => name.startsWith("check:"));
  const called = [...(scripts["check"] ?? "").matchAll(/npm run -s (\S+)/g)].map(([, name]) => name);
  expect(called.toSorted()).toEqual(parts.toSorted());
});

test("every script of package.json names files that exist", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = Object.values(scripts).flatMap((line) =>
    [...line.matchAll(/\bnode (\S+\.[jt]s)/g)].map(([, file]) => file ?? ""),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
