import { anyLedger } from "../database/ledgerTable.ts";
import type { Tx } from "../database/open.ts";
import type { RecordChange } from "./change.ts";
import { planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { invalid } from "./problems.ts";
import { amongIds } from "./readRecords.ts";
import { idsIn } from "./titles.ts";

/**
 * Throws E-REC-08 where a reference points at no live record. Records that the same changes make may be pointed at
 * from anywhere among them; every other id is asked for once.
 */
export function referenceChecker(
  tx: Tx,
  all: readonly RecordChange[],
): (some: readonly RecordChange[]) => Promise<void> {
  const good = new Map<string, Set<string>>();
  for (const { ledger, id, newId } of all) if (id === null && newId !== undefined) goodOf(ledger).add(newId);

  function goodOf(ledger: string): Set<string> {
    const known = good.get(ledger) ?? new Set<string>();
    good.set(ledger, known);
    return known;
  }

  return async (some) => {
    const asked = new Map<string, Set<string>>();
    const open = new Set<RecordChange>();
    const ask = (change: RecordChange, to: string, id: string): void => {
      if (goodOf(to).has(id)) return;
      const ids = asked.get(to) ?? new Set<string>();
      asked.set(to, ids.add(id));
      open.add(change);
    };
    for (const change of some) {
      for (const { name, to } of planOf(ledgerNamed(change.ledger)).references) {
        const value = change.values[name];
        // Not by idsIn: nearly all are one id that is known already.
        if (typeof value === "string") ask(change, to, value);
        else for (const id of idsIn(change.values, name)) ask(change, to, id);
      }
    }
    for (const [to, ids] of asked) {
      const rows = await anyLedger(tx)
        .selectFrom(ledgerNamed(to).name)
        .select("id")
        .where("id", "in", amongIds([...ids]))
        .where("deletedAt", "is", null)
        .execute();
      for (const { id } of rows) goodOf(to).add(id);
    }
    for (const change of open) refuseDangling(change, goodOf);
  };
}

function refuseDangling({ ledger, values }: RecordChange, goodOf: (ledger: string) => Set<string>): void {
  const { references, declaration } = planOf(ledgerNamed(ledger));
  for (const { name, to } of references) {
    if (idsIn(values, name).every((id) => goodOf(to).has(id))) continue;
    const label = declaration.fields[name]?.label ?? name;
    const message = `${label}所指的记录不存在或已删除`;
    throw invalid(declaration.title, [{ field: name, level: "error", message }]);
  }
}
