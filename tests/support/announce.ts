/**
 * Runs once before all tests: what this machine lacks is said in a line each, and is an error in CI. Gives the run a
 * folder that its processes share (the sample year is imported once for all), and removes it at the end.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./built.ts";
import { findChromium } from "./chromium.ts";
import { hasLibreOffice } from "./libreoffice.ts";

export function setup(): () => void {
  const run = mkdtempSync(join(tmpdir(), "keji-tests-"));
  process.env["KEJI_TEST_RUN"] = run;
  const missing = [
    ...(findChromium() === null ? ["window tests are left out: no Chromium (set CHROMIUM to its path)"] : []),
    ...(hasLibreOffice() ? [] : ["page tests are left out: no LibreOffice Writer or no poppler-utils"]),
  ];
  if (missing.length > 0 && process.env["CI"]) throw new Error(missing.join("; "));
  const corpus = existsSync(join(projectRoot, "../shared/corpus"))
    ? []
    : ["corpus tests are left out: no ../shared/corpus"];
  for (const line of [...missing, ...corpus]) console.log(line);
  return () => rmSync(run, { recursive: true, force: true });
}
