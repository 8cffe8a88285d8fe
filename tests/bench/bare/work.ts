import { type BareStatements, inYear, live, reached } from "./pieces.ts";

const number = "count(*)";
const sum = (field: string): string => `sum(t.${field})`;
const money = (field: string): string => `sum(t.${field}) / 1e6`;
const ofYear = "t.year = @year";

const patents = "t.type IN ('发明专利', '实用新型', '外观设计')";
const rights = (where: string): string => live(number, "intellectualProperty", where);

const registered = inYear("coalesce(t.registeredOn, t.year || '')");
const contracts = (what: string, where = "1"): string =>
  live(what, "technologyContracts", `${registered} AND ${where}`);

/** Both ends of the period lie in the year. */
const held = `coalesce(t.date >= @from AND substr(t.date, instr(t.date, '/') + 1) <= @to, ${ofYear})`;
const activities = (what: string, where = "1"): string => live(what, "activities", `${held} AND ${where}`);

export const workStatements: BareStatements = {
  patentsApplied: rights(`${patents} AND ${inYear("t.appliedOn")}`),
  patentsGranted: rights(`${patents} AND ${inYear("t.grantedOn")}`),
  inventionPatentsApplied: rights(`t.type = '发明专利' AND ${inYear("t.appliedOn")}`),
  inventionPatentsGranted: rights(`t.type = '发明专利' AND ${inYear("t.grantedOn")}`),
  inventionPatentsHeld: rights("t.type = '发明专利' AND t.grantedOn <= @to AND t.legalStatus = '授权有效'"),
  technologyContracts: contracts(number),
  technologyContractAmount: contracts(money("amount")),
  technologyContractTradeAmount: contracts(money("technologyAmount")),
  technologyContractsAbsorbed: contracts(money("amount"), "t.direction = '吸纳'"),
  agriculturalDemonstrations: live(number, "agriculturalDemonstrations", ofYear),
  trainingSessions: activities(sum("sessions"), "t.type = '培训'"),
  trainingPeople: activities(sum("people"), "t.type = '培训'"),
  activities: activities(number),
  activityPeople: activities(sum("people")),
  activityMaterials: activities(sum("materials")),
  activityConsultations: activities(sum("consultations")),
  countrysideVisits: activities(sum("sessions"), "t.type = '科技下乡'"),
  scienceWeeks: activities(number, "t.type = '科技活动周'"),
  investmentFairs: activities(number, "t.type IN ('洽谈会', '对接会')"),
  technologyCommissioners: live(
    number,
    "technologyCommissioners",
    "t.period <= @to AND substr(t.period, instr(t.period, '/') + 1) >= @to",
  ),
  investmentSigned: reached(number, "investmentProjects", ["签约"]),
  investmentSettled: reached(number, "investmentProjects", ["落户"]),
  investmentCommenced: reached(number, "investmentProjects", ["开工"]),
  // Where a sum since New Year is among a project's rows, the newest one of them stands for all.
  investmentFunds: `SELECT sum(amount) / 1e6 FROM (
    SELECT amount, place, max(CASE WHEN fundBasis = '当年累计' THEN place END) OVER (PARTITION BY investmentProject) AS newest
    FROM (SELECT amount, fundBasis, investmentProject, coalesce(t.date, t.year || '-12-31') || t.id AS place
      FROM investmentFunds AS t WHERE t.deletedAt IS NULL AND ${inYear("coalesce(t.date, t.year || '')")}))
    WHERE newest IS NULL OR place = newest`,
  milestonesUnfinished: live(number, "investmentMilestones", "t.actualOn IS NULL"),
  milestonesNextYear: live(
    number,
    "investmentMilestones",
    "t.actualOn IS NULL AND t.plannedOn BETWEEN @nextFrom AND @nextTo",
  ),
  honours: live(number, "honours", ofYear),
  talentsIntroduced: live(number, "talents", inYear("coalesce(t.joinedOn, t.year || '')")),
  rewardsPaid: live(money("amount"), "policyRewards", ofYear),
  technologyLoans: live(
    money("amount"),
    "technologyFinance",
    `t.financeKind IN ('科技贷款', '知识产权质押') AND ${inYear("coalesce(t.date, t.year || '')")}`,
  ),
  ranks: live(number, "rankNotes", ofYear),
  problemItems: live(number, "problemItems", ofYear),
  planItems: live(number, "planItems", ofYear),
  textBlocks: live(number, "textBlocks", ofYear),
};
