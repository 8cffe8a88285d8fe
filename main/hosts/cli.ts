import { parseArgs } from "node:util";
import { ProblemError } from "../../shared/problems/problem.ts";
import type { Answer } from "./commands/command.ts";
import { commands, usage } from "./commands/commands.ts";
import { type Options, options } from "./commands/options.ts";

// The same services without a window. Exit 0 when done; 2 with one Chinese line and a code when refused; 1 with a number
// when the program is at fault. `--json` prints one JSON value and nothing else.

async function main(argv: readonly string[]): Promise<number> {
  let json = argv.includes("--json");
  try {
    const { values, positionals } = parse(argv);
    json = values.json ?? false;
    const [name = "help", ...rest] = positionals;
    const command = commands.get(name);
    if (command === undefined) {
      throw refused(
        "E-CLI-01",
        name === "help" ? usage() : `没有“${name}”这个命令。可用：${[...commands.keys()].join("、")}`,
      );
    }
    const answer = await command.run(values, rest);
    print(answer, json);
    for (const line of answer.refusals ?? []) console.error(line);
    return (answer.refusals ?? []).length > 0 ? 2 : 0;
  } catch (error) {
    const problem =
      error instanceof ProblemError
        ? error.problem
        : { kind: "fault" as const, code: "E-PRG-99", message: `程序出错：${reason(error)}。已保存的数据不受影响。` };
    if (json) process.stdout.write(`${JSON.stringify({ problem })}\n`);
    console.error(`${problem.message}（${problem.code}）`);
    return problem.kind === "fault" ? 1 : 2;
  }
}

function parse(argv: readonly string[]): { values: Options; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw refused("E-CLI-02", `命令的写法不对：${reason(error)}`);
  }
}

function print(answer: Answer, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(answer.json)}\n`);
  else for (const line of answer.lines) process.stdout.write(`${line}\n`);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refused(code: string, message: string): ProblemError {
  return new ProblemError({ kind: "refused", code, message });
}

// `keji list … | head` closes the pipe early; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
