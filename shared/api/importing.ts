// What the import page, the CLI and the importer say to each other.

export interface BatchSummary {
  id: number;
  at: string;
  who: string;
  file: string;
  fileHash: string;
  status: "staged" | "applied" | "takenBack" | "refused";
  takenBackAt: string | null;
  counts: ImportCounts;
  ledgers: string[];
}
/** 新增 / 更新 / 相同 / 疑似重复 / 有误; `stubs` are organisations made from mere names. */
export interface ImportCounts {
  added: number;
  updated: number;
  same: number;
  twins: number;
  invalid: number;
  stubs: number;
  /** Cells left blank because they could not be understood. */
  doubts: number;
}
export interface ImportedTable {
  sheet: string;
  ledger: string | null;
  headerRows: number[];
  firstRow: number;
  lastRow: number;
  columns: {
    column: number;
    heading: string;
    ledger: string | null;
    field: string | null;
    unit?: string;
    confidence: number;
  }[];
  counts: ImportCounts;
}
export interface ImportTrouble {
  sheet: string;
  cell: string;
  raw: string;
  field: string | null;
  message: string;
  kind: "doubt" | "invalid" | "twin" | "warning" | "total";
}
/** What an import of one file found and, once applied, did. */
export interface ImportReport {
  file: string;
  fileHash: string;
  batch: number | null;
  ok: boolean;
  /** Set where the file was refused: code and Chinese words. */
  refusal?: { code: string; message: string };
  /** The same file was applied before, as this batch. */
  knownAs?: number;
  tables: ImportedTable[];
  counts: ImportCounts;
  troubles: ImportTrouble[];
  /** First changes to look at before applying: old → new per field. */
  preview: ImportChange[];
}
export interface ImportChange {
  ledger: string;
  outcome: "added" | "updated" | "same" | "twin" | "invalid";
  title: string;
  sheet: string;
  row: number;
  fields: { field: string; label: string; before: string; after: string }[];
  message?: string;
}

/** A stretch of an original sheet around a cell, as plain text. */
export interface SheetView {
  file: string;
  sheet: string;
  top: number;
  left: number;
  rows: { row: number; cells: string[] }[];
  marked: { row: number; column: number } | null;
}

/** What a person has set right on one table of a file. What is not named stays as it was understood. */
export interface TableCorrection {
  sheet: string;
  /** Which table of the sheet, from 0 in reading order. */
  table: number;
  /** 1-based rows; the heading's last one lies above `firstRow`. */
  headerRows?: number[];
  firstRow?: number;
  lastRow?: number;
  /** null: this table is not to be imported. */
  ledger?: string | null;
  year?: number;
  columns?: ColumnCorrection[];
}
export interface ColumnCorrection {
  /** 1-based. */
  column: number;
  /** Where its values go; `field` null leaves the column out. `ledger` only where a carried ledger takes it. */
  field?: string | null;
  ledger?: string;
  /** 元, 千元, 万元, 亿元; % or the like. */
  unit?: string;
  /** How a doubtful number is meant: 2023.1 as January or as October, 0.3 as 30 % or as 0.3 %. */
  reading?: ColumnReading;
}
export type ColumnReading = "monthAfterPoint" | "decimalYear" | "fraction" | "percentPoints";

export interface ImportingApi {
  /** Reads, understands and stages the chosen files; nothing is written to ledgers. */
  stage(input: { tickets: string[]; ledger?: string; year?: number }): Promise<ImportReport[]>;
  apply(input: { batch: number }): Promise<ImportReport>;
  discard(input: { batch: number }): Promise<{ batch: number }>;
  takeBack(input: { batch: number }): Promise<{
    batch: number;
    undone: number;
    kept: { ledger: string; id: string; title: string; field: string }[];
  }>;
  batches(input: Record<never, never>): Promise<BatchSummary[]>;
  report(input: { batch: number }): Promise<ImportReport>;
  /** The original sheet around a cell. */
  sheetView(input: { fileHash: string; sheet: string; cell: string }): Promise<SheetView>;
}
