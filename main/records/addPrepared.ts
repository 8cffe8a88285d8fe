import { setImmediate as breathe } from "node:timers/promises";
import { type Cell, type Prepared, prepared, quoted } from "../database/insertMany.ts";
import type { ReadHandle, Tx } from "../database/open.ts";
import type { WriteContext } from "./change.ts";
import { type LedgerPlan, planOf } from "./ledgerPlan.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { preparedCell, shapeOf, stageParts } from "./preparedRecord.ts";
import { stageColumns } from "./recordCells.ts";

// New records out of `stagedRecords` and `stagedRows`, in SQL. What it writes is to the letter what `recordWriter.insert`
// and its source would (tests/main/importing/applyPrepared.test.ts).

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
 * Writes the prepared records of these ledgers, which are all that are left, with history, stages, search text and
 * source. Neither values nor references are looked at: that was done when they were prepared, and `danglingSince` asks
 * again. Throws what SQLite says of an official number that is taken.
 */
export async function addPrepared(
  tx: Tx,
  { batch, at, who }: WriteContext & { readonly batch: number },
  ledgers: readonly string[],
): Promise<void> {
  for (const name of ledgers) {
    const { records, beside } = recordSteps(tx, planNamed(name));
    for await (const part of parts(tx, "stagedRecords", [batch, name])) {
      records.run([at, at, ...part]);
      for (const step of beside) step.run(part);
    }
  }
  const { history, sources } = rowSteps(tx);
  for await (const part of parts(tx, "stagedRows", [batch])) {
    history.run([at, who, ...part]);
    sources.run(part);
  }
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

const keys = { stagedRecords: "batch = ? AND ledger = ?", stagedRows: "batch = ?" };
const between = "position > ? AND position <= ? ORDER BY position";

/** The table's rows of this key in stretches: the key, the positions from (without) and to (with). */
async function* parts(tx: Tx, table: keyof typeof keys, key: readonly Cell[]): AsyncGenerator<readonly Cell[]> {
  const next = prepared(
    tx,
    `SELECT position FROM ${table} WHERE ${keys[table]} AND position > ? ORDER BY position LIMIT 1 OFFSET ${CHUNK - 1}`,
  );
  for (let from = -1; ;) {
    const [upTo] = next.all<{ position: number }>([...key, from]);
    yield [...key, from, upTo?.position ?? Number.MAX_SAFE_INTEGER];
    await breathe();
    if (upTo === undefined) return;
    from = upTo.position;
  }
}

/** Each takes one of `parts` as its last cells; `records` the time twice before. */
function recordSteps(tx: Tx, plan: LedgerPlan): { records: Prepared; beside: Prepared[] } {
  const columns = ["id", "createdAt", "updatedAt", "version", "extras", ...plan.columns.map(({ name }) => name)];
  const cells = plan.columns.map((_, index) => preparedCell(index));
  const stages = ["ledger", "record", ...stageColumns];
  const later = stageColumns.map((_, place) => `e.value ->> ${place}`);
  const insert = (table: string, into: readonly string[], of: readonly string[], from = "", where = "TRUE"): Prepared =>
    prepared(
      tx,
      `INSERT INTO ${quoted(table)} (${into.map(quoted).join(", ")}) SELECT ${of.join(", ")} FROM stagedRecords ${from}
      WHERE ${where} AND ${keys.stagedRecords} AND ${between}`,
    );
  const records = insert(plan.name, columns, ["record", "?", "?", "1", "extras", ...cells]);
  const words = ["ledger", "record", "searchText", "initials"];
  const search = insert("searchTexts", ["ledger", "record", "text", "initials"], words);
  if (!plan.hasStages) return { records, beside: [search] };
  const own = ["ledger", "record"];
  const first = insert("stages", stages, [...own, "0", ...stageParts], "", "stage IS NOT NULL");
  const more = insert("stages", stages, [...own, ...later], ", json_each(laterStages) AS e", "laterStages IS NOT NULL");
  return { records, beside: [search, first, more] };
}

/** Each takes one of `parts` as its last cells; `history` the time and who it was before. */
function rowSteps(tx: Tx): { history: Prepared; sources: Prepared } {
  const rows = `FROM stagedRows WHERE prepared = 1 AND ${keys.stagedRows} AND ${between}`;
  const after = `CASE extras WHEN '{}' THEN "values" ELSE json_set("values", '$.extras', json(extras)) END`;
  return {
    history: prepared(
      tx,
      `INSERT INTO history (batch, at, who, ledger, record, "after") SELECT batch, ?, ?, ledger, record, ${after} ${rows}`,
    ),
    sources: prepared(
      tx,
      `INSERT INTO sources (record, batch, batchTable, row, ledger, raw)
      SELECT record, batch, batchTable, row, ledger, raw ${rows}`,
    ),
  };
}
