import { type Kysely, sql } from "kysely";

// Agriculture, activities, commissioners; investment attraction with funds and milestones; money for companies.
// Money (INTEGER) is fen. Dates and periods are ISO text with a precision (2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15; start/end).
// References are ids, lists of them JSON arrays; yes-no is 0 or 1; percents are percent points; blank is NULL.

const statements = [
  sql`CREATE TABLE "agriculturalDemonstrations" (
    -- "area" in 亩
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "organisation" TEXT, "technology" TEXT, "area" REAL, "place" TEXT, "year" INTEGER,
    "benefit" TEXT, "project" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "agriculturalDemonstrationsByOrganisation" ON "agriculturalDemonstrations" ("organisation")`,
  sql`CREATE INDEX "agriculturalDemonstrationsByYear" ON "agriculturalDemonstrations" ("year")`,
  sql`CREATE INDEX "agriculturalDemonstrationsByProject" ON "agriculturalDemonstrations" ("project")`,
  sql`CREATE TABLE "activities" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "title" TEXT NOT NULL, "type" TEXT, "date" TEXT, "place" TEXT, "sessions" INTEGER, "people" INTEGER,
    "materials" INTEGER, "consultations" INTEGER, "expert" TEXT, "expertUnit" TEXT, "audience" TEXT,
    "organisers" TEXT, "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "activitiesByYear" ON "activities" ("year")`,
  sql`CREATE TABLE "technologyCommissioners" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "person" TEXT NOT NULL, "commissionerKind" TEXT, "unit" TEXT, "level" TEXT, "speciality" TEXT,
    "serveTarget" TEXT, "period" TEXT, "year" INTEGER, "result" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "technologyCommissionersByUnit" ON "technologyCommissioners" ("unit")`,
  sql`CREATE INDEX "technologyCommissionersByYear" ON "technologyCommissioners" ("year")`,
  sql`CREATE TABLE "investmentProjects" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "investor" TEXT, "origin" TEXT, "originPlace" TEXT, "organisation" TEXT,
    "leadUnit" TEXT, "person" TEXT, "site" TEXT, "field" TEXT, "totalInvestment" INTEGER, "content" TEXT,
    "year" INTEGER, "progress" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "investmentProjectsByOrganisation" ON "investmentProjects" ("organisation")`,
  sql`CREATE INDEX "investmentProjectsByYear" ON "investmentProjects" ("year")`,
  sql`CREATE TABLE "investmentFunds" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "investmentProject" TEXT NOT NULL, "year" INTEGER, "date" TEXT, "amount" INTEGER NOT NULL,
    "fundBasis" TEXT, "evidence" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "investmentFundsByInvestmentProject" ON "investmentFunds" ("investmentProject")`,
  sql`CREATE INDEX "investmentFundsByYear" ON "investmentFunds" ("year")`,
  sql`CREATE TABLE "investmentMilestones" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "investmentProject" TEXT NOT NULL, "milestone" TEXT NOT NULL, "plannedOn" TEXT, "actualOn" TEXT,
    "verb" TEXT, "note" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "investmentMilestonesByInvestmentProject" ON "investmentMilestones" ("investmentProject")`,
  sql`CREATE TABLE "policyRewards" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "organisation" TEXT NOT NULL, "title" TEXT, "policy" TEXT, "rewardKind" TEXT, "amount" INTEGER NOT NULL,
    "sourceLevel" TEXT, "paidOn" TEXT, "documentNo" TEXT, "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "policyRewardsByOrganisation" ON "policyRewards" ("organisation")`,
  sql`CREATE INDEX "policyRewardsByYear" ON "policyRewards" ("year")`,
  sql`CREATE TABLE "technologyFinance" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "organisation" TEXT NOT NULL, "financeKind" TEXT, "institution" TEXT, "amount" INTEGER, "date" TEXT,
    "year" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "technologyFinanceByOrganisation" ON "technologyFinance" ("organisation")`,
  sql`CREATE INDEX "technologyFinanceByYear" ON "technologyFinance" ("year")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
