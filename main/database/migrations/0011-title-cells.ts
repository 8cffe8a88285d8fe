import { type Kysely, sql } from "kysely";

// What the lines above a table say for all its rows, with their cells: field, value, address and words, as JSON.

const statements = [sql`ALTER TABLE batchTables ADD COLUMN titled TEXT`];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
