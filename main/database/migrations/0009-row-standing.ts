import { type Kysely, sql } from "kysely";

// What becomes of each row of a staged sheet, on the first of its records: counted and listed by the same column.

const statements = [
  sql`ALTER TABLE stagedRows ADD COLUMN standing TEXT
    CHECK (standing IN ('added', 'updated', 'same', 'twin', 'invalid', 'skipped'))`,
  sql`UPDATE stagedRows SET standing = CASE outcome WHEN 'merged' THEN 'same' ELSE outcome END
    WHERE (batch, position) IN (SELECT batch, min(position) FROM stagedRows GROUP BY batch, batchTable, row)`,
  sql`CREATE INDEX stagedRowsByStanding ON stagedRows (batch, standing, position) WHERE standing IS NOT NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
