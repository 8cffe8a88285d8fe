import type { ImportReport, TableCorrection } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { ask } from "../api/client.ts";
import { batchBecomes } from "./importStore.ts";
import { keepReport } from "./importWork.ts";
import { refreshBatches } from "./oneByOne.ts";

const successors = new Map<number, number>();

/** The batch that took another's place, so that the way back does not end at one that is gone. */
export function successorOf(batch: number): number | null {
  return successors.get(batch) ?? null;
}

/** Understands a staged batch anew; throws the importer's own words where nothing is left to import, the batch as it was. */
export async function restage(batch: number, corrections: readonly TableCorrection[]): Promise<ImportReport> {
  const after = await ask("importing", "restage", { batch, corrections: [...corrections] });
  if (after.batch === null) {
    const { code = "E-IMP-50", message = "这样没有可导入的表" } = after.refusal ?? {};
    throw new ProblemError({ kind: "refused", code, message });
  }
  successors.set(batch, after.batch);
  batchBecomes(batch, after, "staged");
  keepReport(after);
  // At once, even while other files are read: the steps ask what became of the batch.
  refreshBatches();
  return after;
}

/** What is drafted for a table, with `more` laid over it. */
export function withCorrection(
  draft: readonly TableCorrection[],
  { sheet, table, ...more }: TableCorrection,
): TableCorrection[] {
  const known = draft.find((one) => one.sheet === sheet && one.table === table);
  const columns = new Map((known?.columns ?? []).map((column) => [column.column, column]));
  for (const column of more.columns ?? []) columns.set(column.column, { ...columns.get(column.column), ...column });
  const next = { ...known, ...more, sheet, table, ...(columns.size === 0 ? {} : { columns: [...columns.values()] }) };
  return [...draft.filter((one) => one !== known), next];
}
