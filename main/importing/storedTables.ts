import type { ReadHandle } from "../database/open.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import type { Field } from "../../shared/fields/field.ts";
import type { ImportedTable } from "../../shared/api/api.ts";
import { extraFields } from "../records/extraFields.ts";

/** An imported table as staged rows need it. */
export interface StagedTable {
  readonly id: number;
  readonly sheet: string;
  readonly ledger: string | null;
  readonly columns: ImportedTable["columns"];
}

/** In the order of the batch. */
export async function stagedTables(db: ReadHandle, batch: number): Promise<StagedTable[]> {
  const rows = await db
    .selectFrom("batchTables")
    .select(["id", "sheet", "ledger", "columns"])
    .where("batch", "=", batch)
    .orderBy("position")
    .execute();
  // Only startBatch writes the column.
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) as ImportedTable["columns"] }));
}

/** The bureau's own columns of these ledgers, by ledger and name. */
export async function extrasOf(
  db: ReadHandle,
  ledgers: Iterable<string>,
): Promise<Map<string, Readonly<Record<string, Field>>>> {
  const found = new Map<string, Readonly<Record<string, Field>>>();
  for (const ledger of new Set(ledgers)) {
    const own = await extraFields(db, ledger);
    found.set(ledger, Object.fromEntries(own.map((extra) => [extra.name, fieldOfExtra(extra)])));
  }
  return found;
}
