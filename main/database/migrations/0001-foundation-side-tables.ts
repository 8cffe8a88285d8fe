import { type Kysely, sql } from "kysely";

// Tables beside the ledgers: what is known of every record (stages, history, sources, search text) and of the program.
// Nothing points at records by foreign key: a record is only ever removed softly. History only grows, so its numbers
// rise without AUTOINCREMENT, which would write a second table for each row.

const tables = [
  sql`CREATE TABLE stages (
    ledger TEXT NOT NULL, record TEXT NOT NULL, stage TEXT NOT NULL,
    date TEXT, dateFrom TEXT, dateTo TEXT, documentNo TEXT, note TEXT,
    position INTEGER NOT NULL,
    PRIMARY KEY (ledger, record, position),
    CHECK ((date IS NULL) = (dateFrom IS NULL) AND (date IS NULL) = (dateTo IS NULL))
  ) STRICT, WITHOUT ROWID`,
  sql`CREATE TABLE history (
    seq INTEGER PRIMARY KEY,
    batch INTEGER, at TEXT NOT NULL, who TEXT NOT NULL, ledger TEXT NOT NULL, record TEXT NOT NULL,
    before TEXT, after TEXT
  ) STRICT`,
  sql`CREATE INDEX historyByRecord ON history (record)`,
  sql`CREATE INDEX historyByBatch ON history (batch) WHERE batch IS NOT NULL`,
  sql`CREATE TABLE batches (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,
    fileHash TEXT NOT NULL, fileName TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('staged', 'applied', 'takenBack', 'discarded', 'refused')),
    takenBackAt TEXT, report TEXT NOT NULL
  ) STRICT`,
  sql`CREATE INDEX batchesByFile ON batches (fileHash)`,
  sql`CREATE TABLE files (
    hash TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL, storedAt TEXT NOT NULL
  ) STRICT`,
  sql`CREATE TABLE batchTables (
    id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches (id), position INTEGER NOT NULL,
    sheet TEXT NOT NULL, ledger TEXT, headerRows TEXT NOT NULL, firstRow INTEGER NOT NULL, lastRow INTEGER NOT NULL,
    columns TEXT NOT NULL
  ) STRICT`,
  sql`CREATE INDEX batchTablesByBatch ON batchTables (batch)`,
  sql`CREATE TABLE sources (
    batch INTEGER NOT NULL, batchTable INTEGER NOT NULL, ledger TEXT NOT NULL, record TEXT NOT NULL,
    row INTEGER NOT NULL, raw TEXT NOT NULL,
    PRIMARY KEY (record, batch, batchTable, row)
  ) STRICT, WITHOUT ROWID`,
  sql`CREATE TABLE stagedRows (
    batch INTEGER NOT NULL REFERENCES batches (id), batchTable INTEGER NOT NULL, position INTEGER NOT NULL,
    row INTEGER NOT NULL, raw TEXT NOT NULL, ledger TEXT NOT NULL, record TEXT, version INTEGER,
    outcome TEXT NOT NULL, "values" TEXT NOT NULL, extras TEXT NOT NULL, before TEXT, issues TEXT NOT NULL
  ) STRICT`,
  sql`CREATE INDEX stagedRowsByBatch ON stagedRows (batch, position)`,
  sql`CREATE TABLE searchTexts (
    ledger TEXT NOT NULL, record TEXT NOT NULL, text TEXT NOT NULL, initials TEXT NOT NULL,
    PRIMARY KEY (ledger, record)
  ) STRICT, WITHOUT ROWID`,
  sql`CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE dictionaryTerms (
    dictionary TEXT NOT NULL, term TEXT NOT NULL, fromYear INTEGER, toYear INTEGER, mapsTo TEXT,
    PRIMARY KEY (dictionary, term)
  ) STRICT`,
  sql`CREATE TABLE extraFields (
    ledger TEXT NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, dictionary TEXT,
    position INTEGER NOT NULL,
    PRIMARY KEY (ledger, name), UNIQUE (ledger, label)
  ) STRICT`,
  sql`CREATE TABLE ownMetrics (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT`,
  sql`CREATE TABLE reports (
    id INTEGER PRIMARY KEY, year INTEGER NOT NULL, title TEXT NOT NULL, document TEXT NOT NULL,
    createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await table.execute(db);
}
