import { companyCommands } from "./companyCommands.ts";
import { dataCommands } from "./dataCommands.ts";
import { figureCommands } from "./figureCommands.ts";
import { inspectCommand } from "./inspectCommand.ts";
import { importCommands } from "./importCommands.ts";
import { templateCommand } from "./templateCommand.ts";
import { waitingCommands } from "./waitingCommands.ts";
import type { Command } from "./command.ts";

export const commands: ReadonlyMap<string, Command> = new Map(
  [
    ...dataCommands,
    templateCommand,
    inspectCommand,
    ...importCommands,
    ...waitingCommands,
    ...companyCommands,
    ...figureCommands,
  ].map((command) => [command.name, command]),
);

export function usage(): string[] {
  return ["用法：npm run -s keji -- 命令 …", ...[...commands.values()].map((command) => `  ${command.usage}`)];
}
