import type { ExtraField } from "../fields/extraField.ts";
import type { StageEntry, Value } from "../fields/field.ts";
import type { MetricDefinition, MetricValue, RecordRef } from "../metrics/definition.ts";
import type { Scope } from "../metrics/scope.ts";
import type { Issue } from "../problems/problem.ts";
import type { ResolvedDocument } from "../report/document.ts";
import type { CompaniesApi } from "./companies.ts";
import type { ImportingApi } from "./importing.ts";

// All that the window may ask of the main process, on one page. Values are JSON: no Date, no undefined-versus-missing.
// `inputs.ts` pairs every method with the shape of its input and says whether it reads or writes. What importing asks
// and tells has a page of its own, and so has making one of two organisations.

export type * from "./companies.ts";
export type * from "./importing.ts";

export type Values = Record<string, Value | null>;

/** A stored record. `titles` gives the words for every id that the values refer to. */
export interface StoredRecord {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  /** Values of declared fields; extra fields stand under their own names in `extras`. */
  values: Values;
  extras: Values;
}

export type FilterCondition =
  | { field: string; in: (string | number | boolean | null)[] }
  | { field: string; contains: string }
  | { field: string; from?: string | number; to?: string | number }
  | { field: string; blank: boolean };

export interface ListInput {
  ledger: string;
  /** Substring of any text of the record (two Chinese characters suffice), or pinyin initials. */
  search?: string;
  filter?: FilterCondition[];
  sort?: { field: string; descending?: boolean }[];
  /** Only these records (drill-downs). */
  ids?: string[];
  deleted?: boolean;
  offset?: number;
  limit?: number;
}
export interface RecordPage {
  total: number;
  records: StoredRecord[];
  /** Words for referred ids: organisation names, project titles. */
  titles: Record<string, string>;
}

/** Where a value came from. */
export type ValueSource =
  | {
      kind: "cell";
      batch: number;
      file: string;
      fileHash: string;
      sheet: string;
      cell: string;
      raw: string;
      /** Somebody typed the value over what the cell says, before it went in. */
      corrected?: true;
    }
  | { kind: "manual"; by: string; at: string };

export interface HistoryEntry {
  seq: number;
  at: string;
  who: string;
  batch: number | null;
  before: Values | null;
  after: Values | null;
  /** In words, where the change is part of a merge of organisations or of its taking back. */
  note?: string;
}

export interface SearchHit {
  ledger: string;
  id: string;
  title: string;
  detail: string;
}

export interface TracedValue {
  field: string;
  label: string;
  /** As shown to people. */
  value: string;
  source:
    | { file: string; sheet: string; cell: string; raw: string; batch: number; corrected?: true }
    | { manual: true; by: string; at: string }
    | null;
}
export interface TracedRecord {
  ledger: string;
  id: string;
  title: string;
  values: TracedValue[];
}
export interface Trace {
  metric: string;
  label: string;
  value: number | null;
  unit: string;
  basis: string;
  /** The field that the figure adds up or takes the greatest of; none where records are counted. */
  folded?: string;
  records: TracedRecord[];
}

export interface District {
  name: string;
  code: string;
  year: number;
  /** The bureau's name in signatures. */
  office: string;
}
export interface ProgramState {
  version: string;
  /** Null before first start: there is no data folder yet. */
  district: District | null;
  folder: string;
  /** The folder of last time, where its data are not found now: say so before offering a new start. */
  lostFolder: string | null;
  operator: string;
  years: number[];
  counts: Record<string, number>;
  lastSavedAt: string | null;
  lastBackupAt: string | null;
  host: "electron" | "loopback" | "cli";
}

export interface DictionaryTerm {
  term: string;
  from?: number;
  to?: number;
  mapsTo?: string;
  own: boolean;
}
/** A file that a person chose, by ticket: the window never names a path. */
export interface ChosenFile {
  ticket: string;
  name: string;
  size: number;
}

export interface Api {
  program: {
    state(input: Record<never, never>): Promise<ProgramState>;
    /** First start: an empty data folder, or one with the sample year. Writes nothing over existing data. */
    create(input: {
      name: string;
      code: string;
      year: number;
      sample: boolean;
      folder?: string;
    }): Promise<ProgramState>;
    /** Opens a folder that holds data; the one open before is closed. */
    connect(input: { folder: string }): Promise<ProgramState>;
    /** Copies the data to another folder, verified, and goes on there; the old file stays behind. */
    move(input: { folder: string }): Promise<ProgramState>;
    setOperator(input: { operator: string }): Promise<ProgramState>;
    dictionaries(input: Record<never, never>): Promise<Record<string, DictionaryTerm[]>>;
    addTerm(input: {
      dictionary: string;
      term: string;
      mapsTo?: string;
      from?: number;
      to?: number;
    }): Promise<DictionaryTerm[]>;
    extraFields(input: { ledger: string }): Promise<ExtraField[]>;
    addExtraField(input: {
      ledger: string;
      label: string;
      kind: ExtraField["kind"];
      dictionary?: string;
    }): Promise<ExtraField[]>;
    backup(input: Record<never, never>): Promise<{ file: string; size: number; at: string }>;
    check(input: Record<never, never>): Promise<{ ok: boolean; lines: string[] }>;
  };
  records: {
    list(input: ListInput): Promise<RecordPage>;
    get(input: {
      ledger: string;
      id: string;
    }): Promise<{ record: StoredRecord; titles: Record<string, string>; issues: Issue[] }>;
    save(input: {
      ledger: string;
      id: string | null;
      version: number;
      values: Values;
      extras?: Values;
    }): Promise<StoredRecord>;
    remove(input: { ledger: string; id: string; version: number }): Promise<{ id: string }>;
    restore(input: { ledger: string; id: string }): Promise<StoredRecord>;
    history(input: { ledger: string; id: string }): Promise<HistoryEntry[]>;
    sources(input: { ledger: string; id: string }): Promise<Record<string, ValueSource>>;
    search(input: { text: string; limit?: number }): Promise<SearchHit[]>;
    /** Candidates for a reference: names, aliases, codes, pinyin initials. */
    lookup(input: {
      ledger: string;
      text: string;
      limit?: number;
    }): Promise<{ id: string; title: string; detail: string }[]>;
  };
  importing: ImportingApi;
  companies: CompaniesApi;
  metrics: {
    list(input: Record<never, never>): Promise<MetricDefinition[]>;
    /** All metrics, or the named ones, in one scope, each beside the same period of last year. */
    values(input: {
      scope: Scope;
      names?: string[];
    }): Promise<{ now: MetricValue; lastYear: MetricValue; target: number | null }[]>;
    records(input: {
      metric: string;
      scope: Scope;
    }): Promise<{ value: MetricValue; pages: { ledger: string; page: RecordPage }[] }>;
    trace(input: { metric: string; scope: Scope }): Promise<Trace>;
    save(input: { definition: MetricDefinition }): Promise<MetricDefinition[]>;
    remove(input: { name: string }): Promise<MetricDefinition[]>;
  };
  reports: {
    /** The report drafted afresh from the template and the year's data. */
    draft(input: { year: number; asOf?: string }): Promise<ResolvedDocument>;
    /** Makes a file of it and answers with a ticket to open or save it. */
    write(input: {
      year: number;
      asOf?: string;
      as: "docx" | "html" | "txt" | "json";
    }): Promise<{ ticket: string; name: string }>;
    /** Print HTML for the preview. */
    preview(input: { year: number; asOf?: string }): Promise<{ html: string }>;
  };
  files: {
    /** The system's dialog for a data folder, whose path stands as the ticket; empty where the person cancelled. */
    choose(input: { kind: "dataFolder" }): Promise<ChosenFile[]>;
    /** A ledger as a workbook, by ticket. */
    exportLedger(input: { ledger: string; list?: ListInput }): Promise<{ ticket: string; name: string }>;
    /**
     * A workbook for senders to fill in (填报表样), by ticket; it comes back without a question. `columns` are keys of
     * templateColumns.ts, the usual ones where none are named. `filled`: with the records of the ledger, of the year if
     * one is named, to be completed. `returnTo` is the bureau where nobody is named; `due` a day.
     */
    template(input: {
      ledger: string;
      year?: number;
      columns?: string[];
      filled?: boolean;
      returnTo?: string;
      due?: string;
    }): Promise<{ ticket: string; name: string }>;
  };
}

export type Area = keyof Api;
export type { RecordRef, StageEntry };
