import {
  isListsMark,
  readTemplateMark,
  type TemplateMark,
  templateVersion,
} from "../../shared/wording/templateMark.ts";
import type { ReadSheet, Row } from "./reading/sheet.ts";

// Our own fill-in templates among the sheets of a workbook, told by the hidden row above their headings.

export interface MarkedRow {
  /** 1-based, of the hidden row. */
  readonly row: number;
  readonly ledger: string;
  readonly year: number | null;
  /** By 1-based column; where a sender has put columns in, they have none. */
  readonly columns: ReadonlyMap<number, TemplateMark>;
}

/** The sheet as its sender saw it, without the hidden rows, and what these say. */
export function marksIn(sheet: ReadSheet): { sheet: ReadSheet; marks: MarkedRow[] } {
  const marks: MarkedRow[] = [];
  const rows = sheet.rows.filter((row) => {
    const marked = markedRow(row);
    if (marked !== null) marks.push(marked);
    return marked === null;
  });
  // A later version may mean something else by its marks: its sheets are understood by their headings.
  const known = marks.filter(({ columns }) => [...columns.values()].every(({ version }) => version <= templateVersion));
  return marks.length === 0 ? { sheet, marks } : { sheet: { ...sheet, rows }, marks: known };
}

/** The sheet that holds the words of a template's drop-downs, hidden or shown. */
export function isListsSheet({ rows }: ReadSheet): boolean {
  return isListsMark(rows[0]?.cells[0]?.text ?? "");
}

function markedRow({ row, cells }: Row): MarkedRow | null {
  const first = readTemplateMark(cells[0]?.text ?? "");
  if (first === null) return null;
  const columns = new Map<number, TemplateMark>();
  for (const { column, text } of cells) {
    const mark = readTemplateMark(text);
    if (mark !== null && mark.ledger === first.ledger) columns.set(column, mark);
  }
  return { row, ledger: first.ledger, year: first.year, columns };
}
