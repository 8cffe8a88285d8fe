import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openProgram, type Program, type ProgramOptions } from "../../main/hosts/openProgram.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { temporaryFolder } from "./temporary.ts";

// Programs for tests: real SQLite in a folder of their own. The sample year is imported once a run and copied, since
// importing two dozen workbooks for every test would cost more than the tests.

export async function emptyProgram(options: Partial<ProgramOptions> = {}): Promise<Program> {
  const folder = join(temporaryFolder(), "数据");
  const program = await openProgram({ host: "cli", folder, ...options });
  onTestFinished(() => program.close());
  await call(program, "program", "create", { name: "示例区", code: "370703", year: 2012, sample: false });
  return program;
}

let sample: Promise<string> | undefined;

/**
 * The data file of the sample year, closed and whole: made by the first test of the run that asks, for all its processes
 * (announce.ts gives the run its folder). Whoever holds `making` makes it; the others wait for `sample`.
 */
async function sampleFile(): Promise<string> {
  const run = process.env["KEJI_TEST_RUN"] ?? tmpdir();
  const made = join(run, "sample");
  const making = join(run, "making");
  while (!existsSync(made)) {
    try {
      mkdirSync(making);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    try {
      const program = await openProgram({ host: "cli", folder: making });
      await call(program, "program", "create", { name: "示例区", code: "370703", year: 2012, sample: true });
      await program.close();
      renameSync(making, made);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  }
  return join(made, "keji.db");
}

/** A data folder with the sample year, opened by nobody. */
export async function sampleFolder(): Promise<string> {
  sample ??= sampleFile();
  const folder = join(temporaryFolder(), "数据");
  mkdirSync(folder);
  copyFileSync(await sample, join(folder, "keji.db"));
  return folder;
}

export async function sampleProgram(options: Partial<ProgramOptions> = {}): Promise<Program> {
  const program = await openProgram({ host: "cli", folder: await sampleFolder(), ...options });
  onTestFinished(() => program.close());
  return program;
}

/** Asks through the router and passes every answer through JSON, as both windows do. */
export async function call<T>(program: Program, area: string, method: string, input: unknown = {}): Promise<T> {
  const envelope = await program.dispatch(area, method, JSON.parse(JSON.stringify(input)));
  if (!envelope.ok) throw new ProblemError(envelope.problem);
  return JSON.parse(JSON.stringify(envelope.value)) as T;
}
