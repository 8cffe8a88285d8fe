import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that goes when the test is done. The name holds Chinese, a space and quotes, as users' paths do. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "科绩 '测试'-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
