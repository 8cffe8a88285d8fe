import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { ProblemError } from "../../shared/problems/problem.ts";

/** Writes a file whole or not at all: beside the target, flushed, then renamed over it. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(beside, "w");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    // Where there is no folder there is nothing to remove either; the first error is the one to tell.
    await rm(beside, { force: true }).catch(() => undefined);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new ProblemError({
      kind: "storage",
      code: "E-OUT-01",
      message: `“${file}”写不进去（${code}）。数据未受影响；请看磁盘是否已满、文件是否正被打开，或换一个位置。`,
    });
  }
}
