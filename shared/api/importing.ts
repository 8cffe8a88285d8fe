import type { CellReading, Value } from "../fields/field.ts";

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
/** What becomes of a row of the sheet as things stand, with all that has been decided: 新增 … 有误, 跳过. */
export type RowStanding = "added" | "updated" | "same" | "twin" | "invalid" | "skipped";

/** By rows of the sheets, each of them once among the first six. */
export interface ImportCounts {
  added: number;
  updated: number;
  same: number;
  /** 疑似重复. Of a staged batch with the near ones, until somebody has decided. */
  twins: number;
  invalid: number;
  /** 跳过: left out by a person, for good. */
  skipped: number;
  /**
   * Rows with a name that is nearly a known organisation's, on which nobody has decided: they add a record, or update
   * theirs, and the name goes in as a new organisation. While staged they are among `twins`, once applied among `added`
   * and `updated`.
   */
  nearAdded: number;
  nearUpdated: number;
  /** 待处理: rows of which something stays behind. */
  waiting: number;
  /** Organisations made from mere names. */
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
  /** Of a long batch on which somebody has decided: the counts before that. */
  asStaged?: ImportCounts;
  /** 合计 and 小计 rows whose figures were compared with the rows that they sum up; absent where there are none. */
  totals?: CheckedTotal[];
  /** Which of its sheet's tables it is, from 0: a correction names it so. */
  place?: number;
  /** How sure the ledger is, 0 to 1. */
  confidence?: number;
  /** The recipe that was replayed, and in what the sheet differs from it (多了“…”, 少了“…”). */
  recipe?: { id: number; name: string; differs: string[] };
  questions?: ColumnQuestion[];
  /** What the lines above it say for all rows, each with its cell; a status by its stage. */
  titled?: { field: string; value: string | number; cell: string; raw: string }[];
  /** It stands in our own fill-in template (填报表样): its layout is known with certainty. */
  template?: true;
}
export interface CheckedTotal {
  row: number;
  /** As the sheet has it: 合计, 全区合计 … */
  words: string;
  columns: CheckedSum[];
}
export interface CheckedSum {
  cell: string;
  /** Of the field. */
  label: string;
  /** As people read them, with unit. */
  written: string;
  summed: string;
  agrees: boolean;
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
  /** It is locked: `stage` again with its password. */
  needsPassword?: true;
  /** The same file was applied before, as this batch. */
  knownAs?: number;
  tables: ImportedTable[];
  counts: ImportCounts;
  troubles: ImportTrouble[];
  /** What a person has set right so far. */
  corrections?: TableCorrection[];
  /** What was told beside the file, for understanding it anew. */
  told?: { ledger?: string; year?: number };
  /** The layouts of its tables, remembered once a person confirms the batch. */
  layouts?: Pick<Recipe, "name" | "ledger" | "seenAs" | "headings" | "corrections">[];
  /** First changes to look at before applying, heeding what was decided: old → new per field. */
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
  /** How a doubtful number is meant: 2023.1 as January or October, 12.6 as month or day, 0.3 as 30 % or 0.3 %. */
  reading?: ColumnReading;
}
export type ColumnReading = CellReading;

/** Something about a whole column that only a person can say; asked once, and remembered with the layout. */
export interface ColumnQuestion {
  column: number;
  heading: string;
  /** `cells`: of the column itself nothing is in doubt, only of the cells in `singles`. */
  kind: "unit" | "cells" | "date" | "year" | "percent" | "terms";
  /** In Chinese: what is in doubt and why. */
  message: string;
  /** Cells that show the doubt, such as C11. */
  cells: string[];
  /** `year` is said of the whole table; for `year` any other may be told as well. */
  choices: { label: string; correction: Omit<ColumnCorrection, "column">; year?: number }[];
  /** For `terms`: texts that no term of the dictionary fits, with the nearest terms. */
  terms?: { text: string; rows: number; near: string[] }[];
  /** Amounts that stand out from their column, each with what it may mean. */
  singles?: SingleCell[];
  /** What a text may mean, and the list under which `rememberWords` keeps the answer (a dictionary, or a status). */
  options?: string[];
  list?: string;
  /** Set where a text may also become a term of its own. */
  dictionary?: string;
  /** What is done unless somebody answers; null where the cells stay blank. */
  presumed: string | null;
}

export interface SingleCell {
  cell: string;
  raw: string;
  /** Whose staged row it is; a decision on it takes `value` over `field`. */
  position: number;
  ledger: string;
  field: string;
  /** First as it is read unless somebody answers. */
  readings: { label: string; value: string }[];
}

/**
 * A layout that was confirmed once (表样方案) and replays on the next file that looks the same. In `corrections`, columns
 * are places in `headings`, from 0, and rows count from the heading's first row as the program finds it.
 */
export interface Recipe {
  id: number;
  name: string;
  /** "" for a table that is left out. */
  ledger: string;
  /** The ledger that the program takes such a sheet for by itself; "" for none. Another title may mean another list. */
  seenAs: string;
  /** As they stand, in order. */
  headings: string[];
  corrections: Omit<TableCorrection, "sheet" | "table" | "lastRow">;
  createdAt: string;
  usedAt: string;
  uses: number;
}

/** A staged row as 核对 shows it. */
export interface StagedRow {
  /** Place in the batch; decisions name it. */
  position: number;
  /** Place of its table in the report. */
  table: number;
  sheet: string;
  row: number;
  ledger: string;
  outcome: "added" | "updated" | "same" | "twin" | "invalid";
  /** Of the whole row that the record stands in, as it is counted. */
  standing: RowStanding;
  title: string;
  /** Row that has brought the same record before: nothing is left to decide. */
  mergedWith?: number;
  /** The stored record that the row is taken for. */
  id: string | null;
  /** Records that it may be as well, best first: `why` in Chinese (名称只差地名, 拼音相同 …). */
  candidates: { id: string; title: string; detail: string; why: string; score: number }[];
  fields: StagedField[];
  message?: string;
  decision?: RowDecision;
}
export interface StagedField {
  field: string;
  label: string;
  /** As people read them; "" is blank. */
  before: string;
  after: string;
  changed: boolean;
  /** The stored value that the file would change is one that a person typed. */
  typed?: true;
  /** Cell such as C11 and its raw text, where one cell says it. */
  cell?: string;
  raw?: string;
}
/** What a person wants of one row. `keep`: fields whose stored value stays. */
export interface RowDecision {
  position: number;
  take: "asUnderstood" | "skip" | "add" | { same: string };
  keep?: string[];
  /** Values, of extra fields too, that the person typed over what the cells say; null leaves the field blank. */
  values?: Record<string, Value | null>;
}

/** What a word of files means wherever it stands in columns of its list; null: it says nothing, and the field stays blank. */
export interface WordMeaning {
  list: string;
  word: string;
  meaning: string | null;
}
export interface RememberedWord extends WordMeaning {
  /** The list in Chinese: 平台类型, 科技计划项目·状态. */
  title: string;
}

/** Rows of an original sheet with everything that helps to find the heading. */
export interface SheetPage {
  file: string;
  sheet: string;
  sheets: { name: string; hidden: boolean; rows: number }[];
  rows: { row: number; hidden: boolean; cells: { column: number; text: string }[] }[];
  merges: { top: number; left: number; bottom: number; right: number }[];
  hiddenColumns: number[];
  total: number;
}

/** A row that waits (待处理数据): left behind by a batch that has gone in. */
export interface WaitingRow extends StagedRow {
  batch: number;
  file: string;
  fileHash: string;
  at: string;
  /** The ledger of its table: whose record the row is in the first place. */
  own: string | null;
  /** Title of the record that bears the row's official number by now: most likely the mended row of another file. */
  since?: string;
}

export interface ImportingApi {
  /** Reads, understands and stages the chosen files; nothing is written to ledgers. */
  stage(input: {
    tickets: string[];
    ledger?: string;
    year?: number;
    /** For locked workbooks, by ticket. */
    passwords?: Record<string, string>;
  }): Promise<ImportReport[]>;
  /**
   * Understands a staged batch's original anew. `corrections` add to what was said before, table by table. Answers with
   * the batch that takes its place.
   */
  restage(input: { batch: number; corrections: TableCorrection[]; password?: string }): Promise<ImportReport>;
  /** A person has looked at it: the batch goes in and its layouts are remembered. */
  /**
   * Staged rows, or those left behind, in the order of the sheets. `outcome`, `offset`, `limit` and `total` are of rows
   * of the sheets, as the counts are; each comes with all its records.
   */
  rows(input: {
    batch: number;
    outcome?: RowStanding;
    offset?: number;
    limit?: number;
  }): Promise<{ total: number; rows: StagedRow[] }>;
  /** Remembers decisions on staged rows; `apply` heeds them. Answers with the counts as they are now. */
  decide(input: { batch: number; decisions: RowDecision[] }): Promise<ImportCounts>;
  apply(input: { batch: number }): Promise<ImportReport>;
  discard(input: { batch: number }): Promise<{ batch: number }>;
  takeBack(input: { batch: number }): Promise<{
    batch: number;
    undone: number;
    kept: { ledger: string; id: string; title: string; field: string }[];
  }>;
  batches(input: Record<never, never>): Promise<BatchSummary[]>;
  report(input: { batch: number }): Promise<ImportReport>;
  /** All rows that wait, newest batch first. */
  waiting(input: Record<never, never>): Promise<WaitingRow[]>;
  /** Finishes one waiting row: it goes in as decided, or is dropped. `more`: of other records of the same row. */
  settle(input: { batch: number; decision: RowDecision; more?: RowDecision[] }): Promise<WaitingRow[]>;
  /** The original with comments on the cells in doubt, for the sender; by ticket. */
  errorWorkbook(input: { batch: number; password?: string }): Promise<{ ticket: string; name: string }>;
  /** The original sheet around a cell. */
  sheetView(input: { fileHash: string; sheet: string; cell: string; password?: string }): Promise<SheetView>;
  /** Rows of the original, `from` 1-based. */
  sheetPage(input: {
    fileHash: string;
    sheet?: string;
    from?: number;
    limit?: number;
    password?: string;
  }): Promise<SheetPage>;
  /** Words of files whose meaning was told, for every later file. */
  words(input: Record<never, never>): Promise<RememberedWord[]>;
  rememberWords(input: { words: WordMeaning[] }): Promise<RememberedWord[]>;
  /** The word is asked about again. */
  forgetWord(input: { list: string; word: string }): Promise<RememberedWord[]>;
  recipes(input: Record<never, never>): Promise<Recipe[]>;
  saveRecipe(input: { id: number; name: string; corrections: Recipe["corrections"] }): Promise<Recipe[]>;
  removeRecipe(input: { id: number }): Promise<Recipe[]>;
  /** All of them as one file, by ticket; and such a file taken in: known layouts take its word. */
  exportRecipes(input: Record<never, never>): Promise<{ ticket: string; name: string }>;
  importRecipes(input: { ticket: string }): Promise<Recipe[]>;
}
