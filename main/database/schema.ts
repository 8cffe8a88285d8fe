import type { Generated } from "kysely";
import type { Field } from "../../shared/fields/field.ts";
import type { Fields, LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { ledgers } from "../../shared/ledgers/index.ts";

// Kysely's picture of keji.db. Ledger tables follow from the declarations; the side tables are written out, as
// migration 0001 makes them. Dates are ISO text, arrays and objects JSON text, yes-no 0 or 1, blank NULL.

type Flag = 0 | 1;
type ColumnType<F extends Field> = F["kind"] extends "number" | "count" | "percent" | "money" | "year"
  ? number
  : F["kind"] extends "yesNo"
    ? Flag
    : string;
type Column<F extends Field> = F extends { readonly required: true } ? ColumnType<F> : ColumnType<F> | null;

/** What every ledger table has beside its declared fields. */
export interface RecordColumns {
  /** UUIDv7. */
  id: string;
  /** 1 at creation, one more with every change. */
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  /** JSON object of extra fields. */
  extras: string;
}

/** Stages have no column: they are rows of the side table. */
export type LedgerTable<F extends Fields> = RecordColumns & {
  -readonly [K in keyof F as F[K]["kind"] extends "stages" ? never : K]: Column<F[K]>;
};
type FieldsOf<L> = L extends LedgerDeclaration<infer F> ? F : never;
export type LedgerTables = { [N in keyof typeof ledgers]: LedgerTable<FieldsOf<(typeof ledgers)[N]>> };

export interface SideTables {
  stages: {
    ledger: string;
    record: string;
    stage: string;
    date: string | null;
    /** First and last ISO day of `date`. */
    dateFrom: string | null;
    dateTo: string | null;
    documentNo: string | null;
    note: string | null;
    position: number;
  };
  history: {
    seq: Generated<number>;
    batch: number | null;
    at: string;
    who: string;
    ledger: string;
    record: string;
    before: string | null;
    after: string | null;
  };
  batches: {
    id: Generated<number>;
    at: string;
    who: string;
    fileHash: string;
    fileName: string;
    status: "staged" | "applied" | "takenBack" | "discarded" | "refused";
    takenBackAt: string | null;
    report: string;
  };
  files: { hash: string; name: string; size: number; content: Uint8Array; storedAt: string };
  batchTables: {
    id: Generated<number>;
    batch: number;
    position: number;
    sheet: string;
    ledger: string | null;
    headerRows: string;
    firstRow: number;
    lastRow: number;
    columns: string;
    titled: string | null;
  };
  sources: {
    batch: number;
    batchTable: number;
    ledger: string;
    record: string;
    row: number;
    raw: string;
    /** JSON: fields whose values a person typed over what the cells say. */
    corrected: string | null;
  };
  stagedRows: {
    batch: number;
    batchTable: number;
    position: number;
    row: number;
    raw: string;
    ledger: string;
    record: string | null;
    version: number | null;
    outcome: string;
    values: string;
    extras: string;
    before: string | null;
    issues: string;
    /** 1 where the record that the row makes stands in `stagedRecords`. */
    prepared: Flag;
    /** On the first item of each row of the sheet, while it is staged: what becomes of the row. */
    standing: "added" | "updated" | "same" | "twin" | "invalid" | "skipped" | null;
  };
  /** New records of staged rows, ready to be written; beside these columns their cells (records/preparedRecord.ts). */
  stagedRecords: { batch: number; ledger: string; position: number; record: string; shape: number };
  /** 表样方案: layouts that were confirmed. JSON: headings, corrections. */
  recipes: {
    id: Generated<number>;
    name: string;
    signature: string;
    ledger: string;
    seenAs: string;
    headings: string;
    corrections: string;
    createdAt: string;
    usedAt: string;
    uses: number;
  };
  /** Words of files and what they mean; `meaning` null: nothing. */
  importWords: { list: string; word: string; meaning: string | null; at: string; who: string };
  /** 不是同一家: keys of two names, the smaller first. */
  distinctNames: { ledger: string; one: string; other: string; at: string; who: string };
  /** What a person wants of a staged or waiting row, as JSON. */
  stagedDecisions: { batch: number; position: number; decision: string };
  /** `first` and `last`: the merge's stretch of history. JSON: dropped ids. */
  companyMerges: {
    id: Generated<number>;
    at: string;
    who: string;
    kept: string;
    dropped: string;
    first: number;
    last: number;
    undoneAt: string | null;
    undoneFirst: number | null;
    undoneLast: number | null;
  };
  searchTexts: { record: string; ledger: string; text: string; initials: string };
  settings: { key: string; value: string };
  dictionaryTerms: {
    dictionary: string;
    term: string;
    fromYear: number | null;
    toYear: number | null;
    mapsTo: string | null;
  };
  extraFields: {
    ledger: string;
    name: string;
    label: string;
    kind: string;
    dictionary: string | null;
    position: number;
  };
  ownMetrics: { name: string; definition: string };
  reports: {
    id: Generated<number>;
    year: number;
    title: string;
    document: string;
    createdAt: string;
    updatedAt: string;
  };
}

export type Schema = SideTables & LedgerTables;
