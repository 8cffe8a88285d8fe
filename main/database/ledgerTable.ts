import type { Kysely } from "kysely";
import type { RecordColumns } from "./schema.ts";
import type { ReadHandle, Tx } from "./handles.ts";

/** A row of which any columns may have been asked for. */
export type LooseRow = Record<string, string | number | null>;
/** A ledger whose name is only known when the program runs: the common columns, and any declared field by name. */
export type AnyRecordRow = RecordColumns & Record<string, string | number | null>;
type AnyLedger = Record<string, AnyRecordRow>;
type Reading = Pick<Kysely<AnyLedger>, "selectFrom" | "fn" | "dynamic">;

/**
 * The one place where the schema's types are let go. Callers have looked the ledger's name and the field's name up in
 * the declarations (`ledgerNamed`, `fieldNamed`) before they put them into a query.
 */
export function anyLedger(handle: ReadHandle | Tx): Reading {
  return handle as unknown as Reading;
}

/** The common columns of a row that was selected with all of them (or with `id`, where only that is read). */
export function commonOf(row: LooseRow): RecordColumns {
  return row as unknown as RecordColumns;
}
