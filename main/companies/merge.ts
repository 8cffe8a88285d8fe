import type { Tx } from "../database/open.ts";
import { lastChange } from "../records/changes.ts";
import type { WriteContext } from "../records/change.ts";
import { takenProblem } from "../records/holder.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { newId } from "../records/newId.ts";
import { noExtras, recordWriter, TakenError } from "../records/recordWriter.ts";
import type { CompanyMerge, MergeInput } from "../../shared/api/companies.ts";
import { oneMerge } from "./merges.ts";
import { type MergePlan, planMerge } from "./mergePlan.ts";
import { newAliases } from "./newAliases.ts";
import { movedOn } from "./problems.ts";

/**
 * Makes one of several organisations. Every record is written once, what goes before what takes its number, so that the
 * changes can be taken back in reverse. E-CMP-01 removed or the same, 02 changed since the preview.
 */
export async function mergeCompanies(
  tx: Tx,
  context: WriteContext,
  { versions, ...input }: MergeInput & { versions: Readonly<Record<string, number>> },
): Promise<CompanyMerge> {
  const plan = await planMerge(tx, input);
  const companies = [plan.keep, ...plan.drop];
  const stale = companies.find(({ id, version }) => versions[id] !== version);
  if (stale !== undefined) throw movedOn(String(stale.values["name"]));
  const before = await lastChange(tx);
  try {
    write(tx, context, plan);
  } catch (error) {
    throw error instanceof TakenError ? await takenProblem(tx, error) : error;
  }
  const row = await tx
    .insertInto("companyMerges")
    .values({
      at: context.at,
      who: context.who,
      kept: plan.keep.id,
      dropped: JSON.stringify(plan.drop.map(({ id }) => id)),
      // One writer, one transaction: the merge's changes stand together.
      first: before + 1,
      last: await lastChange(tx),
      undoneAt: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return await oneMerge(tx, row.id);
}

function write(tx: Tx, context: WriteContext, plan: MergePlan): void {
  const writer = recordWriter(tx, context);
  const organisations = planOf(ledgerNamed("organisations"));
  const moves = [...plan.moves.values()];
  for (const { ledger, record, into, void: isVoid } of moves) {
    if (into === undefined && !isVoid) continue;
    writer.update(planOf(ledgerNamed(ledger)), record, { ...record, deletedAt: context.at });
  }
  for (const company of plan.drop) writer.update(organisations, company, { ...company, deletedAt: context.at });
  for (const { ledger, record, values, extras, into, void: isVoid } of moves) {
    if (into !== undefined || isVoid) continue;
    writer.update(planOf(ledgerNamed(ledger)), record, { values, extras, deletedAt: null });
  }
  writer.update(organisations, plan.keep, { values: plan.values, extras: plan.extras, deletedAt: null });
  const aliases = planOf(ledgerNamed("organisationAliases"));
  for (const alias of newAliases(plan))
    writer.insert(aliases, newId(), { organisation: plan.keep.id, ...alias }, noExtras);
}
