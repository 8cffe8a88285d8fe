import type { CheckedTotal, RowStanding, Values } from "../../shared/api/api.ts";
import type { Incoming, ReadRow, RowTrouble } from "./incoming.ts";
import type { Known } from "./knownRecords.ts";
import { noRowsBefore, type RowsBefore } from "./rowsBefore.ts";

// What a batch will do, record by record.

export type Outcome = "added" | "updated" | "same" | "twin" | "invalid" | "merged";

/** A record that an item may be as well. */
export interface NearRecord {
  /** Stored, or new in this file. */
  readonly id: string;
  /** In Chinese: what the two share. */
  readonly why: string;
  /** 0 to 1. */
  readonly score: number;
}

/** One record as one row speaks of it. */
export interface Item {
  readonly table: number;
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly raw: readonly string[];
  readonly ledger: string;
  readonly role: Incoming["role"];
  /** null where nobody can say which record it is. A new record has its id from the start, so others can point at it. */
  readonly id: string | null;
  /** Of the stored record; 0 for a new one. */
  readonly version: number;
  /** All that the file says of the record, references as ids. Rows that merge into this one add to it. */
  values: Values;
  extras: Values;
  /** Fields whose values a person has typed over what the cells say. */
  readonly corrected?: readonly string[];
  /** Fields of `values` that fill what is blank and overrule nothing. */
  readonly presumed?: readonly string[];
  /** `merged`: the row speaks of a record that an earlier row of this file has brought. */
  outcome: Outcome;
  /** Fields that change and what they change from; set once compared with the store. */
  changes: Values;
  before: Values;
  message?: string;
  /** Best first. */
  readonly near?: readonly NearRecord[];
  /** Of an item without an id: the whole row that it stands in, to be taken in anew once a person has decided. */
  readonly read?: ReadParts;
  /** Which of the parts it is: the row's own records first, then the carried ones. */
  readonly part?: number;
  /** Its place among the staged rows, where it comes from there. */
  readonly position?: number;
  /** On the first item of a row: what becomes of the row. */
  standing?: RowStanding;
  /** A person said which record this is, so nobody guesses again. */
  decided?: true;
}
export type ReadParts = Pick<ReadRow, "main" | "carried">;

/** Whether an item stays behind in staging. */
export function isLeft({ outcome }: Item): boolean {
  return outcome === "twin" || outcome === "invalid";
}

/** The growing state while a file's rows are taken in, in order. */
export interface Gathering {
  readonly known: Known;
  readonly newId: () => string;
  readonly items: Item[];
  /** The item that brought each record. */
  readonly byRecord: Map<string, Item>;
  readonly troubles: { table: number; trouble: RowTrouble }[];
  /** Check sums, compared. */
  readonly totals: { table: number; total: CheckedTotal }[];
  /** What this very file brought when it came before. */
  readonly before: RowsBefore;
}

export function gathering(known: Known, newId: () => string, before: RowsBefore = noRowsBefore): Gathering {
  return { known, newId, items: [], byRecord: new Map(), troubles: [], totals: [], before };
}
