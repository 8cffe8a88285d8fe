import {
  type BareStatements,
  cityAndAbove,
  inYear,
  listed,
  live,
  provinceAndAbove,
  provinceOrCity,
  reached,
  standing,
} from "./pieces.ts";

const number = "count(*)";
const approved = ["立项"];
const pending = ["申报", "推荐", "评审", "公示"];
const grants = `${cityAndAbove} AND (t.fundingMode = '无偿资助' OR t.fundingMode IS NULL)`;

const recognised = ["认定", "备案", "验收"];
const running = [...recognised, "考核优秀"];
const centre = "t.type = '工程技术研究中心'";
const international = "t.type IN ('国际合作研究中心', '国际科技合作基地')";
const research = `t.type IN (${listed(
  "工程技术研究中心",
  "技术创新中心",
  "重点实验室",
  "新型研发机构",
  "工程研究中心",
  "工程实验室",
  "企业技术中心",
)})`;

/** A platform's level at the end of the year: the last one of its level history, else its own. */
const levelled = (condition: string): string =>
  condition.replace(
    "t.level",
    `coalesce((SELECT h.level FROM platformLevels AS h WHERE h.platform = t.id AND h.deletedAt IS NULL
      AND h.date <= @to ORDER BY h.date DESC, h.id DESC LIMIT 1), t.level)`,
  );
const platforms = (stages: readonly string[], where: string): string =>
  standing(number, "platforms", stages, levelled(where));
const newPlatforms = (where: string): string => reached(number, "platforms", recognised, levelled(where));

export const projectStatements: BareStatements = {
  projectsApproved: reached(number, "projects", approved, cityAndAbove),
  projectsNational: reached(number, "projects", approved, "t.level = '国家级'"),
  projectsProvincial: reached(number, "projects", approved, "t.level = '省级'"),
  projectsCity: reached(number, "projects", approved, "t.level = '市级'"),
  projectsApplied: reached(number, "projects", ["申报"]),
  projectsPending: standing(number, "projects", pending),
  projectsReserve: standing(number, "projects", ["储备", "预备"]),
  projectsPlanned: standing(number, "projects", ["谋划", "拟申报"]),
  projectsAccepted: reached(number, "projects", ["验收"]),
  projectGrants: reached("sum(t.grantAmount) / 1e6", "projects", approved, grants),
  largestGrant: reached("max(t.grantAmount) / 1e6", "projects", approved, grants),
  engineeringCentres: platforms(running, `${centre} AND ${provinceOrCity}`),
  engineeringCentresPending: platforms(pending, `${centre} AND ${provinceOrCity}`),
  engineeringCentresNew: newPlatforms(`${centre} AND t.level = '市级'`),
  engineeringCentresProvincialNew: newPlatforms(`${centre} AND ${provinceAndAbove}`),
  engineeringCentresCityNew: newPlatforms(`${centre} AND ${cityAndAbove}`),
  internationalCentres: platforms(running, international),
  internationalCentresPending: platforms(pending, international),
  internationalCentresNew: newPlatforms(international),
  researchPlatforms: platforms(running, `${research} AND ${cityAndAbove}`),
  platformsPending: platforms(pending, "1"),
  platformsNew: newPlatforms(cityAndAbove),
  platformsPlanned: platforms(["谋划"], "1"),
  keyLaboratories: platforms(running, `t.type = '重点实验室' AND ${cityAndAbove}`),
  companyTechnologyCentres: platforms(running, `t.type = '企业技术中心' AND ${cityAndAbove}`),
  academicianStations: platforms(running, "t.type IN ('院士工作站', '专家工作站')"),
  carriers: standing(number, "carriers", ["认定", "备案"]),
  achievementsEvaluated: live(
    number,
    "achievements",
    `t.evaluation = '鉴定' AND ${cityAndAbove} AND ${inYear("coalesce(t.evaluatedOn, t.year || '')")}`,
  ),
  achievementsAssessed: live(
    number,
    "achievements",
    `t.evaluation = '评价' AND ${inYear("coalesce(t.evaluatedOn, t.year || '')")}`,
  ),
  achievementsRegistered: live(number, "achievements", inYear("t.registeredOn")),
  awardsScienceProgress: standing(
    number,
    "awards",
    ["授奖"],
    `t.awardName = '科技进步奖' AND ${cityAndAbove} AND t.year = @year`,
  ),
  awardsPending: standing(number, "awards", ["提名", "初评", "公示"]),
  awardsProvincial: standing(number, "awards", ["授奖"], `${provinceAndAbove} AND t.year = @year`),
  awardsCity: standing(number, "awards", ["授奖"], "t.level = '市级' AND t.year = @year"),
};
