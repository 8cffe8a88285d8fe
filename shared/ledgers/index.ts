import { achievements } from "./achievements.ts";
import { awards } from "./awards.ts";
import { companyYears } from "./companyYears.ts";
import type { LedgerDeclaration } from "./define.ts";
import { highTechCertificates } from "./highTechCertificates.ts";
import { investmentFunds } from "./investmentFunds.ts";
import { investmentMilestones } from "./investmentMilestones.ts";
import { investmentProjects } from "./investmentProjects.ts";
import { organisationAliases } from "./organisationAliases.ts";
import { organisationRelations } from "./organisationRelations.ts";
import { organisations } from "./organisations.ts";
import { platformLevels } from "./platformLevels.ts";
import { platforms } from "./platforms.ts";
import { projectFunds } from "./projectFunds.ts";
import { projects } from "./projects.ts";
import { subdistricts } from "./subdistricts.ts";

/** The closed list, in the order of the navigation. */
export const ledgers = {
  organisations,
  organisationAliases,
  organisationRelations,
  companyYears,
  highTechCertificates,
  platforms,
  platformLevels,
  projects,
  projectFunds,
  achievements,
  awards,
  investmentProjects,
  investmentFunds,
  investmentMilestones,
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
