import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["main", "renderer", "shared", "resources", "tests"];
const code = /\.([cm]?[jt]sx?|css)$/;

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every code file of the project's own folders and of the root itself. */
export function sourceFiles(root: string): SourceFile[] {
  const inFolders = folders.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  });
  return [...readdirSync(root), ...inFolders]
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => code.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
