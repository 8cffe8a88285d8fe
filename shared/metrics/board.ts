/**
 * The indicator board of the first screen: the eighteen leading figures of real annual reports, in the order in which
 * reports speak of them. A figure's own tile shows its last year, target and pending, so changes and completions of the
 * same figure need no tile of their own.
 */
export const board: readonly string[] = [
  "highTechCompanies",
  "engineeringCentres",
  "innovativeCompanies",
  "projectsApproved",
  "projectGrants",
  "investmentCompletion",
  "collaboratingCompanies",
  "achievementsEvaluated",
  "awardsScienceProgress",
  "patentsGranted",
  "technologyContractAmount",
  "researchExpenses",
  "trainingSessions",
  "agriculturalDemonstrations",
  "investmentFunds",
  "techSmeListed",
  "highTechOutput",
  "honours",
];
