import { parseArgs } from "node:util";
import { type Problem, ProblemError } from "../../../shared/problems/problem.ts";
import { commands, usage } from "./commands.ts";
import { type Options, options, refuse } from "./options.ts";

export interface Ran {
  /** 0 done; 2 refused, in one Chinese line with a code; 1 the program is at fault. */
  readonly code: 0 | 1 | 2;
  /** For stdout; with `--json` one JSON value and nothing else. */
  readonly out: string;
  /** For stderr, one line each. */
  readonly err: readonly string[];
}

/** Runs one command line. Never throws and never gives a stack away. */
export async function runCli(argv: readonly string[]): Promise<Ran> {
  const asksJson = argv.includes("--json");
  try {
    const { values, positionals } = parse(argv);
    const [name = "help", ...rest] = positionals;
    if (name === "help") return { code: 0, out: asksJson ? JSON.stringify(usage()) : usage().join("\n"), err: [] };
    const command = commands.get(name);
    if (command === undefined) {
      throw refuse("E-CLI-01", `没有“${name}”这个命令。可用：${[...commands.keys()].join("、")}`);
    }
    const { json, lines, refusals = [] } = await command.run(values, rest);
    const out = asksJson ? JSON.stringify(json) : lines.join("\n");
    return { code: refusals.length > 0 ? 2 : 0, out, err: refusals };
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : faultOf(error);
    return {
      code: problem.kind === "fault" ? 1 : 2,
      out: asksJson ? JSON.stringify({ problem }) : "",
      err: [`${problem.message.replaceAll(/\s*\n\s*/g, " ")}（${problem.code}）`],
    };
  }
}

function parse(argv: readonly string[]): { values: Options; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const wrong = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    throw refuse("E-CLI-02", `命令的写法不对${wrong === "" ? "" : `：“${wrong}”`}，用 help 看写法`);
  }
}

function faultOf(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "fault", code: "E-PRG-99", message: `程序出错：${reason}。已保存的数据不受影响。` };
}
