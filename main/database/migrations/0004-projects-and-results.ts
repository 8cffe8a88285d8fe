import { type Kysely, sql } from "kysely";

// Projects with their money, and what came of them.
// Money (INTEGER) is fen. Dates and periods are ISO text with a precision (2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15; start/end).
// References are ids, lists of them JSON arrays; yes-no is 0 or 1; percents are percent points; blank is NULL.

const statements = [
  sql`CREATE TABLE "projects" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "title" TEXT NOT NULL, "projectNo" TEXT, "plan" TEXT, "planYear" INTEGER, "level" TEXT,
    "undertaker" TEXT, "partners" TEXT, "leader" TEXT, "technologyField" TEXT, "agricultural" INTEGER,
    "period" TEXT, "year" INTEGER, "totalInvestment" INTEGER, "appliedAmount" INTEGER,
    "grantAmount" INTEGER, "fundingMode" TEXT, "paidAmount" INTEGER, "selfRaised" INTEGER,
    "recommender" TEXT, "expected" TEXT, "starred" INTEGER, "rankNote" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "projectsOneProjectNo" ON "projects" ("projectNo")
    WHERE deletedAt IS NULL AND "projectNo" IS NOT NULL`,
  sql`CREATE INDEX "projectsByUndertaker" ON "projects" ("undertaker")`,
  sql`CREATE INDEX "projectsByYear" ON "projects" ("year")`,
  sql`CREATE TABLE "projectFunds" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "project" TEXT NOT NULL, "fundKind" TEXT NOT NULL, "mode" TEXT, "amount" INTEGER NOT NULL, "date" TEXT,
    "year" INTEGER, "sourceLevel" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "projectFundsByProject" ON "projectFunds" ("project")`,
  sql`CREATE INDEX "projectFundsByYear" ON "projectFunds" ("year")`,
  sql`CREATE TABLE "achievements" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "firstOrganisation" TEXT, "otherOrganisations" TEXT, "people" TEXT,
    "evaluation" TEXT, "evaluator" TEXT, "certificateNo" TEXT, "evaluatedOn" TEXT, "conclusion" TEXT,
    "level" TEXT, "registrationNo" TEXT, "registeredOn" TEXT, "maturity" TEXT, "attribute" TEXT,
    "project" TEXT, "benefit" TEXT, "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "achievementsOneRegistrationNo" ON "achievements" ("registrationNo")
    WHERE deletedAt IS NULL AND "registrationNo" IS NOT NULL`,
  sql`CREATE UNIQUE INDEX "achievementsOneCertificateNo" ON "achievements" ("certificateNo")
    WHERE deletedAt IS NULL AND "certificateNo" IS NOT NULL`,
  sql`CREATE INDEX "achievementsByFirstOrganisation" ON "achievements" ("firstOrganisation")`,
  sql`CREATE INDEX "achievementsByProject" ON "achievements" ("project")`,
  sql`CREATE INDEX "achievementsByYear" ON "achievements" ("year")`,
  sql`CREATE TABLE "awards" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "title" TEXT NOT NULL, "awardName" TEXT, "grade" TEXT, "level" TEXT, "year" INTEGER,
    "firstOrganisation" TEXT, "organisations" TEXT, "people" TEXT, "nominator" TEXT, "rankHere" INTEGER,
    "certificateNo" TEXT, "publishedOn" TEXT, "documentNo" TEXT, "bonus" INTEGER, "achievement" TEXT,
    "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "awardsByYear" ON "awards" ("year")`,
  sql`CREATE INDEX "awardsByFirstOrganisation" ON "awards" ("firstOrganisation")`,
  sql`CREATE INDEX "awardsByAchievement" ON "awards" ("achievement")`,
  sql`CREATE TABLE "intellectualProperty" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "type" TEXT, "class" TEXT, "applicationNo" TEXT, "patentNo" TEXT,
    "appliedOn" TEXT, "grantedOn" TEXT, "owners" TEXT, "inventor" TEXT, "legalStatus" TEXT, "gain" TEXT,
    "highValue" INTEGER, "mainClass" TEXT, "feeDue" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "intellectualPropertyOneApplicationNo" ON "intellectualProperty" ("applicationNo")
    WHERE deletedAt IS NULL AND "applicationNo" IS NOT NULL`,
  sql`CREATE UNIQUE INDEX "intellectualPropertyOnePatentNo" ON "intellectualProperty" ("patentNo")
    WHERE deletedAt IS NULL AND "patentNo" IS NOT NULL`,
  sql`CREATE TABLE "technologyContracts" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "registrationNo" TEXT, "title" TEXT NOT NULL, "type" TEXT, "seller" TEXT, "buyer" TEXT,
    "sellerArea" TEXT, "buyerArea" TEXT, "direction" TEXT, "technologyField" TEXT, "amount" INTEGER,
    "technologyAmount" INTEGER, "signedOn" TEXT, "registeredOn" TEXT, "year" INTEGER, "validPeriod" TEXT,
    "rights" TEXT, "planSource" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "technologyContractsOneRegistrationNo" ON "technologyContracts" ("registrationNo")
    WHERE deletedAt IS NULL AND "registrationNo" IS NOT NULL`,
  sql`CREATE INDEX "technologyContractsBySeller" ON "technologyContracts" ("seller")`,
  sql`CREATE INDEX "technologyContractsByBuyer" ON "technologyContracts" ("buyer")`,
  sql`CREATE INDEX "technologyContractsByYear" ON "technologyContracts" ("year")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
