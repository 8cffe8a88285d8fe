/**
 * `node tests/checks/size.ts [ROOT]`: a file over 500 lines fails, over 300 is named; the aim is a median under 80.
 * Migrations are frozen and fixtures are data, so both may be as long as they are.
 */
import { sourceFiles } from "./sourceFiles.ts";

const most = 500;
const many = 300;

const counted = sourceFiles(process.argv[2] ?? ".")
  .filter(({ path }) => !/(^|\/)(migrations|fixtures)\//.test(path))
  .map(({ path, text }) => ({ path, lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0) }))
  .toSorted((a, b) => b.lines - a.lines);

const median = (files: typeof counted): number => files[Math.floor(files.length / 2)]?.lines ?? 0;

for (const { path, lines } of counted) {
  if (lines > most) console.error(`size: ${path} has ${lines} lines; none may have more than ${most}`);
  else if (lines > many) console.warn(`size: ${path} has ${lines} lines; look for a seam past ${many}`);
}
const tests = counted.filter(({ path }) => path.startsWith("tests/"));
const program = counted.filter(({ path }) => !path.startsWith("tests/"));
console.log(
  `size: ${counted.length} files, median ${median(counted)} lines (program ${median(program)}, tests ${median(tests)}), ` +
    `longest ${counted[0]?.lines ?? 0}`,
);
if (counted.length === 0) console.error("size: no file was read: the check proves nothing");
process.exitCode = counted.length === 0 || counted.some(({ lines }) => lines > most) ? 1 : 0;
