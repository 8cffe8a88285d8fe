// Investment attraction: 224 万元 arrived in 2012 against a target of 100, 96 in 2011 against 80.

export interface InvestmentProject {
  readonly name: string;
  readonly company: string | null;
  readonly investor: string;
  readonly origin: string;
  readonly site: string;
  readonly content: string;
  /** 万元 */
  readonly total: number;
  readonly signed: string;
  /** Settled in the district (registered or moved in). */
  readonly settled: string | null;
  readonly started: string | null;
  readonly stage: "落户" | "开工" | "投产";
  readonly year: number;
}

export const investmentProjects: readonly InvestmentProject[] = [
  {
    name: "河海水文科技",
    company: "河海水文科技",
    investor: "示例河海投资公司",
    origin: "省外",
    site: "高新技术产业园",
    content: "水文监测设备研发生产",
    total: 1000,
    signed: "2012-03-12",
    settled: "2012-04-18",
    started: null,
    stage: "落户",
    year: 2012,
  },
  {
    name: "农作物病毒防治",
    company: null,
    investor: "示例植保技术公司",
    origin: "区外市内",
    site: "滨河街道",
    content: "农作物病毒防治制剂生产",
    total: 600,
    signed: "2012-04-25",
    settled: "2012-05",
    started: null,
    stage: "落户",
    year: 2012,
  },
  {
    name: "友联电子",
    company: "友联电子",
    investor: "示例友联集团",
    origin: "省外",
    site: "高新技术产业园",
    content: "电子元件生产线",
    total: 3000,
    signed: "2012-07-02",
    settled: "2012-08-06",
    started: "2012-10-12",
    stage: "开工",
    year: 2012,
  },
  {
    name: "示例环保滤料",
    company: null,
    investor: "示例滤料公司",
    origin: "市外省内",
    site: "滨河街道",
    content: "工业滤料生产",
    total: 800,
    signed: "2011-02-16",
    settled: "2011-03",
    started: "2011-06",
    stage: "投产",
    year: 2011,
  },
];

export interface InvestmentFund {
  readonly project: string;
  /** Month or day of arrival. */
  readonly date: string;
  /** 万元 */
  readonly amount: number;
  readonly evidence: string;
}

type FundRow = readonly [project: string, date: string, amount: number, evidence: string];

const FUND_ROWS: readonly FundRow[] = [
  ["示例环保滤料", "2011-03", 30, "银行转账"],
  ["示例环保滤料", "2011-07", 36, "银行转账"],
  ["示例环保滤料", "2011-11-18", 30, "设备发票"],
  ["河海水文科技", "2012-04-27", 40, "银行转账"],
  ["河海水文科技", "2012-08", 50, "银行转账"],
  ["河海水文科技", "2012-12-05", 14, "设备发票"],
  ["农作物病毒防治", "2012-05", 30, "银行转账"],
  ["农作物病毒防治", "2012-09-13", 30, "银行转账"],
  ["友联电子", "2012-10-19", 40, "银行转账"],
  ["友联电子", "2012-11", 20, "工程发票"],
];

export const investmentFunds: readonly InvestmentFund[] = FUND_ROWS.map(([project, date, amount, evidence]) => ({
  project,
  date,
  amount,
  evidence,
}));

export interface InvestmentMilestone {
  readonly project: string;
  readonly kind: string;
  readonly planned: string | null;
  readonly actual: string | null;
  /** 确保 or 争取: how firmly the date is promised. */
  readonly resolve: "确保" | "争取" | null;
}

export const investmentMilestones: readonly InvestmentMilestone[] = [
  { project: "河海水文科技", kind: "签约", planned: null, actual: "2012-03-12", resolve: null },
  { project: "河海水文科技", kind: "落户", planned: "2012-05", actual: "2012-04-18", resolve: null },
  { project: "农作物病毒防治", kind: "签约", planned: null, actual: "2012-04-25", resolve: null },
  { project: "友联电子", kind: "签约", planned: null, actual: "2012-07-02", resolve: null },
  { project: "友联电子", kind: "开工", planned: "2012-09", actual: "2012-10-12", resolve: null },
  { project: "友联电子", kind: "完成车间建设", planned: "2013-H1", actual: null, resolve: "确保" },
  { project: "友联电子", kind: "投入生产", planned: "2013-H2", actual: null, resolve: "争取" },
];
