import { achievements } from "./achievements.ts";
import { activities } from "./activities.ts";
import { agriculturalDemonstrations } from "./agriculturalDemonstrations.ts";
import { assessmentItems } from "./assessmentItems.ts";
import { assessmentSchemes } from "./assessmentSchemes.ts";
import { assessmentScores } from "./assessmentScores.ts";
import { awards } from "./awards.ts";
import { carriers } from "./carriers.ts";
import { collaborations } from "./collaborations.ts";
import { companyYears } from "./companyYears.ts";
import type { LedgerDeclaration } from "./define.ts";
import { highTechCertificates } from "./highTechCertificates.ts";
import { honours } from "./honours.ts";
import { intellectualProperty } from "./intellectualProperty.ts";
import { investmentFunds } from "./investmentFunds.ts";
import { investmentMilestones } from "./investmentMilestones.ts";
import { investmentProjects } from "./investmentProjects.ts";
import { metricValues } from "./metricValues.ts";
import { organisationAliases } from "./organisationAliases.ts";
import { organisationRelations } from "./organisationRelations.ts";
import { organisations } from "./organisations.ts";
import { planItems } from "./planItems.ts";
import { platformLevels } from "./platformLevels.ts";
import { platforms } from "./platforms.ts";
import { policyRewards } from "./policyRewards.ts";
import { problemItems } from "./problemItems.ts";
import { projectFunds } from "./projectFunds.ts";
import { projects } from "./projects.ts";
import { qualifications } from "./qualifications.ts";
import { rankNotes } from "./rankNotes.ts";
import { subdistricts } from "./subdistricts.ts";
import { talents } from "./talents.ts";
import { targets } from "./targets.ts";
import { techSmeListings } from "./techSmeListings.ts";
import { technologyCommissioners } from "./technologyCommissioners.ts";
import { technologyContracts } from "./technologyContracts.ts";
import { technologyFinance } from "./technologyFinance.ts";
import { textBlocks } from "./textBlocks.ts";

/** The closed list, in the order of the navigation. */
export const ledgers = {
  organisations,
  organisationAliases,
  organisationRelations,
  companyYears,
  highTechCertificates,
  techSmeListings,
  qualifications,
  policyRewards,
  technologyFinance,
  platforms,
  platformLevels,
  carriers,
  collaborations,
  talents,
  projects,
  projectFunds,
  achievements,
  awards,
  intellectualProperty,
  technologyContracts,
  agriculturalDemonstrations,
  activities,
  technologyCommissioners,
  investmentProjects,
  investmentFunds,
  investmentMilestones,
  metricValues,
  targets,
  assessmentSchemes,
  assessmentItems,
  assessmentScores,
  honours,
  problemItems,
  planItems,
  textBlocks,
  rankNotes,
  subdistricts,
} as const;

export type Ledgers = typeof ledgers;
export type LedgerName = keyof Ledgers;

/** Every declaration, without its own field types. */
export const ledgerList: readonly LedgerDeclaration[] = Object.values(ledgers);

export function isLedgerName(name: string): name is LedgerName {
  return Object.hasOwn(ledgers, name);
}

/** The declaration of a ledger that is known to exist. */
export function ledger(name: LedgerName): LedgerDeclaration {
  return ledgers[name];
}

/** The declaration by any text; undefined for an unknown name. */
export function findLedger(name: string): LedgerDeclaration | undefined {
  return isLedgerName(name) ? ledgers[name] : undefined;
}
