import { cellWord } from "./batch.ts";
import type { CellSink } from "./batchPacker.ts";
import { lastColumn, lastRow, type ReadingLimits } from "./limits.ts";
import { afterFormula } from "./scanTags.ts";
import { afterBlanks, decodedText, scanText, standsAt, type TextScan } from "./scanText.ts";
import { afterInlineClosing, afterInlineOpening, isTrimmed, numberEnd, wholeNumber } from "./scanValues.ts";
import type { CellTables } from "./worksheetCell.ts";

/** The cells of one row after another. They are noted first and sent when the whole row is known to be in order. */
export interface CellScanner {
  /** `row` is 0 where its tag did not say. */
  start(row: number): void;
  /** Reads a cell from after `<c`: the place after it, -1 where it is not in its usual form. */
  cell(bytes: Buffer, from: number, to: number): number;
  /** As the tag or the first cell said, or 0. */
  row(): number;
  /** Cells that hold something. */
  count(): number;
  formulas(): number;
  formulasWithoutValue(): number;
  send(bytes: Buffer): void;
}

const cellClosing = Buffer.from("</c>");
const valueOpening = Buffer.from("<v>");
const valueClosing = Buffer.from("</v>");
const emptyValue = Buffer.from("<v/>");
const inlineOpening = Buffer.from("<is>");

const kind = { number: 0, shared: 1, string: 2, inline: 3, boolean: 4, error: 5, date: 6 } as const;
const kindWords: readonly (readonly [word: Buffer, kind: number])[] = [
  [Buffer.from('s"'), kind.shared],
  [Buffer.from('str"'), kind.string],
  [Buffer.from('n"'), kind.number],
  [Buffer.from('inlineStr"'), kind.inline],
  [Buffer.from('b"'), kind.boolean],
  [Buffer.from('e"'), kind.error],
  [Buffer.from('d"'), kind.date],
];

const word = {
  text: cellWord(0, "text", false, false),
  number: cellWord(0, "number", false, false),
  boolean: cellWord(0, "boolean", false, false),
  error: cellWord(0, "error", false, false),
  dateIso: cellWord(0, "dateIso", false, false),
  formulaWithoutValue: cellWord(0, "formulaWithoutValue", false, false),
  isDate: cellWord(0, "text", true, false),
  isFormula: cellWord(0, "text", false, true),
} as const;

/** Where a cell's text lies. */
const lies = { inFile: 0, aside: 1, shared: 2 } as const;
const booleans = Buffer.from("TRUEFALSE");

export function cellScanner(tables: CellTables, limits: ReadingLimits, sink: CellSink): CellScanner {
  const { strings } = tables;
  const mostColumns = Math.min(limits.columns, lastColumn);
  const words = new Int32Array(mostColumns);
  const formats = new Int32Array(mostColumns);
  const sources = new Uint8Array(mostColumns);
  const froms = new Int32Array(mostColumns);
  const tos = new Int32Array(mostColumns);
  const ofStyle = styleFormats(tables, sink);
  const escapes: TextScan = { hasEscapes: false };
  let row = 0;
  let nextColumn = 1;
  let last = 0;
  let count = 0;
  let formulas = 0;
  let withoutValue = 0;
  // Texts that do not stand in the file as they are.
  let aside = Buffer.alloc(65_536);
  booleans.copy(aside);
  let asideUsed = booleans.length;

  const setAside = (text: string): void => {
    const most = asideUsed + text.length * 3;
    if (most > aside.length) {
      const larger = Buffer.alloc(2 * most);
      aside.copy(larger, 0, 0, asideUsed);
      aside = larger;
    }
    asideUsed += aside.write(text, asideUsed, "utf8");
  };

  return {
    start(number) {
      row = number;
      nextColumn = 1;
      last = count = formulas = withoutValue = 0;
      asideUsed = booleans.length;
    },
    cell(bytes, from, to) {
      let at = from;
      let column = nextColumn;
      let byte = bytes[at] ?? 0;
      if (byte === 0x20 && bytes[at + 1] === 0x72 && bytes[at + 2] === 0x3d && bytes[at + 3] === 0x22) {
        at += 4;
        column = 0;
        const start = at;
        for (byte = bytes[at] ?? 0; byte >= 65 && byte <= 90; byte = bytes[++at] ?? 0) column = column * 26 + byte - 64;
        if (at - start > 3) return -1;
        let number = 0;
        const digits = at;
        for (; byte >= 48 && byte <= 57; byte = bytes[++at] ?? 0) number = number * 10 + byte - 48;
        if (byte !== 0x22 || column === 0 || number < 1 || number > lastRow || at - digits > 8) return -1;
        if (row === 0) row = number;
        else if (row !== number) return -1;
        byte = bytes[++at] ?? 0;
      }
      if (column > lastColumn) return -1;
      nextColumn = column + 1;
      let style = -1;
      if (byte === 0x20 && bytes[at + 1] === 0x73 && bytes[at + 2] === 0x3d && bytes[at + 3] === 0x22) {
        at += 4;
        style = 0;
        const digits = at;
        for (byte = bytes[at] ?? 0; byte >= 48 && byte <= 57; byte = bytes[++at] ?? 0) style = style * 10 + byte - 48;
        if (byte !== 0x22 || at === digits || at - digits > 8) return -1;
        byte = bytes[++at] ?? 0;
      }
      let type: number = kind.number;
      if (byte === 0x20) {
        if (bytes[at + 1] !== 0x74 || bytes[at + 2] !== 0x3d || bytes[at + 3] !== 0x22) return -1;
        at += 4;
        type = -1;
        for (const [written, meant] of kindWords) {
          if (!standsAt(bytes, at, written)) continue;
          type = meant;
          at += written.length;
          break;
        }
        if (type < 0) return -1;
        byte = bytes[at] ?? 0;
      }
      if (byte === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : -1;
      if (byte !== 0x3e) return -1;
      at = afterBlanks(bytes, at + 1);
      let isFormula = false;
      if (bytes[at] === 0x3c && bytes[at + 1] === 0x66) {
        isFormula = true;
        at = afterFormula(bytes, at, to);
        if (at < 0) return -1;
        at = afterBlanks(bytes, at);
      }

      let source: number = lies.inFile;
      let start = 0;
      let end = 0;
      let meaning: number = word.text;
      let hasValue = false;
      if (type === kind.inline) {
        if (!isFormula && standsAt(bytes, at, inlineOpening)) {
          start = afterInlineOpening(bytes, at + inlineOpening.length);
          end = start < 0 ? -1 : scanText(bytes, start, to, escapes);
          at = end < 0 ? -1 : afterInlineClosing(bytes, end);
          if (at < 0) return -1;
        }
      } else if (standsAt(bytes, at, valueOpening)) {
        hasValue = true;
        start = at + valueOpening.length;
        if (bytes[start] === 0x3c) end = start;
        else if (type === kind.number) {
          end = numberEnd(bytes, start, to);
          meaning = word.number;
        } else end = scanText(bytes, start, to, escapes);
        if (end < 0 || !standsAt(bytes, end, valueClosing)) return -1;
        at = end + valueClosing.length;
      } else if (standsAt(bytes, at, emptyValue)) {
        hasValue = true;
        at += emptyValue.length;
      }
      at = afterBlanks(bytes, at);
      if (!standsAt(bytes, at, cellClosing)) return -1;
      at += cellClosing.length;

      if (end > start) {
        if (end - start > limits.cellCharacters) return -1;
        if (type === kind.shared) {
          const index = wholeNumber(bytes, start, end);
          const length = index < 0 ? -1 : strings.bytesAt(index);
          if (length < 0) return -1;
          source = lies.shared;
          start = length === 0 ? index : -1;
          end = index;
        } else if (type === kind.string || type === kind.inline) {
          if (escapes.hasEscapes) {
            const text = decodedText(bytes.toString("utf8", start, end));
            if (text === null) return -1;
            source = lies.aside;
            start = asideUsed;
            setAside(text);
            end = asideUsed;
          }
        } else if (type === kind.boolean) {
          const isTrue = bytes[start] === 0x31;
          if (end - start > 1 || !(isTrue || bytes[start] === 0x30)) return -1;
          source = lies.aside;
          start = isTrue ? 0 : 4;
          end = isTrue ? 4 : 9;
          meaning = word.boolean;
        } else if (type !== kind.number) {
          if (escapes.hasEscapes || !isTrimmed(bytes, start, end)) return -1;
          meaning = type === kind.error ? word.error : word.dateIso;
        }
      }
      if (start >= end) {
        if (!isFormula || (hasValue && type === kind.string)) return at;
        source = lies.inFile;
        end = start;
        meaning = word.formulaWithoutValue;
        withoutValue++;
      }
      if (column <= last || column > mostColumns) return -1;
      last = column;
      const format = style < 0 ? 0 : ofStyle(style);
      if (format < 0) return -1;
      if (isFormula) formulas++;
      words[count] = column | meaning | (isFormula ? word.isFormula : 0) | ((format & 1) === 0 ? 0 : word.isDate);
      formats[count] = format >> 1;
      sources[count] = source;
      froms[count] = start;
      tos[count] = end;
      count++;
      return at;
    },
    row: () => row,
    count: () => count,
    formulas: () => formulas,
    formulasWithoutValue: () => withoutValue,
    send(bytes) {
      for (let place = 0; place < count; place++) {
        const source = sources[place];
        const to = tos[place] ?? 0;
        const meaning = words[place] ?? 0;
        const format = formats[place] ?? 0;
        if (source === lies.shared) sink.shared(meaning, format, strings, to);
        else sink.text(meaning, format, source === lies.inFile ? bytes : aside, froms[place] ?? 0, to);
      }
    },
  };
}

/** Twice the sink's number of a style's number format, and one more where it shows a date; -1 for no such style. */
function styleFormats({ styles }: CellTables, sink: CellSink): (style: number) => number {
  // Some writers give every cell style 0 and no list of styles.
  if (styles === null || styles.length === 0) return () => 0;
  const known = new Int32Array(styles.length).fill(-1);
  return (style) => {
    const before = known[style] ?? -1;
    if (before >= 0 || style >= styles.length) return before;
    const format = styles[style] ?? null;
    const now = format === null ? 0 : sink.format(format.code) * 2 + (format.isDate ? 1 : 0);
    known[style] = now;
    return now;
  };
}
