import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

// Where data live (architecture, decision 21): a folder of its own, never inside the program, AppData or a temporary one.

/** The folder that first start proposes. */
export function proposedFolder(platform: NodeJS.Platform = process.platform, home = homedir()): string {
  if (platform === "win32") return existsSync("D:\\") ? "D:\\科绩数据" : join(home, "Documents", "科绩数据");
  return join(home, "科绩数据");
}

/** The file, outside the data, that remembers which folder was last used. */
function pointerFile(home = homedir()): string {
  return join(home, ".keji", "folder.json");
}

/** The folder last used, or null before first start. */
export function rememberedFolder(home = homedir()): string | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(pointerFile(home), "utf8"));
    return typeof stored === "object" && stored !== null && "folder" in stored && typeof stored.folder === "string"
      ? stored.folder
      : null;
  } catch {
    return null;
  }
}

export function rememberFolder(folder: string, home = homedir()): void {
  const file = pointerFile(home);
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and renamed, so that a crash leaves the old pointer rather than half a file.
  writeFileSync(`${file}.new`, JSON.stringify({ folder }));
  renameSync(`${file}.new`, file);
}
