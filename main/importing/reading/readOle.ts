import { decipheredWorkbook } from "./biffPassword.ts";
import type { ReadingLimits } from "./limits.ts";
import { openOleFile } from "./oleFile.ts";
import { unlockedPackage } from "./packagePassword.ts";
import { readXls } from "./readXls.ts";
import { readZip } from "./readZip.ts";
import { refuse } from "./refusals.ts";
import type { WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";

/**
 * Reads an OLE file: an old workbook, or an encrypted new one. A password is tried after the default one.
 * @throws ReadRefusal
 */
export async function readOle(
  bytes: Buffer,
  password: string | undefined,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const ole = openOleFile(bytes);
  const encrypted = ole.stream("encryptedpackage");
  if (encrypted !== undefined) {
    const info = ole.stream("encryptioninfo") ?? refuse("E-IMP-10", undefined, "no EncryptionInfo");
    return readZip(await unlockedPackage(info, encrypted, password, limits), limits, events);
  }
  // Files for both Excel 5 and 97 hold the workbook twice; the newer one is whole.
  const stream = ole.stream("workbook") ?? ole.stream("book");
  if (stream !== undefined) return readXls(decipheredWorkbook(stream, password), limits, events);
  return refuse(ole.has("worddocument") || ole.has("powerpoint document") ? "E-IMP-12" : "E-IMP-10");
}
