import type { Kysely, Transaction } from "kysely";
import type { ReadonlyKysely } from "kysely/readonly";
import type { Schema } from "./schema.ts";

export type Tx = Transaction<Schema>;
/** What reading code takes: the read side of the database, or the transaction that a write is in. */
export type ReadHandle = Pick<
  Kysely<Schema>,
  "selectFrom" | "selectNoFrom" | "fn" | "case" | "dynamic" | "isTransaction"
>;

export interface Database {
  readonly file: string;
  /** Waits while a write is open, so it never shows half a batch. */
  readonly read: ReadonlyKysely<Schema>;
  /**
   * One write at a time, first come first served, BEGIN IMMEDIATE; resolved only after COMMIT, rolled back when `work`
   * throws. `work` gets the only handle it may use: the outer one throws inside it. After a `large` one (tens of
   * megabytes) the WAL is emptied in a turn of its own, behind the reads that have waited for the write. One that is not
   * `lasting` may be lost when the power fails before the next that is: nobody may have been told of it.
   */
  write<T>(
    work: (tx: Tx) => Promise<T>,
    options?: { readonly large?: boolean; readonly lasting?: boolean },
  ): Promise<T>;
  /** Empties the WAL into the file, so that whoever copies the file has everything. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}
