import type { ReadingLimits } from "./limits.ts";
import { formulaNotes } from "./notes.ts";
import { type Refusal, refuse, type RefusalCode } from "./refusals.ts";
import { partOfType, type Relationship, relationshipsOf } from "./relationships.ts";
import { readSharedStrings } from "./sharedStrings.ts";
import { noSharedStrings } from "./packedStrings.ts";
import type { WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { readStyles } from "./styles.ts";
import { readWorkbookPart, type WorkbookTab } from "./workbookPart.ts";
import type { CellTables } from "./worksheetCell.ts";
import { readWorksheet, type WorksheetEnd } from "./worksheetPart.ts";
import type { Part, ZipPackage } from "./zipPackage.ts";

/**
 * Reads .xlsx and .xlsm (transitional and strict) from a checked archive; other archives are refused by what
 * they hold. Only workbook, relationships, shared strings, number formats and sheets are unpacked.
 * @throws ReadRefusal
 */
export async function readXlsx(
  zip: ZipPackage,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const workbook = await workbookPartOf(zip, limits);
  const { tabs, date1904 } = await readWorkbookPart(workbook, limits);
  const relationships = await relationshipsOf(zip, workbook.name, limits);
  const sheets = sheetParts(zip, tabs, relationships);
  const tables = await readTables(zip, relationships, limits);

  const total = sheets.reduce((sum, { part }) => sum + part.size, 1);
  let unpacked = 0;
  const ends: WorksheetEnd[] = [];
  for (const { index, tab, part } of sheets) {
    events.sheetStart({ name: tab.name, index, hidden: tab.hidden, date1904 });
    const end = await readWorksheet(
      counted(part.bytes(limits.sheetXmlBytes), (count) => (unpacked += count)),
      {
        tables,
        limits,
        row: (row) => events.row(row),
        cells: events.cells,
        between: () => events.settled(unpacked / total),
      },
    );
    ends.push(end);
    events.sheetEnd({ merges: end.merges, hiddenColumns: end.hiddenColumns });
  }
  return { kind: "xlsx", notes: notesOn(zip, tabs.length - sheets.length, ends, limits) };
}

async function workbookPartOf(zip: ZipPackage, limits: ReadingLimits): Promise<Part> {
  const foreign = foreignPackage(zip);
  if (foreign !== null) refuse(foreign);
  const ofPackage = await relationshipsOf(zip, "", limits);
  const part = partOfType(zip, ofPackage.values(), "officeDocument") ?? zip.parts.get("xl/workbook.xml");
  if (part !== undefined) return part;
  const isWorkbook =
    zip.parts.has("[content_types].xml") || [...zip.parts.keys()].some((name) => name.startsWith("xl/"));
  return isWorkbook ? refuse("E-IMP-40", "工作簿里缺少工作表目录") : refuse("E-IMP-20");
}

// What an archive is, by the parts that only its kind has.
const foreignParts: readonly (readonly [part: string, code: RefusalCode])[] = [
  ["word/document.xml", "E-IMP-12"],
  ["ppt/presentation.xml", "E-IMP-12"],
  ["meta-inf/manifest.xml", "E-IMP-17"],
];

function foreignPackage(zip: ZipPackage): Refusal["code"] | null {
  if (zip.parts.has("xl/workbook.xml")) return null;
  return foreignParts.find(([part]) => zip.parts.has(part))?.[1] ?? null;
}

interface SheetPart {
  index: number;
  tab: WorkbookTab;
  part: Part;
}

function sheetParts(
  zip: ZipPackage,
  tabs: readonly WorkbookTab[],
  relationships: ReadonlyMap<string, Relationship>,
): SheetPart[] {
  const found: SheetPart[] = [];
  for (const [index, tab] of tabs.entries()) {
    const relationship = relationships.get(tab.relationship);
    // Charts, dialogs and macro sheets hold no rows.
    if (relationship !== undefined && relationship.type !== "worksheet") continue;
    const part = relationship === undefined ? undefined : zip.parts.get(relationship.target);
    found.push({ index, tab, part: part ?? refuse("E-IMP-40", `工作表“${tab.name}”缺失`) });
  }
  if (tabs.length === 0) refuse("E-IMP-40", "工作簿里没有工作表");
  return found;
}

async function readTables(
  zip: ZipPackage,
  relationships: ReadonlyMap<string, Relationship>,
  limits: ReadingLimits,
): Promise<CellTables> {
  const strings = partOfType(zip, relationships.values(), "sharedStrings");
  const styles = partOfType(zip, relationships.values(), "styles");
  return {
    strings: strings === undefined ? noSharedStrings : await readSharedStrings(strings, limits),
    styles: styles === undefined ? null : await readStyles(styles, limits),
  };
}

async function* counted(bytes: AsyncIterable<Buffer>, count: (length: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}

function notesOn(zip: ZipPackage, otherTabs: number, ends: readonly WorksheetEnd[], limits: ReadingLimits): string[] {
  const sum = (pick: (end: WorksheetEnd) => number): number => ends.reduce((total, end) => total + pick(end), 0);
  const names = [...zip.parts.keys()];
  const notes: string[] = [];
  if (names.some((name) => name.endsWith("vbaproject.bin"))) notes.push("含宏，已忽略。");
  if (names.some((name) => name.includes("externallinks/"))) notes.push("含外部链接，已忽略。");
  const leftOut = {
    otherTabs,
    formulas: sum((end) => end.formulas),
    formulasWithoutValue: sum((end) => end.formulasWithoutValue),
    droppedMerges: sum((end) => end.droppedMerges),
  };
  return [...notes, ...formulaNotes(leftOut, limits)];
}
