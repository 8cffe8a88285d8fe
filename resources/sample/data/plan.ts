// What the reference report does not say is invented; the workbook is marked so in its notes.
// Next year's plan, problems and rank notes as the offices hand them in: facts and names, in the offices' own words.

export interface PlanItem {
  readonly section: string;
  readonly verb: string;
  readonly objects: readonly string[];
  readonly text: string;
  readonly deadline: string;
  readonly office: string;
}

const PUBLICITY = "科技宣传与培训";
const INDUSTRY = "高新技术产业";
const PLATFORM = "创新平台与产学研";
const RESOURCES = "科技计划与资源";
const INVESTMENT = "招商引资";
const ASSESSMENT = "考核与服务";

export const planItems: readonly PlanItem[] = [
  {
    section: PUBLICITY,
    verb: "举办",
    objects: ["科技活动周", "科技下乡"],
    text: "做到全年有安排、各街道全覆盖",
    deadline: "2013-05",
    office: "农社科",
  },
  {
    section: PUBLICITY,
    verb: "开展",
    objects: ["企业研发管理培训"],
    text: "分行业组织，突出研发费用归集和知识产权",
    deadline: "2013-10",
    office: "成果科",
  },
  {
    section: INDUSTRY,
    verb: "重点扶持",
    objects: ["圆友重工", "精工"],
    text: "一企一策，帮助骨干企业做大高新技术产品",
    deadline: "2013",
    office: "高新科",
  },
  {
    section: INDUSTRY,
    verb: "组织",
    objects: ["创智新材料", "幸福药业", "奥博仪表"],
    text: "逐户摸底辅导，做好高新技术企业认定申报",
    deadline: "2013-H2",
    office: "高新科",
  },
  {
    section: INDUSTRY,
    verb: "着眼",
    objects: ["新材料", "新能源", "新医药", "信息产业", "现代农业"],
    text: "储备和培育一批科技型企业",
    deadline: "2013",
    office: "高新科",
  },
  {
    section: PLATFORM,
    verb: "重点推动",
    objects: ["创智新材料", "亚康药业"],
    text: "创建省、市级工程技术研究中心",
    deadline: "2013",
    office: "高新科",
  },
  {
    section: PLATFORM,
    verb: "组建",
    objects: ["产学研技术联盟"],
    text: "由骨干企业牵头、高校院所参加",
    deadline: "2013-H2",
    office: "成果科",
  },
  {
    section: RESOURCES,
    verb: "完善",
    objects: ["项目储备库"],
    text: "按季度更新，成熟一批、推荐一批",
    deadline: "2013-H1",
    office: "计划科",
  },
  {
    section: INVESTMENT,
    verb: "参加",
    objects: ["国际风筝会", "高新技术洽谈会", "海峡两岸人才交流与科技成果洽谈会", "深圳高新技术招商洽谈会"],
    text: "借助展会平台开展项目推介和对接",
    deadline: "2013",
    office: "办公室",
  },
  {
    section: INVESTMENT,
    verb: "推进",
    objects: ["友联电子"],
    text: "落实专人服务，保证车间建设和投产进度",
    deadline: "2013-H2",
    office: "办公室",
  },
  {
    section: ASSESSMENT,
    verb: "把",
    objects: ["高新技术产业发展", "高企培育", "工程技术研究中心建设"],
    text: "列为各街道经济工作年度综合考核的重要指标",
    deadline: "2013-03",
    office: "办公室",
  },
];

export interface ProblemItem {
  readonly category: string;
  readonly text: string;
  readonly evidence: string | null;
}

export const problemItems: readonly ProblemItem[] = [
  { category: "成果转化", text: "新成果就地转化的比例偏低，形成规模效益的不多", evidence: "鉴定成果10项" },
  { category: "技术储备", text: "重点领域整体科技水平有待提升，自主知识产权储备偏少", evidence: null },
  { category: "对外开放", text: "对外科技合作的深度和广度不够", evidence: null },
];

export interface RankNote {
  readonly year: number;
  readonly matter: string;
  readonly subject: string;
  readonly scope: "全市" | "全省" | "全国";
  readonly type: string;
  readonly value: number;
  readonly text: string;
  readonly source: string;
}

export const rankNotes: readonly RankNote[] = [
  {
    year: 2012,
    matter: "国家863计划预备项目",
    subject: "膨胀玻化微珠保温防火砂浆",
    scope: "全市",
    type: "仅有N项",
    value: 2,
    text: "全市仅有2项",
    source: "示例市科技局2012年7月通报",
  },
];

export interface TextBlock {
  readonly year: number;
  readonly tag: string;
  readonly text: string;
}

export const textBlocks: readonly TextBlock[] = [
  {
    year: 2012,
    tag: "引言",
    text: "一年来，区科技局围绕全区中心工作抓项目、建平台、促转化，各项任务有序推进。",
  },
  {
    year: 2013,
    tag: "总体思路",
    text: "以提升企业创新能力为主线，抓好平台、项目、人才三个环节，推动科技工作再上台阶。",
  },
];
