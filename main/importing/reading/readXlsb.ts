import { cellMaker } from "./binaryCells.ts";
import { cleaned } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { formulaNotes } from "./notes.ts";
import { type NumberFormat, numberFormat } from "./numberFormats.ts";
import { refuse } from "./refusals.ts";
import { partOfType, type Relationship, relationshipsOf } from "./relationships.ts";
import { noSharedStrings, packedStrings, type SharedStrings } from "./packedStrings.ts";
import type { WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { readXlsbSheet } from "./xlsbSheet.ts";
import { wideString, xlsb, xlsbRecords } from "./xlsbRecords.ts";
import type { Part, ZipPackage } from "./zipPackage.ts";

interface Tab {
  name: string;
  hidden: boolean;
  relationship: string;
}

/** Reads a binary workbook ([MS-XLSB]) from a checked archive; its parts are records in place of XML. @throws ReadRefusal */
export async function readXlsb(
  zip: ZipPackage,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const workbook = zip.parts.get("xl/workbook.bin") ?? refuse("E-IMP-40");
  const { tabs, date1904 } = await readTabs(workbook, limits);
  if (tabs.length === 0) refuse("E-IMP-40", "工作簿里没有工作表");
  const relationships = await relationshipsOf(zip, workbook.name, limits);
  const strings = await readStrings(partOfType(zip, relationships.values(), "sharedStrings"), limits);
  const formats = await readFormats(partOfType(zip, relationships.values(), "styles"), limits);
  const cells = cellMaker(strings, formats, limits);
  const total = tabs.reduce((sum, tab) => sum + (sheetPart(zip, relationships, tab)?.size ?? 0), 1);
  const left = { otherTabs: 0, droppedMerges: 0 };
  let read = 0;
  for (const [index, tab] of tabs.entries()) {
    if (relationships.has(tab.relationship) && relationships.get(tab.relationship)?.type !== "worksheet") {
      left.otherTabs++;
      continue;
    }
    const part = sheetPart(zip, relationships, tab) ?? refuse("E-IMP-40", `工作表“${tab.name}”缺失`);
    events.sheetStart({ name: tab.name, index, hidden: tab.hidden, date1904 });
    const end = await readXlsbSheet(part, {
      cells,
      limits,
      row: (row) => events.row(row),
      between: (bytes) => events.settled(Math.min(1, (read + bytes) / total)),
    });
    read += part.size;
    left.droppedMerges += end.droppedMerges;
    events.sheetEnd({ merges: end.merges, hiddenColumns: end.hiddenColumns });
  }
  const macros = zip.parts.has("xl/vbaproject.bin") ? ["含宏，已忽略。"] : [];
  return { kind: "xlsb", notes: [...macros, ...formulaNotes({ ...left, formulas: cells.formulas() }, limits)] };
}

function sheetPart(zip: ZipPackage, relationships: ReadonlyMap<string, Relationship>, tab: Tab): Part | undefined {
  return zip.parts.get(relationships.get(tab.relationship)?.target ?? "");
}

async function readTabs(part: Part, limits: ReadingLimits): Promise<{ tabs: Tab[]; date1904: boolean }> {
  const tabs: Tab[] = [];
  let date1904 = false;
  for await (const { type, data } of xlsbRecords(part.bytes(limits.otherXmlBytes), limits)) {
    if (type === xlsb.workbookProperties && data.length >= 1) date1904 = ((data[0] ?? 0) & 1) !== 0;
    if (type !== xlsb.bundleSheet || data.length < 16) continue;
    if (tabs.length === limits.sheets) refuse("E-IMP-46", `工作表超过上限 ${spoken(limits.sheets, "张")}`);
    tabs.push(tabOf(data, 8) ?? tabOf(data, 12) ?? refuse("E-IMP-30", undefined, "BrtBundleSh"));
  }
  return { tabs, date1904 };
}

// The first programs that wrote this format (2007, before its release) have four more bytes in front of the names.
function tabOf(data: Buffer, at: number): Tab | null {
  const relationship = wideString(data, at);
  const name = relationship === null ? null : wideString(data, relationship.end);
  if (relationship === null || name?.end !== data.length) return null;
  return { hidden: data.readUInt32LE(0) !== 0, relationship: relationship.text, name: cleaned(name.text) };
}

async function readStrings(part: Part | undefined, limits: ReadingLimits): Promise<SharedStrings> {
  if (part === undefined) return noSharedStrings;
  const table = packedStrings(limits.cellCharacters);
  for await (const { type, data } of xlsbRecords(part.bytes(limits.sharedStringsBytes), limits)) {
    if (type !== xlsb.sharedString) continue;
    if (table.size() === limits.sharedStrings) {
      refuse("E-IMP-47", `不同的文字超过 ${spoken(limits.sharedStrings, "条")}`);
    }
    table.add(cleaned(wideString(data, 1)?.text ?? ""));
  }
  return table;
}

async function readFormats(part: Part | undefined, limits: ReadingLimits): Promise<(NumberFormat | null)[]> {
  if (part === undefined) return [];
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  for await (const { type, data } of xlsbRecords(part.bytes(limits.otherXmlBytes), limits)) {
    if (type === xlsb.beginCellFormats) inCells = true;
    else if (type === xlsb.endCellFormats) inCells = false;
    else if (type === xlsb.format && data.length > 6) {
      own.set(data.readUInt16LE(0), wideString(data, 2)?.text ?? "");
    } else if (type === xlsb.cellFormat && inCells && data.length >= 4) ids.push(data.readUInt16LE(2));
  }
  const known = new Map<number, NumberFormat | null>();
  return ids.map((id) => {
    const format = known.get(id) ?? numberFormat(id, own);
    known.set(id, format);
    return format;
  });
}
