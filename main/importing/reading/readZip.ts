import type { ReadingLimits } from "./limits.ts";
import { readOds } from "./readOds.ts";
import { readXlsb } from "./readXlsb.ts";
import { readXlsx } from "./readXlsx.ts";
import type { WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { openZipPackage } from "./zipPackage.ts";

/** Reads an archive as the workbook its parts make it: .xlsx and .xlsm, .xlsb, .ods. @throws ReadRefusal */
export async function readZip(bytes: Buffer, limits: ReadingLimits, events: WorkbookEvents): Promise<WorkbookSummary> {
  const zip = await openZipPackage(bytes, limits);
  if (zip.parts.has("xl/workbook.bin") && !zip.parts.has("xl/workbook.xml")) return readXlsb(zip, limits, events);
  if (zip.parts.has("content.xml") && zip.parts.has("meta-inf/manifest.xml")) return readOds(zip, limits, events);
  return readXlsx(zip, limits, events);
}
