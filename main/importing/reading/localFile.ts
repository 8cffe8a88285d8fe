import { open } from "node:fs/promises";
import { megabytes } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { ReadRefusal, refuse, type RefusalCode } from "./refusals.ts";

/** A file's bytes, its size looked at first. @throws ReadRefusal E-IMP-02, 03 or 04. */
export async function localFile(path: string, limits: Pick<ReadingLimits, "fileBytes">): Promise<Buffer> {
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      if (size > limits.fileBytes) refuse("E-IMP-04", `文件有 ${megabytes(size)}，上限 ${megabytes(limits.fileBytes)}`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ReadRefusal) throw error;
    return refuse(openingCode(error), undefined, error instanceof Error ? error.message : String(error));
  }
}

function openingCode(error: unknown): RefusalCode {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EBUSY" || code === "EPERM" ? "E-IMP-03" : "E-IMP-02";
}
