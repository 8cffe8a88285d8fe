/**
 * `node tests/checks/walls.ts [ROOT]`: no file imports what its row of wallTable.ts does not allow.
 * Exits 1 on a violation, on a file outside the table, and when it saw no file at all: dependency-cruiser reports
 * "no violations" of nothing where it cannot read TypeScript.
 */
import { readdirSync } from "node:fs";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { wallRules } from "./wallRules.ts";
import { walls } from "./wallTable.ts";

const notOurs = new Set(["node_modules", "build", "release", "out"]);

function places(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !notOurs.has(name))
    .filter((entry) => entry.isDirectory() || /\.[cm]?[jt]sx?$/.test(entry.name))
    .map(({ name }) => name);
}

async function look(found: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(found, {
    ruleSet: wallRules,
    validate: true,
    doNotFollow: { path: ["(^|/)node_modules/"] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  });
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text instead of a result");
  return output;
}

function complaints({ modules, summary }: ICruiseResult): string[] {
  const ours = modules.filter((module) => !module.coreModule && !module.couldNotResolve && module.followable !== false);
  const files = ours.map(({ source }) => source).filter((source) => !/(^|\/)node_modules\//.test(source));
  const sources = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file));
  if (sources.length === 0) return ["no file was read: the check proves nothing"];
  const table = walls.map(({ folder }) => new RegExp(folder));
  const stray = sources.filter((file) => !table.some((row) => row.test(file)));
  console.log(`walls: ${sources.length} files`);
  return [
    ...stray.map((file) => `${file}: belongs to no row of tests/checks/wallTable.ts`),
    ...summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`),
  ];
}

// dependency-cruiser takes the working folder as the root of all paths.
process.chdir(process.argv[2] ?? ".");
const found = places(".");
const wrong = found.length === 0 ? ["no file was read: the check proves nothing"] : complaints(await look(found));
for (const line of new Set(wrong)) console.error(`walls: ${line}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
