import { type Kysely, sql } from "kysely";

// Research platforms, carriers, cooperation and people.
// Money (INTEGER) is fen. Dates and periods are ISO text with a precision (2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15; start/end).
// References are ids, lists of them JSON arrays; yes-no is 0 or 1; percents are percent points; blank is NULL.

const statements = [
  sql`CREATE TABLE "platforms" (
    -- "area" in 平方米
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "type" TEXT, "level" TEXT, "host" TEXT, "partners" TEXT, "department" TEXT,
    "technologyField" TEXT, "hopeful" INTEGER, "expected" TEXT, "assessment" TEXT, "director" TEXT,
    "researchStaff" INTEGER, "equipmentValue" INTEGER, "area" REAL, "researchExpenses" INTEGER,
    "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "platformsByHost" ON "platforms" ("host")`,
  sql`CREATE TABLE "platformLevels" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "platform" TEXT NOT NULL, "level" TEXT NOT NULL, "date" TEXT, "documentNo" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "platformLevelsByPlatform" ON "platformLevels" ("platform")`,
  sql`CREATE TABLE "carriers" (
    -- "area" in 平方米
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "carrierType" TEXT, "level" TEXT, "operator" TEXT, "area" REAL, "tenants" INTEGER,
    "graduates" INTEGER, "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "carriersByOperator" ON "carriers" ("operator")`,
  sql`CREATE INDEX "carriersByYear" ON "carriers" ("year")`,
  sql`CREATE TABLE "collaborations" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "company" TEXT NOT NULL, "partners" TEXT, "form" TEXT, "title" TEXT, "platformName" TEXT, "expert" TEXT,
    "amount" INTEGER, "signedOn" TEXT, "endsOn" TEXT, "country" TEXT, "result" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "collaborationsByCompany" ON "collaborations" ("company")`,
  sql`CREATE TABLE "talents" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "person" TEXT NOT NULL, "talentKind" TEXT, "organisation" TEXT, "fromUnit" TEXT, "programme" TEXT,
    "level" TEXT, "technologyField" TEXT, "joinedOn" TEXT, "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "talentsByOrganisation" ON "talents" ("organisation")`,
  sql`CREATE INDEX "talentsByYear" ON "talents" ("year")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
