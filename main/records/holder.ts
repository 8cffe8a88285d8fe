import { sql } from "kysely";
import { anyLedger } from "../database/ledgerTable.ts";
import type { Tx } from "../database/open.ts";
import type { Values } from "../../shared/api/api.ts";
import { toCell } from "./cells.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";
import { taken } from "./problems.ts";
import type { TakenError } from "./recordWriter.ts";
import { titleOf } from "./titles.ts";

/** The official number among `values` that another live record holds already, as fields and that record's id. */
export async function holderOf(
  tx: Tx,
  plan: LedgerPlan,
  id: string,
  values: Values,
): Promise<{ fields: readonly string[]; holder: string } | null> {
  for (const fields of plan.official) {
    const cells = fields.map((name) => toCell(values[name] ?? null));
    if (cells.includes(null)) continue;
    let query = anyLedger(tx).selectFrom(plan.name).select("id").where("deletedAt", "is", null).where("id", "!=", id);
    for (const [at, name] of fields.entries()) query = query.where(sql.ref(name), "=", sql.val(cells[at]));
    const row = await query.executeTakeFirst();
    if (row !== undefined) return { fields, holder: row.id };
  }
  return null;
}

/** E-REC-01, naming the record that has the number. */
export async function takenProblem(tx: Tx, { plan, id, values, cause }: TakenError): Promise<unknown> {
  const found = await holderOf(tx, plan, id, values);
  if (found === null) return cause;
  const labels = found.fields.map((name) => plan.declaration.fields[name]?.label ?? name);
  return taken(plan.declaration.title, labels.join("和"), await titleOf(tx, plan, found.holder));
}
