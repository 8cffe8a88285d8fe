import { type Kysely, sql } from "kysely";

// New records of a staged batch as they will be written, so that applying it is a matter of SQL alone. `shape` says which
// columns of the ledger c1, c2 … are. A row whose record stands here is `prepared`. Neither staging table points at
// another one: SQLite empties a table at once only where it need not look at each row's references.

const cells = Array.from({ length: 48 }, (_, index) => `c${index + 1} ANY`).join(", ");

const statements = [
  sql`CREATE TABLE newStagedRows (
    batch INTEGER NOT NULL, batchTable INTEGER NOT NULL, position INTEGER NOT NULL,
    row INTEGER NOT NULL, raw TEXT NOT NULL, ledger TEXT NOT NULL, record TEXT, version INTEGER,
    outcome TEXT NOT NULL, "values" TEXT NOT NULL, extras TEXT NOT NULL, before TEXT, issues TEXT NOT NULL,
    prepared INTEGER NOT NULL CHECK (prepared IN (0, 1))
  ) STRICT`,
  sql`INSERT INTO newStagedRows SELECT batch, batchTable, position, row, raw, ledger, record, version, outcome, "values",
    extras, before, issues, 0 FROM stagedRows ORDER BY batch, position`,
  sql`DROP TABLE stagedRows`,
  sql`ALTER TABLE newStagedRows RENAME TO stagedRows`,
  sql`CREATE INDEX stagedRowsByBatch ON stagedRows (batch, position)`,
  sql`CREATE INDEX stagedRowsByOutcome ON stagedRows (batch, outcome, position) WHERE prepared = 0`,
  sql`CREATE TABLE stagedRecords (
    batch INTEGER NOT NULL, ledger TEXT NOT NULL, position INTEGER NOT NULL, record TEXT NOT NULL,
    shape INTEGER NOT NULL, extras TEXT NOT NULL, searchText TEXT NOT NULL, initials TEXT NOT NULL,
    stage TEXT, stageDate TEXT, stageFrom TEXT, stageTo TEXT, stageDocumentNo TEXT, stageNote TEXT, laterStages TEXT,
    ${sql.raw(cells)},
    PRIMARY KEY (batch, ledger, position)
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
