/** `node tests/checks/changelog.ts [ROOT]`: the version of package.json has an entry of at least one line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.argv[2] ?? ".";
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

function trouble(): string | null {
  let text: string;
  try {
    text = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  } catch {
    return "CHANGELOG.md is missing";
  }
  const entry = text.split(/^## /m).find((part) => part.split(/[\s\]（(]/, 1)[0]?.replace("[", "") === version);
  if (entry === undefined) return `no entry "## ${version}"`;
  return /^\s*[-*] \S/m.test(entry) ? null : `the entry of ${version} is empty`;
}

const wrong = trouble();
if (wrong === null) console.log(`changelog: ${version}`);
else console.error(`changelog: ${wrong}`);
process.exitCode = wrong === null ? 0 : 1;
