import { type Kysely, sql } from "kysely";

// Hand-entered figures, targets, assessment, and the words of a report.
// Money (INTEGER) is fen. Dates and periods are ISO text with a precision (2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15; start/end).
// References are ids, lists of them JSON arrays; yes-no is 0 or 1; percents are percent points; blank is NULL.

const statements = [
  sql`CREATE TABLE "metricValues" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "metric" TEXT NOT NULL, "year" INTEGER NOT NULL, "date" TEXT, "area" TEXT, "value" REAL, "unit" TEXT,
    "certainty" TEXT, "sourceText" TEXT, "note" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "metricValuesByYear" ON "metricValues" ("year")`,
  sql`CREATE INDEX "metricValuesByArea" ON "metricValues" ("area")`,
  sql`CREATE TABLE "targets" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "metric" TEXT NOT NULL, "year" INTEGER NOT NULL, "area" TEXT, "value" REAL, "unit" TEXT, "verb" TEXT,
    "inclusive" INTEGER, "office" TEXT, "deadline" TEXT, "issuer" TEXT, "candidates" TEXT, "note" TEXT,
    "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "targetsByYear" ON "targets" ("year")`,
  sql`CREATE INDEX "targetsByArea" ON "targets" ("area")`,
  sql`CREATE TABLE "assessmentSchemes" (
    -- "totalScore" in 分
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "year" INTEGER NOT NULL, "issuer" TEXT, "documentNo" TEXT, "groups" TEXT,
    "totalScore" REAL, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "assessmentSchemesByYear" ON "assessmentSchemes" ("year")`,
  sql`CREATE TABLE "assessmentItems" (
    -- "weight" in 分, "cap" in 分
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "scheme" TEXT NOT NULL, "indicator" TEXT NOT NULL, "metric" TEXT, "weight" REAL, "method" TEXT,
    "cap" REAL, "step" REAL, "ruleText" TEXT, "dataOwner" TEXT, "position" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "assessmentItemsByScheme" ON "assessmentItems" ("scheme")`,
  sql`CREATE TABLE "assessmentScores" (
    -- "weight" in 分, "score" in 分, "selfScore" in 分, "bonus" in 分, "deduction" in 分
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "scheme" TEXT, "year" INTEGER, "subdistrict" TEXT NOT NULL, "indicator" TEXT NOT NULL, "weight" REAL,
    "target" REAL, "actual" REAL, "base" REAL, "rate" REAL, "growth" REAL, "ruleText" TEXT, "score" REAL,
    "selfScore" REAL, "bonus" REAL, "deduction" REAL, "rank" INTEGER, "dataSource" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "assessmentScoresByScheme" ON "assessmentScores" ("scheme")`,
  sql`CREATE INDEX "assessmentScoresByYear" ON "assessmentScores" ("year")`,
  sql`CREATE INDEX "assessmentScoresBySubdistrict" ON "assessmentScores" ("subdistrict")`,
  sql`CREATE TABLE "honours" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "title" TEXT NOT NULL, "recipient" TEXT, "organisation" TEXT, "honourType" TEXT, "level" TEXT,
    "issuer" TEXT, "awardedOn" TEXT, "documentNo" TEXT, "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "honoursByOrganisation" ON "honours" ("organisation")`,
  sql`CREATE INDEX "honoursByYear" ON "honours" ("year")`,
  sql`CREATE TABLE "problemItems" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "year" INTEGER NOT NULL, "category" TEXT, "text" TEXT NOT NULL, "figures" TEXT, "position" INTEGER,
    "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "problemItemsByYear" ON "problemItems" ("year")`,
  sql`CREATE TABLE "planItems" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "year" INTEGER NOT NULL, "section" TEXT, "verb" TEXT, "text" TEXT NOT NULL, "objects" TEXT,
    "organisations" TEXT, "deadline" TEXT, "office" TEXT, "position" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "planItemsByYear" ON "planItems" ("year")`,
  sql`CREATE TABLE "textBlocks" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "tag" TEXT NOT NULL, "year" INTEGER, "section" TEXT, "text" TEXT NOT NULL, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "textBlocksByYear" ON "textBlocks" ("year")`,
  sql`CREATE TABLE "rankNotes" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "year" INTEGER NOT NULL, "ledger" TEXT, "recordTitle" TEXT, "metric" TEXT, "text" TEXT NOT NULL,
    "rankKind" TEXT, "scope" TEXT, "rank" INTEGER, "sourceText" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "rankNotesByYear" ON "rankNotes" ("year")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
