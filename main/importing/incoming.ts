import type { Carried } from "../../shared/ledgers/define.ts";
import type { Figures } from "./figures.ts";
import type { Values } from "../../shared/api/api.ts";

// What a row says, before anything is known about the store.

/** One record that a row speaks of. References stand in `names`, as written, until they are resolved. */
export interface Incoming {
  readonly ledger: string;
  readonly role: "main" | "carried" | "stub";
  /** Values of declared fields, blanks left out; dates, money and codes in canonical form. */
  readonly values: Values;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly extras: Values;
  /** Fields that no cell says, only title, sheet or file name: they fill what is blank and overrule nothing. */
  readonly presumed?: readonly string[];
  /** Columns whose cells speak of another record: another year's, another alias. Its source row shows them empty. */
  readonly elsewhere?: readonly number[];
  /** Fields whose values a person has typed over what the cells say. */
  readonly corrected?: readonly string[];
  /** How a carried record is tied to the row's own. */
  readonly link?: Carried["link"];
}

export type TroubleKind = "doubt" | "invalid" | "twin" | "warning" | "total";

/** Something a person should see, tied to a cell (or to the row's first one). */
export interface RowTrouble {
  readonly kind: TroubleKind;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly raw: string;
  readonly field: string | null;
  readonly message: string;
}

export interface ReadRow {
  readonly row: number;
  /** As the sheet has them, in the order of the table's columns; "" for an empty cell. */
  readonly raw: readonly string[];
  /** Money, counts and numbers, for checking totals. */
  readonly figures: Figures;
  /** Several where the headings name several years. */
  readonly main: readonly Incoming[];
  readonly carried: readonly Incoming[];
  readonly troubles: readonly RowTrouble[];
  /** The row's own year column contradicts the year of the title. */
  readonly otherYear?: number;
}
