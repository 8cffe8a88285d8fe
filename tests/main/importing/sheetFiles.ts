import type { ReadResult } from "../../../main/importing/reading/readWorkbook.ts";
import type { ReadSheet } from "../../../main/importing/reading/sheet.ts";
import type { FileToImport, ImportServices } from "../../../main/importing/stage.ts";
import type { Database } from "../../../main/database/open.ts";

// Files whose bytes are the sheets themselves as JSON: what stands behind the reader is tested without one.

export function fileOf(name: string, sheets: readonly ReadSheet[]): FileToImport {
  return { name, who: "李四", bytes: new TextEncoder().encode(JSON.stringify(sheets)) };
}

export async function readSheets({ bytes }: { bytes: Uint8Array }): Promise<ReadResult> {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith("[")) return { ok: false, code: "E-IMP-11", message: "这是 PDF，不是 Excel 表格" };
  return { ok: true, workbook: { kind: "xlsx", notes: [], sheets: JSON.parse(text) as ReadSheet[] } };
}

/** Each question of the time answers a minute later than the one before. */
export function servicesOf(database: Database): ImportServices {
  let minute = 0;
  const clock = {
    now: () => new Date(Date.UTC(2013, 0, 6, 8, ++minute)).toISOString(),
    today: () => "2013-01-06",
  };
  return { database, clock, readWorkbook: readSheets };
}
