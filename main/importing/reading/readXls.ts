import { biff, recordAt, substream, withContinues, type BiffRecord } from "./biffRecords.ts";
import { readBiffSheet } from "./biffSheet.ts";
import { type BiffText, codePageDecoder, pieceReader, readBiffStrings, unicodeString } from "./biffStrings.ts";
import { cellMaker } from "./binaryCells.ts";
import { cleaned } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { formulaNotes } from "./notes.ts";
import { type NumberFormat, numberFormat } from "./numberFormats.ts";
import { refuse } from "./refusals.ts";
import { noSharedStrings, type SharedStrings } from "./packedStrings.ts";
import type { WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";

interface Globals {
  text: BiffText;
  date1904: boolean;
  strings: SharedStrings;
  formats: (NumberFormat | null)[];
  tabs: Tab[];
}

interface Tab {
  name: string;
  hidden: boolean;
  isSheet: boolean;
  start: number;
}

/**
 * Reads the workbook stream of .xls and .et: BIFF8 (Excel 97 to 2003, WPS) and BIFF5 (Excel 5 and 95), deciphered.
 * Record by record, so that memory is that of the shared strings. Formulas, drawings and links are never looked at.
 * @throws ReadRefusal
 */
export async function readXls(stream: Buffer, limits: ReadingLimits, events: WorkbookEvents): Promise<WorkbookSummary> {
  const { text, date1904, strings, formats, tabs } = readGlobals(stream, limits);
  if (tabs.length === 0) refuse("E-IMP-40", "工作簿里没有工作表");
  const cells = cellMaker(strings, formats, limits);
  let others = 0;
  let droppedMerges = 0;
  for (const [index, tab] of tabs.entries()) {
    if (!tab.isSheet || isOtherKind(recordAt(stream, tab.start))) {
      others++;
      continue;
    }
    if (recordAt(stream, tab.start)?.type !== biff.bof) refuse("E-IMP-40", `工作表“${tab.name}”缺失`);
    events.sheetStart({ name: tab.name, index, hidden: tab.hidden, date1904 });
    const end = await readBiffSheet(stream, tab.start, { text, cells, limits, events });
    droppedMerges += end.droppedMerges;
    events.sheetEnd({ merges: end.merges, hiddenColumns: end.hiddenColumns });
  }
  return { kind: "xls", notes: formulaNotes({ otherTabs: others, formulas: cells.formulas(), droppedMerges }, limits) };
}

function isOtherKind(bof: BiffRecord | null): boolean {
  if (bof?.type !== biff.bof || bof.data.length < 4) return false;
  const kind = bof.data.readUInt16LE(2);
  return kind === 0x0020 || kind === 0x0040 || kind === 0x0006;
}

function readGlobals(stream: Buffer, limits: ReadingLimits): Globals {
  const first = recordAt(stream, 0);
  if (first?.type !== biff.bof || first.data.length < 4) refuse("E-IMP-13");
  const isBiff8 = first.data.readUInt16LE(0) === 0x0600;
  let decode = codePageDecoder(936);
  const text: BiffText = {
    isBiff8,
    read(pieces, lengthBytes) {
      const reader = pieceReader(pieces);
      const count = lengthBytes === 1 ? reader.byte() : reader.word();
      if (isBiff8) return unicodeString(reader, count);
      const [bytes = Buffer.alloc(0)] = pieces;
      return decode(bytes.subarray(lengthBytes, lengthBytes + count));
    },
  };
  const own = new Map<number, string>();
  const formatIds: number[] = [];
  const globals: Globals = { text, date1904: false, strings: noSharedStrings, formats: [], tabs: [] };
  for (const record of substream(stream, 0)) {
    const { type, data } = record;
    if (type === biff.codePage && data.length >= 2) decode = codePageDecoder(data.readUInt16LE(0));
    else if (type === biff.date1904 && data.length >= 2) globals.date1904 = data.readUInt16LE(0) === 1;
    else if (type === biff.format && data.length > 2) {
      own.set(data.readUInt16LE(0), text.read([data.subarray(2)], isBiff8 ? 2 : 1));
    } else if (type === biff.xf && data.length >= 4) formatIds.push(data.readUInt16LE(2));
    else if (type === biff.sst) globals.strings = readBiffStrings(withContinues(stream, record), limits);
    else if (type === biff.boundSheet && data.length > 7) {
      if (globals.tabs.length === limits.sheets) refuse("E-IMP-46", `工作表超过上限 ${spoken(limits.sheets, "张")}`);
      globals.tabs.push(tabOf(data, text));
    }
  }
  const known = new Map<number, NumberFormat | null>();
  globals.formats = formatIds.map((id) => {
    const format = known.get(id) ?? numberFormat(id, own);
    known.set(id, format);
    return format;
  });
  // A single sheet may lie in the stream by itself, without a list of tabs.
  const kind = first.data.readUInt16LE(2);
  if (globals.tabs.length === 0 && kind === 0x0010) {
    globals.tabs.push({ name: "Sheet1", hidden: false, isSheet: true, start: 0 });
  }
  return globals;
}

function tabOf(data: Buffer, text: BiffText): Tab {
  return {
    start: data.readUInt32LE(0),
    hidden: ((data[4] ?? 0) & 3) !== 0,
    isSheet: data[5] === 0,
    name: cleaned(text.read([data.subarray(6)], 1)),
  };
}
