import { expect, test } from "vitest";
import { plantTree, runCheck } from "./plantTree.ts";

const check = (changelog: Record<string, string>) =>
  runCheck("changelog", plantTree({ "package.json": JSON.stringify({ version: "0.2.0" }), ...changelog }));

test.for([
  "## 0.2.0\n\n- 新增：导入\n",
  "# 更新\n\n## [0.2.0] 2026-01-01\n- x\n\n## 0.1.0\n",
  "## 0.2.0（2026年）\n- x\n",
])("an entry passes: %j", (text) => {
  expect(check({ "CHANGELOG.md": text })).toEqual({ code: 0, said: "changelog: 0.2.0\n" });
});

test("a missing file, a missing or an empty entry fails", () => {
  expect(check({})).toEqual({ code: 1, said: "changelog: CHANGELOG.md is missing\n" });
  expect(check({ "CHANGELOG.md": "## 0.2.01\n- x\n## 0.1.0\n- 0.2.0 is near\n" }).said).toContain(
    'no entry "## 0.2.0"',
  );
  expect(check({ "CHANGELOG.md": "## 0.2.0\n\n## 0.1.0\n- x\n" }).said).toContain("is empty");
});
