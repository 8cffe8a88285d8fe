import { readFileSync } from "node:fs";
import type { Options } from "./options.ts";

const variable = "KEJI_PASSWORD";

/**
 * The password of locked workbooks: `--password`, `-` for the first line of what is piped in, else the environment's,
 * so that it need not stand in the shell's history. Neither stored nor logged.
 */
export function passwordOf({ password }: Options): { password?: string } {
  const said =
    password === "-" ? (readFileSync(0, "utf8").split(/\r?\n/u)[0] ?? "") : (password ?? process.env[variable]);
  return said === undefined || said === "" ? {} : { password: said };
}
