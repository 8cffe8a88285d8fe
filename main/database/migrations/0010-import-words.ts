import { type Kysely, sql } from "kysely";

// Words of files and what they mean (null: nothing), and which values of a source row a person has typed over its cells.

const statements = [
  sql`CREATE TABLE importWords (
    list TEXT NOT NULL, word TEXT NOT NULL, meaning TEXT, at TEXT NOT NULL, who TEXT NOT NULL,
    PRIMARY KEY (list, word)
  ) STRICT, WITHOUT ROWID`,
  // JSON: names of fields; null where every value is as the cells have it.
  sql`ALTER TABLE sources ADD COLUMN corrected TEXT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
