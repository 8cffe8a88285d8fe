import { insertSql, type Prepared, prepared } from "../database/insertMany.ts";
import type { Tx } from "../database/open.ts";
import { extraFields } from "../records/extraFields.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { newRecord } from "../records/newRecord.ts";
import { preparedCells, preparedColumns } from "../records/preparedRecord.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import type { Item } from "./items.ts";

// New records of a batch, worked out while it is staged, so that applying it need not.

interface Ready {
  /** What the record will hold, to the letter. */
  readonly record: Pick<Item, "values" | "extras">;
  keep(batch: number, position: number): void;
}

/** Answers null for an item that makes no record, and for one that saving will refuse or cannot take from here. */
export async function recordPreparer(tx: Tx, items: readonly Item[]): Promise<(item: Item) => Ready | null> {
  const definitions = new Map(
    await Promise.all(
      [...new Set(items.map(({ ledger }) => ledger))].map(async (name) => [name, await extraFields(tx, name)] as const),
    ),
  );
  const statements = new Map<string, Prepared>();
  return ({ outcome, id, ledger, values, extras }) => {
    if (outcome !== "added" || id === null) return null;
    const plan = planOf(ledgerNamed(ledger));
    const own = Object.keys(extras).length === 0 ? {} : { extras };
    const record = orRefused(() => newRecord(plan, definitions.get(ledger) ?? [], { values, ...own }));
    const cells = record === null ? null : preparedCells(plan, record);
    if (record === null || cells === null) return null;
    const columns = ["batch", "ledger", "position", "record", ...preparedColumns(plan)];
    const statement = statements.get(ledger) ?? prepared(tx, insertSql("stagedRecords", columns));
    statements.set(ledger, statement);
    return { record, keep: (batch, position) => void statement.run([batch, ledger, position, id, ...cells]) };
  };
}

/** Drops what is prepared for any other item. */
export function keepPrepared(tx: Tx, batch: number, items: ReadonlySet<Item>): void {
  const kept = JSON.stringify([...items].map(({ position }) => position));
  const others = "FROM stagedRecords WHERE batch = ? AND position NOT IN (SELECT value FROM json_each(?))";
  prepared(tx, `UPDATE stagedRows SET prepared = 0 WHERE batch = ? AND position IN (SELECT position ${others})`).run([
    batch,
    batch,
    kept,
  ]);
  prepared(tx, `DELETE ${others}`).run([batch, kept]);
}

function orRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
