import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a command lies on PATH, or null. */
export function findCommand(name: string): string | null {
  const found = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name));
  return found.find(isRunnable) ?? null;
}

export function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
