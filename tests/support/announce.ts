/**
 * Runs once before all tests: what this machine lacks is said in a line each, and is an error in CI. Gives the run a
 * folder that its processes share (the sample year is imported once for all), and removes it at the end.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readerProgram } from "../../main/importing/reading/startReader.ts";
import { projectRoot } from "./built.ts";
import { findChromium } from "./chromium.ts";
import { hasLibreOffice } from "./libreoffice.ts";

/** Thousands of small transactions and hundreds of folders wait for no disk where the system has a large one in memory. */
function inMemory(): void {
  const memory = "/dev/shm";
  if (process.env["TMPDIR"] !== undefined || !existsSync(memory)) return;
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize > 4e9) process.env["TMPDIR"] = memory;
}

/**
 * The programs that tests start (readers above all, a hundred of them) find their sources compiled. A reader is killed
 * when it is done and so writes nothing down itself.
 */
function compiledOnce(run: string): void {
  process.env["NODE_COMPILE_CACHE"] = join(run, "compiled");
  spawnSync(process.execPath, [fileURLToPath(readerProgram())]);
}

export function setup(): () => void {
  inMemory();
  const run = mkdtempSync(join(tmpdir(), "keji-tests-"));
  process.env["KEJI_TEST_RUN"] = run;
  compiledOnce(run);
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
