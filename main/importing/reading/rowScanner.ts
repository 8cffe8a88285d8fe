import type { CellSink } from "./batchPacker.ts";
import { cellScanner } from "./cellScanner.ts";
import { lastRow, type ReadingLimits } from "./limits.ts";
import type { ItemForm } from "./readItems.ts";
import { rowTags } from "./scanTags.ts";
import { afterBlanks, standsAt } from "./scanText.ts";
import { wholeNumber } from "./scanValues.ts";
import type { CellTables } from "./worksheetCell.ts";

export interface ScannedRows {
  tables: CellTables;
  limits: ReadingLimits;
  cells: CellSink;
  /** Claims a row's number, 0 for the one after the last row; answers 0 where it is not to be had. */
  take(row: number): number;
  isBound(prefix: string): boolean;
  /** A row's formulas, and how many of them have never been worked out. */
  formulas(count: number, withoutValue: number): void;
}

const rowOpening = Buffer.from("<row");
const numberOpening = Buffer.from(' r="');
const rowClosing = Buffer.from("</row>");

/**
 * Reads the usual form of `<row>` from the bytes, as `worksheetPart.ts` reads all forms; refuses nothing but what goes
 * beyond the limits of the whole file: a row in any doubt is left to the XML parser, whole.
 */
export function rowScanner(rows: ScannedRows): ItemForm["scan"] {
  const { cells: sink } = rows;
  const tagOf = rowTags(rows.isBound);
  const found = cellScanner(rows.tables, rows.limits, sink);
  return (bytes, from, to) => {
    let at = afterBlanks(bytes, from);
    if (!standsAt(bytes, at, rowOpening)) return -1;
    at += rowOpening.length;
    let row = 0;
    if (standsAt(bytes, at, numberOpening)) {
      at += numberOpening.length;
      const end = bytes.indexOf(0x22, at);
      row = wholeNumber(bytes, at, end);
      if (row < 1 || row > lastRow) return -1;
      at = end + 1;
    }
    const end = bytes.indexOf(0x3e, at);
    if (end < 0 || end - at > 1_000) return -1;
    const tag = tagOf(bytes.toString("latin1", at, end));
    if (tag === null) return -1;
    at = end + 1;
    found.start(row);
    while (!tag.isEmpty) {
      at = afterBlanks(bytes, at);
      if (bytes[at] !== 0x3c) return -1;
      if (bytes[at + 1] === 0x63) at = found.cell(bytes, at + 2, to);
      else if (standsAt(bytes, at, rowClosing)) {
        at += rowClosing.length;
        break;
      } else return -1;
      if (at < 0) return -1;
    }
    const number = rows.take(found.row());
    if (number === 0) return -1;
    if (found.count() > 0) {
      sink.startRow(number, tag.hidden);
      found.send(bytes);
      sink.endRow();
      rows.formulas(found.formulas(), found.formulasWithoutValue());
    }
    return at;
  };
}
