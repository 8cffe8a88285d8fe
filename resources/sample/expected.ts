import { achievements2011, achievements2012 } from "./data/achievements.ts";
import { activities } from "./data/activities.ts";
import { awards2011, awards2012, otherAwards2012 } from "./data/awards.ts";
import { collaborations } from "./data/collaborations.ts";
import { companyYears2011, companyYears2012 } from "./data/companyYears.ts";
import { contracts } from "./data/contracts.ts";
import { projectFunds } from "./data/funds.ts";
import { certificates, expiredCertificates } from "./data/highTech.ts";
import { investmentFunds } from "./data/investment.ts";
import { patents } from "./data/patents.ts";
import { centres, otherPlatforms } from "./data/platforms.ts";
import { projects2011 } from "./data/projects2011.ts";
import { districtProjects2012, projects2012 } from "./data/projects2012.ts";
import { qualifications } from "./data/qualifications.ts";
import { GRANTS, INVESTMENT, MUNICIPAL_CENTRES, PROVINCIAL_CENTRES, targets } from "./data/targets.ts";
import { isWithin, lastDay } from "./isoDates.ts";

// What the sample must give, counted here in plain code over the data, so that the program's metrics have an oracle
// that shares nothing with them. Stock = as of the scope's last day; flow = within the scope. A coarse date counts
// only if its whole interval lies inside.

export const scopes = {
  year2012: { year: 2012, from: "2012-01-01", to: "2012-12-31" },
  october2012: { year: 2012, from: "2012-01-01", to: "2012-10-31" },
  year2011: { year: 2011, from: "2011-01-01", to: "2011-12-31" },
  firstHalf2012: { year: 2012, from: "2012-01-01", to: "2012-06-30" },
  firstHalf2011: { year: 2011, from: "2011-01-01", to: "2011-06-30" },
} as const;

export type ScopeName = keyof typeof scopes;
type Scope = (typeof scopes)[ScopeName];
type ByScope<Value> = { readonly [Name in ScopeName]: Value };

export interface ExpectedFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: "家" | "项" | "件" | "万元" | "%" | "场" | "人次" | "份";
  /** null = the question has no answer in that scope. */
  readonly values: ByScope<number | null>;
  /** Records that belong but leave the value blank; absent where the figure is a count. */
  readonly missing?: ByScope<number>;
}

const eachScope = <Value>(answer: (scope: Scope) => Value): ByScope<Value> => ({
  year2012: answer(scopes.year2012),
  october2012: answer(scopes.october2012),
  year2011: answer(scopes.year2011),
  firstHalf2012: answer(scopes.firstHalf2012),
  firstHalf2011: answer(scopes.firstHalf2011),
});

const isBy = (date: string | null, asOf: string): boolean => date !== null && lastDay(date) <= asOf;
const isIn = (date: string | null, { from, to }: Scope): boolean => isWithin(date, from, to);
const isUpper = ({ level }: { level: string }): boolean => ["国家", "省", "市"].includes(level);
const distinct = <Value>(values: readonly Value[]): number => new Set(values).size;
/** Tenths of 万元 and the like are exact to six places; binary fractions are not. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

const count = (
  id: string,
  label: string,
  unit: ExpectedFigure["unit"],
  answer: (scope: Scope) => number | null,
): ExpectedFigure => ({
  id,
  label,
  unit,
  values: eachScope(answer),
});

function sum<Row>(
  id: string,
  label: string,
  unit: ExpectedFigure["unit"],
  rows: (scope: Scope) => readonly Row[],
  value: (row: Row) => number | null,
): ExpectedFigure {
  return {
    id,
    label,
    unit,
    values: eachScope((scope) => {
      const known = rows(scope)
        .map(value)
        .filter((one) => one !== null);
      return known.length === 0 ? null : exact(known.reduce((total, one) => total + one, 0));
    }),
    missing: eachScope((scope) => rows(scope).filter((row) => value(row) === null).length),
  };
}

const allCertificates = [...certificates, ...expiredCertificates];
const validAt = (asOf: string) =>
  allCertificates.filter((one) => isBy(one.issued, asOf) && lastDay(one.validTo) >= asOf);

const centreRows = [...centres, ...otherPlatforms].filter((one) => one.type === "工程技术研究中心" && isUpper(one));
const standingAt = (asOf: string) => centreRows.filter((one) => isBy(one.granted, asOf) && !isBy(one.revoked, asOf));
const pendingCentresAt = (asOf: string) =>
  centreRows.filter((one) => one.status !== "筹建" && isBy(one.applied, asOf) && !isBy(one.granted, asOf));
const newCentresIn = (scope: Scope) => centreRows.filter((one) => isIn(one.granted, scope));

const pilotRows = qualifications.filter((one) => ["创新型企业", "创新型试点企业"].includes(one.type) && isUpper(one));
const pendingPilotsAt = (asOf: string) =>
  pilotRows.filter((one) => isBy(one.applied, asOf) && !isBy(one.granted, asOf));

const cooperatingAt = (asOf: string) =>
  collaborations.filter((one) => isBy(one.signed, asOf) && (one.ends === null || lastDay(one.ends) >= asOf));

const projectRows = [...projects2011, ...projects2012, ...districtProjects2012].filter(isUpper);
const approvedIn = (scope: Scope) => projectRows.filter((one) => isIn(one.approved, scope));

const appraisedIn = (scope: Scope) =>
  [...achievements2011, ...achievements2012].filter(
    (one) => one.evaluation === "鉴定" && isUpper(one) && isIn(one.date, scope),
  );

const awardedIn = (scope: Scope) =>
  [...awards2011, ...awards2012, ...otherAwards2012].filter(
    (one) => one.award.includes("科技进步奖") && isUpper(one) && isIn(one.published, scope),
  );

const arrivedIn = (scope: Scope) => investmentFunds.filter((one) => isIn(one.date, scope));
const grantedPatentsIn = (scope: Scope) => patents.filter((one) => isIn(one.granted, scope));
const contractsIn = (scope: Scope) => contracts.filter((one) => isIn(one.registered, scope));
const activitiesIn = (scope: Scope) => activities.filter((one) => isIn(one.date, scope));
/** A year's table speaks of the whole year only. */
const companyYearsIn = (scope: Scope) =>
  scope.to.endsWith("12-31") ? (scope.year === 2012 ? companyYears2012 : companyYears2011) : [];

const target = (metric: string, year: number): number | null =>
  targets.find((one) => one.metric === metric && one.year === year)?.value ?? null;
const completion = (actual: number, goal: number | null): number | null =>
  goal === null ? null : exact((actual / goal) * 100);
const amounts = (rows: readonly { amount: number }[]): number => rows.reduce((total, row) => total + row.amount, 0);
const grants = (scope: Scope): number => approvedIn(scope).reduce((total, one) => total + (one.grant ?? 0), 0);

export const expectedFigures: readonly ExpectedFigure[] = [
  count("highTechStock", "有效高新技术企业", "家", ({ to }) => distinct(validAt(to).map((one) => one.company))),
  count(
    "highTechNew",
    "新认定高新技术企业",
    "家",
    (scope) => allCertificates.filter((one) => isIn(one.issued, scope)).length,
  ),
  count("centreStock", "省、市级工程技术研究中心", "家", ({ to }) => standingAt(to).length),
  count("centreNew", "市级以上工程技术研究中心新增", "家", (scope) => newCentresIn(scope).length),
  count(
    "centreNewProvincial",
    "省级以上工程技术研究中心新增",
    "家",
    (scope) => newCentresIn(scope).filter((one) => one.level !== "市").length,
  ),
  count("centrePending", "申报中的市级以上工程技术研究中心", "家", ({ to }) => pendingCentresAt(to).length),
  count(
    "pilotStock",
    "省、市级创新型（试点）企业",
    "家",
    ({ to }) => pilotRows.filter((one) => isBy(one.granted, to)).length,
  ),
  count("pilotPending", "申报中的创新型（试点）企业", "家", ({ to }) => pendingPilotsAt(to).length),
  count("cooperatingCompanies", "有产学研合作的企业", "家", ({ to }) =>
    distinct(cooperatingAt(to).map((one) => one.company)),
  ),
  count("projectsApproved", "市级以上科技计划项目立项", "项", (scope) => approvedIn(scope).length),
  sum("grantsApproved", "争取上级无偿资金", "万元", approvedIn, (one) => one.grant),
  count("largestGrant", "最大单项无偿资金", "万元", (scope) =>
    Math.max(...approvedIn(scope).map((one) => one.grant ?? 0)),
  ),
  sum(
    "grantsPaid",
    "上级无偿资金到账",
    "万元",
    (scope) => projectFunds.filter((one) => one.mode === "无偿资助" && one.kind !== "批复" && isIn(one.date, scope)),
    (one) => one.amount,
  ),
  count("appraisals", "市级以上科技成果鉴定", "项", (scope) => appraisedIn(scope).length),
  count("awards", "市级以上科技进步奖", "项", (scope) => awardedIn(scope).length),
  count(
    "awardsProvincial",
    "省级科技进步奖",
    "项",
    (scope) => awardedIn(scope).filter((one) => one.level === "省").length,
  ),
  count("patentsGranted", "专利授权", "件", (scope) => grantedPatentsIn(scope).length),
  count(
    "inventionsGranted",
    "发明专利授权",
    "件",
    (scope) => grantedPatentsIn(scope).filter((one) => one.kind === "发明").length,
  ),
  count("contracts", "技术合同登记", "项", (scope) => contractsIn(scope).length),
  sum("contractAmount", "技术合同成交额", "万元", contractsIn, (one) => one.amount / 10_000),
  sum("activitySessions", "科技活动场次", "场", activitiesIn, (one) => one.sessions),
  sum("activityPeople", "科技活动参加人次", "人次", activitiesIn, (one) => one.people),
  sum("activityMaterials", "发放宣传资料", "份", activitiesIn, (one) => one.materials),
  sum("activityConsults", "接待咨询", "人次", activitiesIn, (one) => one.consults),
  sum("companyResearch", "企业研发费用（研发费用表）", "万元", companyYearsIn, (one) => one.research),
  sum("investmentArrived", "招商引资到位资金", "万元", arrivedIn, (one) => one.amount),
  count("investmentTarget", "招商引资任务", "万元", ({ year }) => target(INVESTMENT, year)),
  count("investmentCompletion", "招商引资任务完成率", "%", (scope) =>
    completion(amounts(arrivedIn(scope)), target(INVESTMENT, scope.year)),
  ),
  count("grantsTarget", "争取上级无偿资金任务", "万元", ({ year }) => target(GRANTS, year)),
  count("grantsCompletion", "争取上级无偿资金任务完成率", "%", (scope) =>
    completion(grants(scope), target(GRANTS, scope.year)),
  ),
  count("centresCompletion", "市级以上工程技术研究中心任务完成率", "%", (scope) =>
    completion(newCentresIn(scope).length, target(MUNICIPAL_CENTRES, scope.year)),
  ),
];

/** Next year's targets of the plan. */
export const expectedPlanTargets = {
  provincialCentres: target(PROVINCIAL_CENTRES, 2013),
  municipalCentres: target(MUNICIPAL_CENTRES, 2013),
} as const;

/** Printed names at the end of 2012, in the order of the books. */
export const expectedNames = {
  highTech: validAt("2012-12-31").map((one) => one.company),
  newCentres: newCentresIn(scopes.year2012).map((one) => one.host),
  pendingCentres: pendingCentresAt("2012-12-31").map((one) => one.host),
  pendingPilots: pendingPilotsAt("2012-12-31").map((one) => one.company),
} as const;

/** The figure with this id; throws on an unknown one. */
export function expectedFigure(id: string): ExpectedFigure {
  const found = expectedFigures.find((figure) => figure.id === id);
  if (!found) throw new Error(`没有“${id}”`);
  return found;
}
