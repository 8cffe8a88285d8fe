import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Electron's binary under a project's node_modules, or null. Looks on disk and never loads the `electron` package to
 * find out: loading it without its binary starts a download.
 */
export function findElectron(root: string, platform: NodeJS.Platform = process.platform): string | null {
  const binary = join(root, "node_modules", "electron", "dist", platform === "win32" ? "electron.exe" : "electron");
  return existsSync(binary) ? binary : null;
}
