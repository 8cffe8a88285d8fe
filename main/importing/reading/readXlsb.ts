import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import type { WorkbookEvents, WorkbookSummary } from "./sheet.ts";
import type { ZipPackage } from "./zipPackage.ts";
export async function readXlsb(
  _zip: ZipPackage,
  _limits: ReadingLimits,
  _events: WorkbookEvents,
): Promise<WorkbookSummary> {
  return refuse("E-IMP-17");
}
