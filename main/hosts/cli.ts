import { runCli } from "./commands/runCli.ts";

// The same services without a window: `npm run -s keji -- COMMAND …`.

// `keji list … | head` closes the pipe early; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const { code, out, err } = await runCli(process.argv.slice(2));
if (out !== "") process.stdout.write(`${out}\n`);
for (const line of err) process.stderr.write(`${line}\n`);
process.exitCode = code;
