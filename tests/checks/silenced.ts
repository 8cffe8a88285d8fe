/**
 * `node tests/checks/silenced.ts [ROOT]`: a comment that switches a check off says why on the same line
 * (`oxlint-disable-next-line rule -- because`, `@ts-expect-error because`), and only for the next line.
 * Tests that are skipped or run alone are refused by oxlint.
 */
import { sourceFiles } from "./sourceFiles.ts";

const silences =
  /(?:\/\/|\/\*)\s*(?:(?:eslint|oxlint)-disable(?<line>-next-line|-line)?|@ts-(?<ts>ignore|nocheck|expect-error))(?<rest>.*)/;

const wrong = sourceFiles(process.argv[2] ?? ".").flatMap(({ path, text }) =>
  text.split("\n").flatMap((line, index) => {
    const found = silences.exec(line)?.groups;
    if (!found) return [];
    const reason = found["ts"] ? found["rest"]?.trim() : found["rest"]?.split(" -- ")[1]?.trim();
    const narrow = found["ts"] === "expect-error" || found["line"] !== undefined;
    return narrow && reason ? [] : [`silenced: ${path}:${index + 1}: ${narrow ? "gives no reason" : "is too wide"}`];
  }),
);

for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
