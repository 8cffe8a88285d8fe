// Small ledgers of which the report says nothing: everything here is invented (示例).

export interface Honour {
  readonly year: number;
  readonly name: string;
  readonly receiver: string;
  readonly level: "国家" | "省" | "市";
  readonly issuer: string;
  readonly date: string;
}

export const honours: readonly Honour[] = [
  {
    year: 2012,
    name: "示例科技工作先进单位",
    receiver: "示例区科技局",
    level: "市",
    issuer: "示例市科技局",
    date: "2012-12-20",
  },
  { year: 2011, name: "示例科技进步先进区", receiver: "示例区", level: "省", issuer: "示例省科技厅", date: "2011-11" },
];

export interface Talent {
  readonly name: string;
  readonly kind: "个人" | "团队";
  readonly company: string;
  readonly title: string;
  readonly level: "省" | "市";
  readonly date: string;
}

export const talents: readonly Talent[] = [
  { name: "示例周博士", kind: "个人", company: "创智新材料", title: "示例产业领军人才", level: "市", date: "2012-06" },
  {
    name: "示例制版技术团队",
    kind: "团队",
    company: "精工",
    title: "示例优秀创新团队",
    level: "省",
    date: "2012-09-10",
  },
  { name: "示例吴博士", kind: "个人", company: "恒联", title: "示例产业领军人才", level: "市", date: "2011-07" },
];

export interface PolicyReward {
  readonly year: number;
  readonly company: string;
  readonly policy: string;
  readonly matter: string;
  /** 万元 */
  readonly amount: number;
  readonly paid: string;
}

export const policyRewards: readonly PolicyReward[] = [
  {
    year: 2012,
    company: "海龙",
    policy: "示例区科技创新奖励办法",
    matter: "高新技术企业认定奖励",
    amount: 10,
    paid: "2012-07-18",
  },
  {
    year: 2012,
    company: "华铃动力",
    policy: "示例区科技创新奖励办法",
    matter: "高新技术企业认定奖励",
    amount: 10,
    paid: "2012-07-18",
  },
  {
    year: 2012,
    company: "示例天润制药",
    policy: "示例区科技创新奖励办法",
    matter: "工程技术研究中心奖励",
    amount: 8,
    paid: "2012-11",
  },
  {
    year: 2011,
    company: "精工",
    policy: "示例区科技创新奖励办法",
    matter: "发明专利奖励",
    amount: 1.5,
    paid: "2011-12-15",
  },
];

export interface Carrier {
  readonly name: string;
  readonly kind: "科技园区" | "孵化器";
  readonly level: "省" | "市" | "区";
  readonly operator: string;
  readonly date: string;
  /** 平方米 */
  readonly area: number | null;
  readonly tenants: number | null;
}

export const carriers: readonly Carrier[] = [
  {
    name: "示例高新技术产业园",
    kind: "科技园区",
    level: "市",
    operator: "示例高新技术产业园管理办公室",
    date: "2008-06",
    area: 1200000,
    tenants: 28,
  },
  {
    name: "示例科技企业孵化器",
    kind: "孵化器",
    level: "区",
    operator: "示例高新技术产业园管理办公室",
    date: "2012-10",
    area: 12000,
    tenants: null,
  },
];

export interface TechnologyLoan {
  readonly company: string;
  readonly kind: "科技贷款" | "知识产权质押";
  readonly bank: string;
  /** 万元 */
  readonly amount: number;
  readonly date: string;
}

export const technologyLoans: readonly TechnologyLoan[] = [
  { company: "创智新材料", kind: "知识产权质押", bank: "示例银行", amount: 500, date: "2012-05-22" },
  { company: "示例百川泵业", kind: "科技贷款", bank: "示例银行", amount: 300, date: "2012-10" },
];
