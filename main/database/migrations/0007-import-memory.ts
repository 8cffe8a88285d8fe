import { type Kysely, sql } from "kysely";

// What imports remember beyond their batch: layouts that were confirmed, pairs that are not the same, and what a person
// has decided on rows that are staged or wait.

const statements = [
  sql`CREATE TABLE recipes (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, signature TEXT NOT NULL UNIQUE, ledger TEXT NOT NULL,
    seenAs TEXT NOT NULL, headings TEXT NOT NULL, corrections TEXT NOT NULL,
    createdAt TEXT NOT NULL, usedAt TEXT NOT NULL, uses INTEGER NOT NULL
  ) STRICT`,
  // Names by their keys, the smaller first: 不是同一家.
  sql`CREATE TABLE distinctNames (
    ledger TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
    PRIMARY KEY (ledger, one, other)
  ) STRICT, WITHOUT ROWID`,
  sql`CREATE TABLE stagedDecisions (
    batch INTEGER NOT NULL REFERENCES batches (id), position INTEGER NOT NULL, decision TEXT NOT NULL,
    PRIMARY KEY (batch, position)
  ) STRICT, WITHOUT ROWID`,
  // Two records of one organisation made one. The merge's changes are the stretch of history from first to last; so are
  // those of its taking back.
  sql`CREATE TABLE companyMerges (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, kept TEXT NOT NULL, dropped TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL,
    undoneAt TEXT, undoneFirst INTEGER, undoneLast INTEGER
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
