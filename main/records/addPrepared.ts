import { setImmediate as breathe } from "node:timers/promises";
import { type Prepared, prepared, quoted } from "../database/insertMany.ts";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { WriteContext } from "./change.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { preparedCell, shapeOf, stageParts } from "./preparedRecord.ts";
import { stageColumns } from "./recordCells.ts";

// New records out of `stagedRecords` and `stagedRows`, in SQL. What it writes is to the letter what `recordWriter.insert`
// and its source would (tests/main/records/addPrepared.test.ts); only the order of history goes by ledger.

/** Records between two turns of the event loop. */
const CHUNK = 1000;

/** Ledgers of the batch with prepared records; none where another program version has prepared any of them. */
export async function preparedLedgers(db: ReadHandle, batch: number): Promise<string[]> {
  const rows = db.selectFrom("stagedRecords").where("batch", "=", batch);
  const ledgers = await rows.select("ledger").distinct().execute();
  for (const { ledger } of ledgers) {
    // A batch is staged by one program, so one record speaks for all of its ledger.
    const first = await rows.select("shape").where("ledger", "=", ledger).limit(1).executeTakeFirst();
    if (first?.shape !== shapeOf(planNamed(ledger))) return [];
  }
  return ledgers.map(({ ledger }) => ledger);
}

/**
 * Writes the prepared records of these ledgers with history, stages, search text and source. Neither values nor
 * references are looked at: that was done when they were prepared, and `danglingIn` asks again. Answers how many;
 * throws what SQLite says of an official number that is taken.
 */
export async function addPrepared(
  tx: Tx,
  context: WriteContext & { readonly batch: number },
  ledgers: readonly string[],
): Promise<number> {
  let added = 0;
  for (const name of ledgers) {
    const { batch, at, who } = context;
    const steps = stepsOf(tx, planNamed(name));
    for (let from = -1; ;) {
      const [upTo] = steps.next.all<{ position: number }>([batch, name, from, CHUNK - 1]);
      const to = upTo?.position ?? Number.MAX_SAFE_INTEGER;
      const part = [batch, name, from, to];
      added += steps.records.run([at, at, ...part]);
      steps.history.run([at, who, ...part]);
      for (const step of steps.beside) step.run(part);
      await breathe();
      if (upTo === undefined) break;
      from = to;
    }
  }
  return added;
}

/** The newest row of each ledger, for `danglingSince`. */
export function newestRows(tx: Tx, ledgers: readonly string[]): Map<string, number> {
  return new Map(
    ledgers.map((name) => {
      const [row] = prepared(tx, `SELECT max(rowid) AS newest FROM ${quoted(name)}`).all<{ newest: number | null }>([]);
      return [name, row?.newest ?? 0];
    }),
  );
}

/** Whether any record that came since points at none, or at a removed one. */
export async function danglingSince(tx: Tx, newest: ReadonlyMap<string, number>): Promise<boolean> {
  for (const [name, row] of newest) {
    for (const { name: field, to, many } of planNamed(name).references) {
      const [rows, id] = many ? [`, json_each(t.${quoted(field)}) AS e`, "e.value"] : ["", `t.${quoted(field)}`];
      const found = prepared(
        tx,
        `SELECT 1 FROM (
          SELECT DISTINCT ${id} AS id FROM ${quoted(name)} AS t ${rows} WHERE t.rowid > ? AND t.${quoted(field)} IS NOT NULL
        ) AS told
        WHERE NOT EXISTS (SELECT 1 FROM ${quoted(to)} AS o WHERE o.id = told.id AND o.deletedAt IS NULL) LIMIT 1`,
      ).all([row]);
      if (found.length > 0) return true;
      await breathe();
    }
  }
  return false;
}

function planNamed(ledger: string): LedgerPlan {
  return planOf(ledgerNamed(ledger));
}

interface Steps {
  /** Position of the last record of the next chunk; none where fewer are left. */
  readonly next: Prepared;
  readonly records: Prepared;
  readonly history: Prepared;
  readonly beside: readonly Prepared[];
}

/** Each takes batch, ledger, and the positions from (without) and to (with) as its last four. */
function stepsOf(tx: Tx, plan: LedgerPlan): Steps {
  const part = "r.batch = ? AND r.ledger = ? AND r.position > ? AND r.position <= ? ORDER BY r.position";
  // CROSS JOIN keeps the order of the tables: records by their key, each with its one row.
  const rows = `stagedRecords AS r CROSS JOIN stagedRows AS s ON s.batch = r.batch AND s.position = r.position`;
  const columns = ["id", "createdAt", "updatedAt", "version", "extras", ...plan.columns.map(({ name }) => name)];
  const cells = plan.columns.map((_, index) => `r.${preparedCell(index)}`);
  const insert = (table: string, into: readonly string[], select: string): Prepared =>
    prepared(tx, `INSERT INTO ${quoted(table)} (${into.map(quoted).join(", ")}) ${select} AND ${part}`);
  const stages = ["ledger", "record", ...stageColumns];
  const later = stageColumns.map((_, place) => `e.value ->> ${place}`);
  return {
    next: prepared(
      tx,
      "SELECT position FROM stagedRecords WHERE batch = ? AND ledger = ? AND position > ? ORDER BY position LIMIT 1 OFFSET ?",
    ),
    records: insert(
      plan.name,
      columns,
      `SELECT ${["r.record", "?", "?", "1", "s.extras", ...cells].join(", ")} FROM ${rows} WHERE TRUE`,
    ),
    history: insert(
      "history",
      ["batch", "at", "who", "ledger", "record", "after"],
      `SELECT r.batch, ?, ?, r.ledger, r.record,
        CASE s.extras WHEN '{}' THEN s."values" ELSE json_set(s."values", '$.extras', json(s.extras)) END
        FROM ${rows} WHERE TRUE`,
    ),
    beside: [
      insert(
        "searchTexts",
        ["ledger", "record", "text", "initials"],
        "SELECT r.ledger, r.record, r.searchText, r.initials FROM stagedRecords AS r WHERE TRUE",
      ),
      insert(
        "sources",
        ["record", "batch", "batchTable", "row", "ledger", "raw"],
        `SELECT r.record, r.batch, s.batchTable, s.row, r.ledger, s.raw FROM ${rows} WHERE TRUE`,
      ),
      ...(plan.hasStages
        ? [
            insert(
              "stages",
              stages,
              `SELECT r.ledger, r.record, 0, ${stageParts.map((name) => `r.${name}`).join(", ")} FROM stagedRecords AS r
              WHERE r.stage IS NOT NULL`,
            ),
            insert(
              "stages",
              stages,
              `SELECT r.ledger, r.record, ${later.join(", ")} FROM stagedRecords AS r, json_each(r.laterStages) AS e
              WHERE r.laterStages IS NOT NULL`,
            ),
          ]
        : []),
    ],
  };
}
