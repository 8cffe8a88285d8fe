import { type BareStatements, inYear, listed, live, provinceOrCity, reached, standing } from "./pieces.ts";

const companies = "count(DISTINCT t.company)";
const certificates = "highTechCertificates";
const pending = ["申报", "推荐", "评审", "公示"];
const notOver = "(t.validTo IS NULL OR t.validTo >= @to)";
const innovative = `t.type IN ('创新型企业', '创新型试点企业') AND ${provinceOrCity}`;
const certified = ["认定"];
const qualified = ["认定", "备案"];

/** The last day of a certificate: as written, or three years after it was granted. */
const ends = `coalesce(t.validTo, (SELECT date(min(dateTo), '+3 years', '-1 day') FROM stages
  WHERE ledger = 'highTechCertificates' AND record = t.id AND stage = '认定'))`;

export const companyStatements: BareStatements = {
  highTechCompanies: standing(companies, certificates, certified, `${ends} >= @to`),
  highTechPending: standing(companies, certificates, pending),
  highTechNewlyCertified: reached(companies, certificates, certified),
  highTechRecertified: reached(companies, certificates, certified, "t.applyType IN ('重新认定', '复审')"),
  highTechApplied: reached(companies, certificates, ["申报"]),
  highTechPlanned: standing(companies, certificates, ["培育", "拟申报"], "t.year = @year + 1"),
  highTechCultivated: standing(companies, certificates, ["培育", "拟申报"]),
  highTechExpired: live(companies, certificates, `${ends} BETWEEN @from AND @to`),
  highTechExpiringNextYear: standing(companies, certificates, certified, `${ends} BETWEEN @nextFrom AND @nextTo`),
  highTechFostered: `SELECT count(DISTINCT company) FROM (
    ${standing("t.company", certificates, ["培育", "拟申报", ...pending])}
    UNION ALL ${standing("t.company", certificates, certified)})`,
  techSmeListed: reached(companies, "techSmeListings", ["入库"]),
  techSmePending: standing(companies, "techSmeListings", ["申报", "审核", "公示"]),
  innovativeCompanies: standing(companies, "qualifications", qualified, `${innovative} AND ${notOver}`),
  innovativeCompaniesPending: standing(companies, "qualifications", pending, innovative),
  innovativeCompaniesNew: reached(companies, "qualifications", qualified, innovative),
  gazelleCompanies: standing(
    companies,
    "qualifications",
    qualified,
    `t.type IN ('瞪羚企业', '雏鹰企业') AND ${notOver}`,
  ),
  patentDemonstrationCompanies: standing(
    companies,
    "qualifications",
    qualified,
    `t.type IN (${listed("知识产权示范企业", "知识产权优势企业", "专利示范企业")}) AND ${notOver}`,
  ),
  researchExpenses: live(
    "sum(researchExpenses) / 1e6",
    "companyYears",
    "t.year = @year AND (t.caliber = '统计' OR t.caliber IS NULL)",
  ),
  researchReporters: live(companies, "companyYears", "t.year = @year AND t.researchExpenses IS NOT NULL"),
  collaboratingCompanies: agreements(companies),
  collaborationsInForce: agreements("count(*)"),
  collaborationsSigned: live("count(*)", "collaborations", inYear("t.signedOn")),
  jointPlatforms: agreements("count(*)", "t.form = '共建平台'"),
  internationalCollaborations: agreements("count(*)", "t.country IS NOT NULL"),
};

/** Agreements in force at the end of the year: signed, and neither run out nor, where no end is written, ended. */
function agreements(what: string, where = "1"): string {
  return live(
    what,
    "collaborations",
    `t.signedOn <= @to AND ${where} AND CASE WHEN t.endsOn IS NOT NULL THEN t.endsOn >= @to
      ELSE coalesce((SELECT stage FROM stages WHERE ledger = 'collaborations' AND record = t.id AND dateTo <= @to
        ORDER BY dateTo DESC, position DESC LIMIT 1), '') <> '结束' END`,
  );
}
