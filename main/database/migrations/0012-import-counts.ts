import { type Kysely, sql } from "kysely";

// Reports of batches from before rows were counted by what becomes of them lack the newer counts, and a sum with a
// count that is not there is none. What became of their rows was told by the first record alone.

interface Counted {
  counts: Record<string, number>;
}
interface Report extends Counted {
  tables: Counted[];
}

const older = sql`SELECT id FROM batches WHERE report ->> '$.counts.waiting' IS NULL`;

const standings = [
  sql`UPDATE stagedRows SET standing = told.standing FROM (
    SELECT batch, batchTable, row, CASE
      WHEN max(issues ->> '$.role' = 'main' AND outcome = 'invalid') THEN 'invalid'
      WHEN max(issues ->> '$.role' = 'main' AND outcome = 'twin') THEN 'twin'
      WHEN max(issues ->> '$.role' = 'main' AND outcome = 'added') THEN 'added'
      WHEN max(issues ->> '$.role' <> 'stub' AND outcome IN ('added', 'updated')) THEN 'updated'
      ELSE 'same' END AS standing
    FROM stagedRows WHERE batch IN (${older}) GROUP BY batch, batchTable, row
  ) AS told
    WHERE stagedRows.standing IS NOT NULL AND told.batch = stagedRows.batch
      AND told.batchTable = stagedRows.batchTable AND told.row = stagedRows.row`,
  // Rows that were left behind wait, whatever they were going to be.
  sql`UPDATE stagedRows SET standing = NULL
    WHERE batch IN (${older}) AND batch NOT IN (SELECT id FROM batches WHERE status = 'staged')`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of standings) await statement.execute(db);
  const { rows } = await sql<{ id: number; report: string }>`
    SELECT id, report FROM batches WHERE report ->> '$.counts.waiting' IS NULL`.execute(db);
  for (const { id, report } of rows) {
    const waiting = await waitingOf(db, id);
    // Only the import writes reports.
    const told = JSON.parse(report) as Report;
    const tables = told.tables.map((table, at) => ({ ...table, counts: whole(table.counts, waiting.get(at) ?? 0) }));
    const all = [...waiting.values()].reduce((sum, count) => sum + count, 0);
    const after: Report = { ...told, tables, counts: whole(told.counts, all) };
    await sql`UPDATE batches SET report = ${JSON.stringify(after)} WHERE id = ${id}`.execute(db);
  }
}

function whole(counts: Record<string, number>, waiting: number): Record<string, number> {
  return { ...counts, skipped: 0, nearAdded: 0, nearUpdated: 0, waiting };
}

/** Place of the table → its rows of which something stays behind. */
async function waitingOf(db: Kysely<unknown>, batch: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ position: number; waiting: number }>`
    SELECT batchTables.position, count(DISTINCT stagedRows.row) AS waiting
    FROM stagedRows JOIN batchTables ON batchTables.id = stagedRows.batchTable
      JOIN batches ON batches.id = stagedRows.batch
    WHERE stagedRows.batch = ${batch} AND (batches.status <> 'staged' OR stagedRows.outcome IN ('twin', 'invalid'))
    GROUP BY batchTables.position`.execute(db);
  return new Map(rows.map(({ position, waiting }) => [position, waiting]));
}
