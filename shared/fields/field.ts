// The closed set of field kinds. A ledger is a list of these; every face of a field (check, cell reading, showing,
// column, control) is an exhaustive table over `Field["kind"]`, so a new kind does not compile until all know it.

/** What every field says of itself. Labels and notes are what people read. */
export interface FieldCommon {
  /** Chinese name, as shown on forms, in headings and in messages. */
  readonly label: string;
  /** A record cannot be saved without it. */
  readonly required?: boolean;
  /** Other headings under which senders write this column. */
  readonly headings?: readonly string[];
  /** One line of help beside the control and in fill-in templates. */
  readonly note?: string;
  /** Form section; fields of one section stand together. */
  readonly section?: string;
  /** Personal data: masked in prints. */
  readonly personal?: boolean;
}

export type MoneyUnit = "元" | "千元" | "万元" | "亿元";
export type CodeScheme =
  | "creditCode" // GB 32100-2015, mod-31 check
  | "patentNo" // application or patent number, mod-11 check after the dot
  | "certificateNo" // GR/GF + 12 digits
  | "techSmeNo" // 18 characters, the 11th 0, A or B
  | "contractNo" // 16 digits
  | "achievementNo" // 12 characters
  | "areaCode" // GB/T 2260, 6 or 9 digits
  | "free"; // an official number without a fixed form

/** What a stage means for counting (architecture, rulings on time and status). */
export type Phase = "pipeline" | "pending" | "reserve" | "construction" | "granted" | "ended";

/** One step that a record may reach. `headings` are columns that hold the date of this very step. */
export interface StageTerm {
  readonly stage: string;
  readonly phase: Phase;
  readonly aliases?: readonly string[];
  readonly headings?: readonly string[];
  /** Words other than the stage's own by which a sheet's title speaks of it: 获奖项目. */
  readonly titles?: readonly string[];
}

/** A stage reached by a record. `date` is a date text with precision, null where nobody wrote it down. */
export interface StageEntry {
  stage: string;
  date: string | null;
  documentNo?: string | null;
  note?: string | null;
}

export interface TextField extends FieldCommon {
  readonly kind: "text";
  readonly long?: boolean;
  readonly maxLength?: number;
}
export interface NumberField extends FieldCommon {
  readonly kind: "number";
  readonly unit?: string;
}
export interface CountField extends FieldCommon {
  readonly kind: "count";
  readonly unit?: string;
}
/** Percent points: 30.5 means 30.5 %. */
export interface PercentField extends FieldCommon {
  readonly kind: "percent";
}
/** Integer fen. `importUnit` is the unit of a bare number when neither cell, heading nor sheet names one. */
export interface MoneyField extends FieldCommon {
  readonly kind: "money";
  readonly importUnit: MoneyUnit;
}
export interface YearField extends FieldCommon {
  readonly kind: "year";
}
/** ISO text with precision: 2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15. */
export interface DateField extends FieldCommon {
  readonly kind: "date";
  /** Which end of a written range (有效期 2012.11—2015.11) this date is; elsewhere a range is a doubt. */
  readonly ofRange?: "start" | "end";
  /** A day that is hoped for: once it has passed, a report prints it no more. */
  readonly hopedFor?: true;
}
/** Two date texts: 2011-03/2013-02. */
export interface PeriodField extends FieldCommon {
  readonly kind: "period";
}
/** One term of a dictionary that the bureau may extend; stored as the term itself. */
export interface ChoiceField extends FieldCommon {
  readonly kind: "choice";
  readonly dictionary: string;
  /** A sheet's title may say it for all rows: 2023年瞪羚企业名单. */
  readonly titled?: true;
  /** Its words say the record's `level` where no column does: 省科技进步奖. */
  readonly tellsLevel?: true;
}
export interface ChoicesField extends FieldCommon {
  readonly kind: "choices";
  readonly dictionary: string;
}
export interface YesNoField extends FieldCommon {
  readonly kind: "yesNo";
}
/** An official number; a wrong form or check digit is a warning, never a refusal. */
export interface CodeField extends FieldCommon {
  readonly kind: "code";
  readonly scheme: CodeScheme;
}
/** The id of a record of another ledger. `parent`: this record is a detail row of that one. */
export interface ReferenceField extends FieldCommon {
  readonly kind: "reference";
  readonly to: string;
  readonly parent?: boolean;
}
export interface ReferencesField extends FieldCommon {
  readonly kind: "references";
  readonly to: string;
}
/** Hashes of stored files. */
export interface AttachmentsField extends FieldCommon {
  readonly kind: "attachments";
}
/** The stages a record has reached, kept as rows; the current status is derived from them for any date. */
export interface StagesField extends FieldCommon {
  readonly kind: "stages";
  readonly flow: readonly StageTerm[];
  /** Columns that hold the document number of the grant, else of the stage that the row names. */
  readonly documentHeadings?: readonly string[];
  /** Columns that hold the date of whichever stage the row's status column names. */
  readonly dateHeadings?: readonly string[];
  /** The stage that such a date is of where neither the row nor the title names one. */
  readonly dateMeans?: string;
  /** The stage whose year the ledger's year field is: 立项年度. */
  readonly yearOf?: string;
  /** The date field at whose end a granted record stops counting. */
  readonly expiresBy?: string;
  /** Words of files that a bureau has told to say nothing; never declared. */
  readonly silent?: readonly string[];
  /** Years a grant lasts where `expiresBy` is blank, counted from its date. */
  readonly lastsYears?: number;
}

export type Field =
  | TextField
  | NumberField
  | CountField
  | PercentField
  | MoneyField
  | YearField
  | DateField
  | PeriodField
  | ChoiceField
  | ChoicesField
  | YesNoField
  | CodeField
  | ReferenceField
  | ReferencesField
  | AttachmentsField
  | StagesField;

export type FieldKind = Field["kind"];

/** The value of a field as it crosses the API and lies in a report: JSON only, null for blank. */
export type ValueOf<F extends Field> = F["kind"] extends "number" | "count" | "percent" | "money" | "year"
  ? number
  : F["kind"] extends "yesNo"
    ? boolean
    : F["kind"] extends "choices" | "references" | "attachments"
      ? string[]
      : F["kind"] extends "stages"
        ? StageEntry[]
        : string;

export type Value = string | number | boolean | string[] | StageEntry[];

/**
 * What a constructor takes: the options of the kind and no others. Literal types are kept, so that `required: true`
 * can be seen by the types made from a declaration.
 */
export type Options<F extends Field, O> = O & Readonly<Record<Exclude<keyof O, Exclude<keyof F, "kind">>, never>>;

/** How a person means the doubtful numbers of a column. */
export type CellReading =
  /** 2023.1 is January 2023, 12.6 June 2012. */
  | "monthAfterPoint"
  /** 2023.1 is 2023.10, whose last zero a number does not keep: October. */
  | "decimalYear"
  /** 12.6 is 6 December of the row's year, 6.1 the first of June. */
  | "monthDay"
  /** As `monthDay`, but the number 6.1 is 6.10: the tenth of June. */
  | "monthDayTens"
  /** 0.3 is 30 %. */
  | "fraction"
  /** 0.3 is 0.3 %. */
  | "percentPoints";

/** A cell as the reader hands it over, with what its surroundings say about it. */
export interface CellInput {
  readonly text: string;
  readonly type: "text" | "number" | "boolean" | "error" | "formulaWithoutValue" | "dateIso";
  /** The cell's number format is a date format. */
  readonly isDate?: boolean;
  readonly isPercent?: boolean;
  readonly date1904?: boolean;
  /** Unit from heading or sheet note; a unit inside the cell outranks it. */
  readonly unit?: string;
  /** The year the row speaks of; completes `6月15日`. */
  readonly year?: number;
  /** What a person has said of the column. */
  readonly reading?: CellReading;
  /** What the other cells of the column show its pairs of numbers to be, where nobody has said it. */
  readonly seems?: "monthDay" | "monthDayTens";
}

/** What a cell says: a value, a blank, or a doubt that leaves the field blank and is listed for a person. */
export type Reading<V> = { readonly value: V | null; readonly warning?: string } | { readonly doubt: string };

/** The pure faces of one kind. */
export interface KindOf<F extends Field, V> {
  /** Chinese message when the value cannot be stored, null when it can. */
  check(field: F, value: V): string | null;
  /** Chinese message when the value is odd but legal. */
  warn?(field: F, value: V): string | null;
  read(field: F, cell: CellInput, terms: TermsOf): Reading<V>;
  show(field: F, value: V): string;
}

/** A term of a dictionary as kinds see it. */
export interface Term {
  readonly term: string;
  readonly aliases?: readonly string[];
  /** First and last year in which the term was in official use. */
  readonly from?: number;
  readonly to?: number;
  /** The present-day term that an old one turned into. */
  readonly mapsTo?: string;
  /** A word of files that a bureau has told to say nothing; it is no term. */
  readonly silent?: true;
}
/** Looks a dictionary up by name: built-in terms and the bureau's own. */
export type TermsOf = (dictionary: string) => readonly Term[];
