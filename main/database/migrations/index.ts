import type { Kysely } from "kysely";
import * as foundationSideTables from "./0001-foundation-side-tables.ts";
import * as organisationsAndCompanies from "./0002-organisations-and-companies.ts";
import * as platformsAndCooperation from "./0003-platforms-and-cooperation.ts";
import * as projectsAndResults from "./0004-projects-and-results.ts";
import * as activitiesAndInvestment from "./0005-activities-and-investment.ts";
import * as planningAndAssessment from "./0006-planning-and-assessment.ts";
import * as importMemory from "./0007-import-memory.ts";
import * as stagedRecords from "./0008-staged-records.ts";
import * as rowStanding from "./0009-row-standing.ts";
import * as importWords from "./0010-import-words.ts";
import * as titleCells from "./0011-title-cells.ts";
import * as importCounts from "./0012-import-counts.ts";

/** One step forward, unchangeable once released: no network, clock or random in it, and no way back but the backup. */
export interface Migration {
  /** 1, 2, 3 …: what `user_version` says when it has run. */
  readonly number: number;
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

export const migrations: readonly Migration[] = [
  { number: 1, name: "foundation-side-tables", up: foundationSideTables.up },
  { number: 2, name: "organisations-and-companies", up: organisationsAndCompanies.up },
  { number: 3, name: "platforms-and-cooperation", up: platformsAndCooperation.up },
  { number: 4, name: "projects-and-results", up: projectsAndResults.up },
  { number: 5, name: "activities-and-investment", up: activitiesAndInvestment.up },
  { number: 6, name: "planning-and-assessment", up: planningAndAssessment.up },
  { number: 7, name: "import-memory", up: importMemory.up },
  { number: 8, name: "staged-records", up: stagedRecords.up },
  { number: 9, name: "row-standing", up: rowStanding.up },
  { number: 10, name: "import-words", up: importWords.up },
  { number: 11, name: "title-cells", up: titleCells.up },
  { number: 12, name: "import-counts", up: importCounts.up },
];
