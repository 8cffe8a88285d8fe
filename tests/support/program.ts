import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
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

/** The data file of the sample year, closed and whole. */
async function sampleFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "keji-sample-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const program = await openProgram({ host: "cli", folder });
  await call(program, "program", "create", { name: "示例区", code: "370703", year: 2012, sample: true });
  await program.close();
  return join(folder, "keji.db");
}

export async function sampleProgram(options: Partial<ProgramOptions> = {}): Promise<Program> {
  sample ??= sampleFile();
  const folder = join(temporaryFolder(), "数据");
  mkdirSync(folder);
  copyFileSync(await sample, join(folder, "keji.db"));
  const program = await openProgram({ host: "cli", folder, ...options });
  onTestFinished(() => program.close());
  return program;
}

/** Asks through the router and passes every answer through JSON, as both windows do. */
export async function call<T>(program: Program, area: string, method: string, input: unknown = {}): Promise<T> {
  const envelope = await program.dispatch(area, method, JSON.parse(JSON.stringify(input)));
  if (!envelope.ok) throw new ProblemError(envelope.problem);
  return JSON.parse(JSON.stringify(envelope.value)) as T;
}
