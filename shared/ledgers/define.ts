import type { Field } from "../fields/field.ts";

// A ledger is data about one record. It says nothing of metrics, wording or screens; those have places of their own.

export type Fields = Readonly<Record<string, Field>>;

/**
 * One sheet may feed several ledgers: a high-tech list carries organisation, certificate and company-year.
 * `by` is the field that ties the two records: of the carrying ledger when it points at the carried one
 * (`toCarried`), of the carried ledger when that points back (`fromCarried`).
 */
export interface Carried {
  readonly ledger: string;
  readonly link:
    | { readonly toCarried: string }
    | { readonly fromCarried: string }
    | {
        /** Both point at the same organisation: the carrier's field and the carried one's. */
        readonly shared: readonly [carrierField: string, carriedField: string];
      };
  /** Fields of the carried ledger whose columns may stand in the carrier's sheet. */
  readonly fields: readonly string[];
  /** Headings of a carried column instead of the field's own: 曾用名 makes aliases of one kind, 别名 of another. */
  readonly headings?: Readonly<Record<string, readonly string[]>>;
  /** A cell with several values makes one carried record for each (aliases). */
  readonly each?: string;
  /** Values the carried record always takes. */
  readonly fixed?: Readonly<Record<string, string | number>>;
}

export interface LedgerDeclaration<F extends Fields = Fields> {
  /** Stable English id: table name, API name, CLI name. */
  readonly name: string;
  readonly title: string;
  /** Group in the navigation. */
  readonly group: LedgerGroup;
  /** Measure word for counting records: 家, 项, 件 … */
  readonly measure: string;
  /** The field that names a record in lists, drill-downs and rosters. */
  readonly titleField: string;
  readonly fields: F;
  /** Ways to recognise a record, tried in order. Those made of `code` fields only (a year may join) are unique. */
  readonly identifiedBy: readonly (readonly string[])[];
  /** Columns of the plain list, in order; all fields where absent. */
  readonly columns?: readonly string[];
  /** The field that says to which year a row belongs (filters, imports without a year column). */
  readonly yearField?: string;
  /** Words in a sheet's title, name or file name that speak for this ledger, most telling first. */
  readonly recognisedBy: readonly string[];
  readonly carries?: readonly Carried[];
  /** Headings that say nothing here, though a dictionary knows them as something. */
  readonly ignoredHeadings?: readonly string[];
  /**
   * Tables of data/header_synonyms.json that feed this ledger, `common` among them: where each key goes. A target is
   * a field, `ledger.field` of a carried ledger, `status@STAGE` (date of that very step), `status#date` (date of the
   * step that the row's status names), `status#documentNo`, or `ignored`. headings.ts resolves them.
   */
  readonly synonyms?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Rules across the fields of one record. A warning may be answered with a reason later. */
  readonly rules?: readonly Rule[];
}

export type LedgerGroup = "企业" | "创新平台" | "项目与成果" | "农业与活动" | "招商引资" | "总结与考核" | "基础";

export interface Rule {
  readonly level: "error" | "warning";
  readonly test: (values: Readonly<Record<string, unknown>>) => { field: string; message: string } | null;
}

/** Checks the literal types; the value is returned as it is. */
export function defineLedger<const F extends Fields>(declaration: LedgerDeclaration<F>): LedgerDeclaration<F> {
  return declaration;
}
