import { expect, test } from "vitest";
import { plantPackage, plantTree, runCheck } from "./plantTree.ts";

const one = "export const one = 1;\n";
const packages = Object.assign(
  {},
  ...["kysely", "electron", "better-sqlite3", "exceljs", "zod", "react", "docx"].map(plantPackage),
);

/** [file, what it imports, rules that must speak] — each line breaks one wall. */
const planted = [
  ["main/hosts/cli.ts", "electron", ["electron-in-its-hosts", "not-in-allowed"]],
  ["main/records/save.ts", "better-sqlite3", ["driver-in-database", "not-in-allowed"]],
  ["main/importing/readWorkbook.ts", "exceljs", ["exceljs-writes", "not-in-allowed"]],
  ["main/importing/compare.ts", "../database/open.ts", ["not-in-allowed"]],
  ["main/importing/findHeading.ts", "../reports/store.ts", ["not-in-allowed"]],
  ["main/metrics/engine.ts", "../records/list.ts", ["not-in-allowed"]],
  ["main/metrics/define.ts", "../database/open.ts", ["not-in-allowed"]],
  ["main/reports/asDocx.ts", "../database/open.ts", ["renderers-blind", "not-in-allowed"]],
  ["main/reports/asHtml.ts", "./store.ts", ["renderers-blind"]],
  ["main/database/migrations/0001-a.ts", "../open.ts", ["migrations-frozen", "not-in-allowed"]],
  ["main/database/migrations/0002-b.ts", "./0003-c.ts", ["migrations-frozen", "not-in-allowed"]],
  ["main/api/router.ts", "../hosts/openProgram.ts", ["not-in-allowed"]],
  ["main/platform/clock.ts", "../records/list.ts", ["not-in-allowed"]],
  ["shared/wording/number.ts", "../ledgers/projects.ts", ["not-in-allowed"]],
  ["shared/report/document.ts", "node:fs", ["not-in-allowed"]],
  ["shared/api/api.ts", "../../main/database/open.ts", ["not-in-allowed"]],
  ["renderer/ui/Grid.tsx", "../../shared/ledgers/projects.ts", ["not-in-allowed"]],
  ["renderer/reports/Editor.tsx", "../importing/Wizard.tsx", ["not-in-allowed"]],
  ["renderer/app/main.tsx", "../../main/database/open.ts", ["not-in-allowed"]],
  ["renderer/app/disk.ts", "node:fs", ["not-in-allowed"]],
  ["main/exporting/missing.ts", "./nowhere.ts", ["resolvable"]],
  ["scripts/seed.ts", "../main/database/open.ts", ["not-in-allowed"]],
] as const;

const lawful = {
  "main/hosts/openProgram.ts": 'import "../database/open.ts";\n',
  "main/hosts/electron.ts": 'import "electron";\nimport "./openProgram.ts";\n',
  "main/database/open.ts": `import "better-sqlite3";\nimport "kysely";\nimport "node:fs";\n${one}`,
  "main/database/migrations/0003-c.ts": `import "kysely";\n${one}`,
  "main/database/migrations/index.ts": 'import "./0003-c.ts";\n',
  "main/records/list.ts": 'import "../database/open.ts";\n',
  "main/reports/store.ts": 'import "../database/open.ts";\n',
  "main/metrics/typed.ts": 'import type { one } from "../database/open.ts";\nexport type One = typeof one;\n',
  "main/importing/apply.ts": 'import "../records/list.ts";\n',
  "main/exporting/writeWorkbook.ts": 'import "exceljs";\n',
  "shared/ledgers/projects.ts": `import "zod";\n${one}`,
  "renderer/importing/Wizard.tsx": 'import "react";\nimport "../ui/Button.tsx";\n',
  "renderer/ui/Button.tsx": 'import "react";\n',
  "tests/anything.test.ts": 'import "../main/database/open.ts";\nimport "better-sqlite3";\n',
};

test("a lawful tree passes, and its files were read", () => {
  const { code, said } = runCheck("walls", plantTree({ ...packages, ...lawful }));
  expect(said).toBe(`walls: ${Object.keys(lawful).length} files\n`);
  expect(code).toBe(0);
});

test("each planted violation is named, and nothing else", () => {
  const files = Object.fromEntries(planted.map(([file, target]) => [file, `import "${target}";\n`]));
  const circle = { "main/platform/a.ts": 'import "./b.ts";\n', "main/platform/b.ts": 'import "./a.ts";\n' };
  const { code, said } = runCheck("walls", plantTree({ ...packages, ...lawful, ...files, ...circle }));
  const lines = said.split("\n").filter((line) => line.startsWith("walls: ") && !line.endsWith(" files"));
  for (const [file, , rules] of planted) {
    for (const rule of rules)
      expect(lines, `${file} must break ${rule}`).toContainEqual(
        expect.stringMatching(`^walls: ${file} -> .*: ${rule}$`),
      );
  }
  expect(lines).toContain("walls: scripts/seed.ts: belongs to no row of tests/checks/wallTable.ts");
  expect(lines).toContainEqual(expect.stringMatching(/^walls: main\/platform\/[ab]\.ts -> .*: no-cycle$/));
  const guilty = new Set([...planted.map(([file]) => file), ...Object.keys(circle)]);
  expect(lines.filter((line) => !guilty.has(/^walls: (\S+?)(:| ->)/.exec(line)?.[1] ?? ""))).toEqual([]);
  expect(code).toBe(1);
});

test("a check that read nothing fails", () => {
  const { code, said } = runCheck("walls", plantTree({ "README.md": "no code", "main/notes.txt": "no code" }));
  expect(said).toContain("no file was read");
  expect(code).toBe(1);
});
