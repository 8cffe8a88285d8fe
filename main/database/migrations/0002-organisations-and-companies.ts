import { type Kysely, sql } from "kysely";

// Organisations, their names and relations, and what companies hold and report.
// Money (INTEGER) is fen. Dates and periods are ISO text with a precision (2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15; start/end).
// References are ids, lists of them JSON arrays; yes-no is 0 or 1; percents are percent points; blank is NULL.

const statements = [
  sql`CREATE TABLE "subdistricts" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "shortName" TEXT, "code" TEXT, "kind" TEXT, "validFrom" TEXT, "validTo" TEXT,
    "mergedInto" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "subdistrictsOneCode" ON "subdistricts" ("code")
    WHERE deletedAt IS NULL AND "code" IS NOT NULL`,
  sql`CREATE INDEX "subdistrictsByMergedInto" ON "subdistricts" ("mergedInto")`,
  sql`CREATE TABLE "organisations" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "name" TEXT NOT NULL, "shortName" TEXT, "kind" TEXT, "creditCode" TEXT, "subdistrict" TEXT,
    "registeredOn" TEXT, "registeredCapital" INTEGER, "legalRepresentative" TEXT, "address" TEXT,
    "orgStatus" TEXT, "movedOut" TEXT, "industry" TEXT, "technologyField" TEXT, "aboveScale" INTEGER,
    "mainProducts" TEXT, "contactPerson" TEXT, "contactPhone" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "organisationsOneCreditCode" ON "organisations" ("creditCode")
    WHERE deletedAt IS NULL AND "creditCode" IS NOT NULL`,
  sql`CREATE INDEX "organisationsBySubdistrict" ON "organisations" ("subdistrict")`,
  sql`CREATE TABLE "organisationAliases" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "organisation" TEXT NOT NULL, "alias" TEXT NOT NULL, "aliasKind" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "organisationAliasesByOrganisation" ON "organisationAliases" ("organisation")`,
  sql`CREATE TABLE "organisationRelations" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "upperOrganisation" TEXT NOT NULL, "lowerOrganisation" TEXT NOT NULL, "relationKind" TEXT, "since" TEXT,
    "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "organisationRelationsByUpperOrganisation" ON "organisationRelations" ("upperOrganisation")`,
  sql`CREATE INDEX "organisationRelationsByLowerOrganisation" ON "organisationRelations" ("lowerOrganisation")`,
  sql`CREATE TABLE "companyYears" (
    -- "exports" in 万美元
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "company" TEXT NOT NULL, "year" INTEGER NOT NULL, "caliber" TEXT, "certainty" TEXT, "staff" INTEGER,
    "researchStaff" INTEGER, "revenue" INTEGER, "totalIncome" INTEGER, "highTechIncome" INTEGER,
    "assets" INTEGER, "netAssets" INTEGER, "output" INTEGER, "addedValue" INTEGER, "profit" INTEGER,
    "tax" INTEGER, "exports" REAL, "taxRelief" INTEGER, "researchExpenses" INTEGER, "labourCosts" INTEGER,
    "directCosts" INTEGER, "depreciation" INTEGER, "amortisation" INTEGER, "designCosts" INTEGER,
    "testingCosts" INTEGER, "outsourced" INTEGER, "outsourcedAbroad" INTEGER, "otherCosts" INTEGER,
    "governmentFunds" INTEGER, "researchProjects" INTEGER, "researchShare" REAL, "deduction" INTEGER,
    "classOneRights" INTEGER, "classTwoRights" INTEGER, "patentApplications" INTEGER,
    "patentsOwned" INTEGER, "standards" INTEGER, "hasResearchUnit" INTEGER, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "companyYearsByCompany" ON "companyYears" ("company")`,
  sql`CREATE INDEX "companyYearsByYear" ON "companyYears" ("year")`,
  sql`CREATE TABLE "highTechCertificates" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "company" TEXT NOT NULL, "certificateNo" TEXT, "applyType" TEXT, "rule" TEXT, "year" INTEGER,
    "batch" TEXT, "technologyField" TEXT, "technologySubfield" TEXT, "validTo" TEXT, "poolLevel" TEXT,
    "gap" TEXT, "officer" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "highTechCertificatesOneCertificateNo" ON "highTechCertificates" ("certificateNo")
    WHERE deletedAt IS NULL AND "certificateNo" IS NOT NULL`,
  sql`CREATE INDEX "highTechCertificatesByCompany" ON "highTechCertificates" ("company")`,
  sql`CREATE INDEX "highTechCertificatesByYear" ON "highTechCertificates" ("year")`,
  sql`CREATE TABLE "techSmeListings" (
    -- "score" in 分
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "company" TEXT NOT NULL, "registrationNo" TEXT, "year" INTEGER, "batch" TEXT, "validTo" TEXT,
    "score" REAL, "route" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE UNIQUE INDEX "techSmeListingsOneRegistrationNo" ON "techSmeListings" ("registrationNo")
    WHERE deletedAt IS NULL AND "registrationNo" IS NOT NULL`,
  sql`CREATE INDEX "techSmeListingsByCompany" ON "techSmeListings" ("company")`,
  sql`CREATE INDEX "techSmeListingsByYear" ON "techSmeListings" ("year")`,
  sql`CREATE TABLE "qualifications" (
    "id" TEXT PRIMARY KEY, "version" INTEGER NOT NULL, "createdAt" TEXT NOT NULL, "updatedAt" TEXT NOT NULL,
    "deletedAt" TEXT, "extras" TEXT NOT NULL,
    "company" TEXT NOT NULL, "type" TEXT NOT NULL, "level" TEXT, "year" INTEGER, "validTo" TEXT,
    "hopeful" INTEGER, "expected" TEXT, "expectedNote" TEXT, "remark" TEXT
  ) STRICT`,
  sql`CREATE INDEX "qualificationsByCompany" ON "qualifications" ("company")`,
  sql`CREATE INDEX "qualificationsByYear" ON "qualifications" ("year")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
