import { sql } from "kysely";
import { anyLedger, type AnyRecordRow } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { RecordRef } from "../../shared/metrics/definition.ts";
import { planOf } from "./ledgerPlan.ts";
import { allLedgers } from "./ledgerNamed.ts";
import { amongIds } from "./readRecords.ts";

/** A live record that points at another. */
export interface Referrer extends RecordRef {
  readonly target: string;
  /** It is a detail row of the target. */
  readonly isDetail: boolean;
}

/** All live records that point at any of these records of one ledger. */
export async function referrersOf(db: ReadHandle, ledger: string, ids: readonly string[]): Promise<Referrer[]> {
  const found: Referrer[] = [];
  if (ids.length === 0) return found;
  for (const declaration of allLedgers()) {
    for (const { name, to, many } of planOf(declaration).references) {
      if (to !== ledger) continue;
      const field = declaration.fields[name];
      const isDetail = field?.kind === "reference" && field.parent === true;
      const from = many
        ? sql<AnyRecordRow>`(SELECT r.id, r.deletedAt, item.value AS target FROM ${sql.table(declaration.name)} AS r, json_each(r.${sql.ref(name)}) AS item)`
        : sql<AnyRecordRow>`(SELECT r.id, r.deletedAt, r.${sql.ref(name)} AS target FROM ${sql.table(declaration.name)} AS r)`;
      const rows = await anyLedger(db)
        .selectFrom(from.as("t"))
        .select(["t.id", "t.target"])
        .where("t.deletedAt", "is", null)
        .where("t.target", "in", amongIds(ids))
        .execute();
      for (const row of rows)
        found.push({ ledger: declaration.name, id: row.id, target: String(row["target"]), isDetail });
    }
  }
  return found;
}
