import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import type { WorkbookEvents, WorkbookSummary } from "./sheet.ts";
export async function readXmlSpreadsheet(
  _bytes: Buffer,
  _limits: ReadingLimits,
  _events: WorkbookEvents,
): Promise<WorkbookSummary> {
  return refuse("E-IMP-15");
}
