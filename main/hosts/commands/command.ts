import type { Options } from "./options.ts";

export interface Answer {
  /** What `--json` prints. */
  readonly json: unknown;
  readonly lines: readonly string[];
  /** One Chinese line with a code for each thing refused while the rest was done; any makes the exit code 2. */
  readonly refusals?: readonly string[];
}
export interface Command {
  readonly name: string;
  readonly usage: string;
  run(values: Options, rest: readonly string[]): Promise<Answer>;
}
