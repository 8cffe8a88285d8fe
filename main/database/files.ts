import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes sure that the file's bytes are on the disk. */
export function syncFile(file: string): void {
  sync(file, "r+");
}

/** Makes sure that a rename inside the folder is on the disk; Windows cannot open folders and needs it less. */
export function syncFolder(folder: string): void {
  if (process.platform !== "win32") sync(folder, "r");
}

function sync(path: string, mode: string): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
