import type { Term, TermsOf } from "../fields/field.ts";
import {
  attributes,
  awardNames,
  conclusions,
  evaluationForms,
  gains,
  grades,
  ipClasses,
  ipTypes,
  legalStatuses,
  maturities,
} from "./achievements.ts";
import { activityTypes, commissionerKinds, contractTypes, directions } from "./contracts.ts";
import type { Dictionary } from "./define.ts";
import {
  applyTypes,
  highTechRules,
  techSmeRoutes,
  researchFields,
  technologyFields,
  technologySubfields,
} from "./highTech.ts";
import { fundBases, milestoneKinds, origins } from "./investment.ts";
import { awardLevels, departments, levels, subdistrictKinds } from "./levels.ts";
import {
  aliasKinds,
  calibers,
  certainties,
  organisationKinds,
  organisationStatuses,
  relationKinds,
} from "./organisations.ts";
import {
  financeKinds,
  honourTypes,
  problemCategories,
  rankScopes,
  rewardKinds,
  scoringMethods,
  talentKinds,
  targetVerbs,
} from "./planning.ts";
import { plans } from "./plans.ts";
import { assessmentResults, carrierTypes, platformTypes, qualificationTypes } from "./platformTypes.ts";
import { collaborationForms, fundKinds, fundingModes } from "./projects.ts";

export { platformDepartments } from "./platformTypes.ts";

/** The closed list of built-in dictionaries. */
export const dictionaries: readonly Dictionary[] = [
  levels,
  awardLevels,
  departments,
  subdistrictKinds,
  organisationKinds,
  organisationStatuses,
  aliasKinds,
  relationKinds,
  calibers,
  certainties,
  highTechRules,
  technologyFields,
  researchFields,
  technologySubfields,
  applyTypes,
  techSmeRoutes,
  qualificationTypes,
  platformTypes,
  assessmentResults,
  carrierTypes,
  plans,
  fundingModes,
  fundKinds,
  collaborationForms,
  evaluationForms,
  conclusions,
  maturities,
  attributes,
  awardNames,
  grades,
  ipTypes,
  ipClasses,
  legalStatuses,
  gains,
  contractTypes,
  directions,
  activityTypes,
  commissionerKinds,
  milestoneKinds,
  origins,
  fundBases,
  targetVerbs,
  problemCategories,
  scoringMethods,
  rankScopes,
  honourTypes,
  talentKinds,
  rewardKinds,
  financeKinds,
];

const byName = new Map(dictionaries.map((dictionary) => [dictionary.name, dictionary]));

/** A built-in dictionary by name. */
export function findDictionary(name: string): Dictionary | undefined {
  return byName.get(name);
}

/** The built-in terms; an unknown dictionary has none. */
export const builtInTerms: TermsOf = (name) => byName.get(name)?.terms ?? [];

/** Built-in terms with the bureau's own after them, for one dictionary after another. */
export function withOwnTerms(own: Readonly<Record<string, readonly Term[]>>): TermsOf {
  const merged = new Map<string, readonly Term[]>();
  return (name) => {
    let terms = merged.get(name);
    if (!terms) {
      terms = [...builtInTerms(name), ...(Object.hasOwn(own, name) ? (own[name] ?? []) : [])];
      merged.set(name, terms);
    }
    return terms;
  };
}
