import type { Values } from "../../shared/api/api.ts";

/** Who writes, when (ISO UTC) and for which batch: what history says of every change. */
export interface WriteContext {
  readonly at: string;
  readonly who: string;
  readonly batch: number | null;
}

/** The row of a sheet that a change was read from. `raw` stands in the order of the imported table's columns. */
export interface RowSource {
  readonly batchTable: number;
  readonly row: number;
  readonly raw: readonly (string | null)[];
  /** Fields whose values a person has typed over what the cells say. */
  readonly corrected?: readonly string[];
}

/** One record as it shall be. Fields that are not named stay as they are; stages are replaced as a whole list. */
export interface RecordChange {
  readonly ledger: string;
  /** Null makes a record. */
  readonly id: string | null;
  /** The id that the new record shall have (from `newId`), where others already point at it. */
  readonly newId?: string;
  /** Refused with E-REC-02 where the stored record has moved on. Not looked at for a new record. */
  readonly version?: number;
  readonly values: Values;
  /** Extra fields by their own names. */
  readonly extras?: Values;
  readonly source?: RowSource;
}

export interface SavedRecord {
  readonly ledger: string;
  readonly id: string;
  readonly version: number;
  /** `unchanged` wrote nothing but its source row. */
  readonly outcome: "created" | "updated" | "unchanged";
}
