// What the reader hands on: words, addresses and formats; never a date object, never a converted number.
// Converting belongs to the field kinds, which know what a column means.

export type CellType = "text" | "number" | "boolean" | "error" | "formulaWithoutValue" | "dateIso";

/** A repeated cell is one object for all its rows. */
export interface Cell {
  /** 1-based. */
  readonly column: number;
  /**
   * As stored: the string; the source digits of a number (a date is its serial number, see `SheetInfo.date1904`);
   * TRUE or FALSE; "#REF!"; an ISO text for `dateIso`; "" for `formulaWithoutValue`. Never NUL, never a lone surrogate.
   */
  readonly text: string;
  readonly type: CellType;
  /** Number format code, only where it is not General. */
  readonly format?: string;
  /** The number format shows a date or a time of day. */
  readonly isDate?: true;
  /** The value is what the workbook's last calculation left. */
  readonly formula?: true;
}

/** A cell while its reader puts it together. */
export type CellInMaking = { -readonly [K in keyof Cell]: Cell[K] };

export interface Row {
  /** 1-based. */
  row: number;
  hidden?: true;
  /** Only cells that hold something, in ascending columns. */
  cells: Cell[];
}

/** Corners, 1-based and inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetInfo {
  name: string;
  /** Place among the workbook's tabs, from 0; chart sheets leave gaps. */
  index: number;
  hidden: boolean;
  /** Serial 0 is 1904-01-01 instead of 1899-12-30. */
  date1904: boolean;
}

export interface SheetEnd {
  /** At most `readingLimits.merges`. */
  merges: Merge[];
  /** 1-based, ascending. */
  hiddenColumns: number[];
}

export interface WorkbookSummary {
  kind: "xlsx" | "xls" | "xlsb" | "ods" | "xml" | "html" | "csv";
  /** Chinese sentences on what was left out, such as 含宏，已忽略。 */
  notes: string[];
}

export interface ReadSheet extends SheetEnd {
  name: string;
  index: number;
  hidden: boolean;
  date1904: boolean;
  /** Only rows that hold something, ascending. */
  rows: Row[];
}

export interface ReadWorkbook extends WorkbookSummary {
  sheets: ReadSheet[];
}
