import type { FakeAnswers } from "./fakeAsk.ts";

// The facts of the reference report (domain.md §1.3–1.5) as answers, so that the template is tried without a database.

const named = (field: string, ...names: string[]) => names.map((name) => ({ [field]: name }));

export const referenceYear: FakeAnswers = {
  highTechCompanies: {
    unit: "家",
    items: [
      { company: "海龙", technologyField: "新材料" },
      { company: "圆友集团", technologyField: "高新技术改造传统产业" },
      { company: "精工", technologyField: "高新技术改造传统产业" },
      { company: "华铃动力", technologyField: "新能源及节能" },
      { company: "新材料", technologyField: "新材料" },
    ],
  },
  highTechFostered: {
    unit: "家",
    items: named("technologyField", "新材料", "生物与新医药", "新能源及节能", "资源与环境技术", "高新技术改造传统产业"),
  },
  ranks: { unit: "条", items: [{ recordTitle: "保温防火砂浆", metric: "国家863计划预备项目", text: "全市仅有2项" }] },
  highTechNewlyCertified: { unit: "家", items: named("company", "新材料") },
  ...lastYear(),
  highTechChange: { unit: "家", value: 1 },
  highTechOutput: { unit: "亿元", value: 86.5 },
  highTechOutputChange: { unit: "%", value: 21.48876 },
  highTechOutputShare: { unit: "%", value: 30.5 },
  highTechPlanned: { unit: "家", items: named("company", "创智新材料", "幸福药业", "奥博仪表") },
  highTechExpiringNextYear: { unit: "家", items: named("company", "圆友集团", "精工") },
  engineeringCentres: { unit: "家", value: 16, items: named("host", "海龙") },
  engineeringCentresChange: { unit: "家", value: 2 },
  engineeringCentresNew: { unit: "家", items: named("host", "鑫昊木业", "双通塑料") },
  platformsNew: { unit: "家", value: 2 },
  engineeringCentresPending: {
    unit: "家",
    items: named("host", "长松柴油机", "金石通保温材料").map((one) => ({ ...one, level: "市级" })),
  },
  innovativeCompanies: { unit: "家", items: named("company", "海龙", "精工", "圆友集团", "华铃动力") },
  innovativeCompaniesPending: {
    unit: "家",
    items: named("company", "圆友重工", "沃科奇实业").map((one) => ({
      ...one,
      level: "市级",
      type: "创新型试点企业",
      expected: "2012年12月",
    })),
  },
  internationalCentres: { unit: "家", items: [{ host: "精工", level: "省级" }] },
  collaboratingCompanies: { unit: "家", value: 43, items: named("company", "海龙") },
  jointPlatforms: {
    unit: "个",
    items: [
      {
        company: "创智新材料",
        partners: "同济大学、北京工业大学、武汉纺织大学、北京建筑技术发展公司",
        platformName: "建筑保温材料研究中心",
      },
      { company: "华铃动力", partners: "清华大学", platformName: "双燃料实验室" },
    ],
  },
  internationalCollaborations: {
    items: [
      {
        company: "精工",
        country: "加拿大",
        partners: "Escher-Grad公司",
        title: "CTP计算机直接制版机与喷墨数码印刷设备联合研发",
      },
    ],
  },
  projectsApproved: { value: 12, items: named("title", "项目") },
  projectsApprovedChange: { unit: "%", value: 33.333333333333336 },
  projectGrants: { unit: "万元", value: 423 },
  projectGrantsChange: { unit: "%", value: 36.45161290322581 },
  projectsNational: {
    items: [
      {
        undertaker: "精工",
        title: "新型自动数字化印刷制版设备CTP联合研制",
        plan: "国家国际科技合作与交流专项",
        grantAmount: "400万元",
      },
      { undertaker: "创智新材料", title: "年产1000万平方米膨胀玻化微珠建筑防火保温板", plan: "国家星火计划" },
      { undertaker: "示例生物", title: "中药杀菌剂对姜瘟病的防治技术研究及应用", plan: "国家星火计划" },
    ],
  },
  projectsProvincial: { value: 4 },
  projectsCity: { value: 5 },
  projectsReserve: {
    items: [
      {
        undertaker: "创智新材料",
        title: "膨胀玻化微珠保温防火砂浆",
        plan: "国家863计划",
        planYear: "2012",
        status: "预备",
        rankNote: "全市仅有2项",
      },
      {
        undertaker: "创智新材料",
        title: "膨胀玻化微珠保温防火砂浆",
        plan: "技术创新基金",
        planYear: "2012",
        status: "储备",
      },
    ],
  },
  projectsPending: {
    items: [
      { undertaker: "沃科奇", title: "缓释技术研究", plan: "省科技发展计划" },
      { undertaker: "俊清合作社", title: "标准化生产示范", plan: "省星火计划重点项目" },
    ],
  },
  projectsPlanned: { items: [{ undertaker: "恒联", title: "纤维膜套管", plan: "国家国际科技合作与交流专项" }] },
  achievementsEvaluated: { value: 10 },
  achievementsEvaluatedChange: { value: 2 },
  achievementsRegistered: { value: 6 },
  awardsScienceProgress: { value: 9 },
  awardsScienceProgressChange: { value: 2 },
  awardsProvincial: {
    items: [
      {
        firstOrganisation: "创智新材料",
        title: "膨胀玻化微珠保温防火砂浆",
        level: "省级",
        awardName: "科技进步奖",
        grade: "二等奖",
      },
    ],
  },
  awardsCity: { items: [{ firstOrganisation: "示例实业", title: "新型智能蒸汽回收机", awardName: "科技进步奖" }] },
  patentsGranted: { unit: "件", value: 58 },
  inventionPatentsGranted: { unit: "件", value: 9 },
  technologyContractAmount: { unit: "万元", value: 3120.5 },
  activities: { unit: "次", value: 8 },
  trainingSessions: { unit: "期", value: 5 },
  activityPeople: { unit: "人次", value: 3405 },
  activityMaterials: { unit: "份", value: 7800 },
  activityConsultations: { unit: "人次", value: 905 },
  countrysideVisits: { unit: "次", value: 3 },
  scienceWeeks: { unit: "次", value: 1 },
  technologyCommissioners: { unit: "名", value: 5 },
  agriculturalDemonstrations: {
    items: [
      { organisation: "亚康药业", name: "黄芪、双黄连浸膏粉在种鸡生产中的应用" },
      { organisation: "示例农化", name: "植物活性苷肽杀菌剂" },
      { organisation: "沃科奇", name: "阿维菌素免耕肥" },
    ],
  },
  investmentSettled: {
    unit: "个",
    items: [{ name: "河海水文科技", site: "高新技术产业园" }, { name: "农作物病毒防治" }, { name: "友联电子" }],
  },
  investmentCommenced: { unit: "个", items: named("name", "友联电子") },
  investmentFunds: { unit: "万元", value: 224 },
  investmentFundsChange: { unit: "%", value: 133.33333333333334 },
  investmentTarget: { unit: "万元", value: 100 },
  investmentCompletion: { unit: "%", value: 224 },
  milestonesNextYear: {
    items: [
      { plannedOn: "2013年上半年", verb: "确保", milestone: "完成车间建设" },
      { plannedOn: "2013年下半年", verb: "争取", milestone: "投入生产" },
    ].map((step) => ({ ...step, investmentProject: "友联电子", "investmentProject.status": "开工" })),
  },
  problemItems: {
    items: named(
      "text",
      "新成果就地转化的比例偏低，规模效益不够明显",
      "重点领域整体科技水平有待提升，自主知识产权储备偏少。",
      "对外科技合作的深度和广度不够",
    ),
  },
  "planItems@2013": {
    items: [
      { section: "科技宣传与培训", verb: "举办", objects: "科技活动周、科技下乡", text: "覆盖全部街道" },
      { section: "高新技术产业", verb: "重点扶持", objects: "圆友重工、精工", text: "做大高新技术产品" },
      { section: "高新技术产业", verb: "组织认定", objects: "创智新材料、幸福药业、奥博仪表", text: "逐户辅导" },
      {
        section: "高新技术产业",
        verb: "培育",
        objects: "新材料、新能源、新医药、信息产业和现代农业",
        text: "储备项目",
      },
      { section: "创新平台与产学研", verb: "重点推动", objects: "创智新材料、亚康药业", text: "创建研究中心" },
      { section: "创新平台与产学研", verb: "组建", objects: "产学研技术联盟", text: "按行业牵头" },
      {
        section: "招商引资",
        verb: "参加",
        objects: "国际风筝会、高新技术洽谈会、海峡两岸人才交流与科技成果洽谈会、深圳高新技术招商洽谈会",
        text: "借助展会招商",
      },
      {
        section: "考核与服务",
        verb: "纳入考核",
        objects: "高新技术产业发展、高企培育、工程技术研究中心建设",
        text: "列入各街道经济工作年度综合考核",
      },
    ],
  },
  "engineeringCentresProvincialTarget@2013": { unit: "家", value: 1 },
  "engineeringCentresTarget@2013": { unit: "家", value: 4 },
  "investmentTarget@2013": { unit: "万元", value: 120 },
};

/** The year before, as far as domain.md knows or implies it. */
function lastYear(): FakeAnswers {
  return {
    "highTechCompanies@2011": { unit: "家", value: 4 },
    "highTechOutput@2011": { unit: "亿元", value: 71.2 },
    "engineeringCentres@2011": { unit: "家", value: 14 },
    "projectsApproved@2011": { value: 9 },
    "projectGrants@2011": { unit: "万元", value: 310 },
    "achievementsEvaluated@2011": { value: 8 },
    "awardsScienceProgress@2011": { value: 7 },
    "investmentFunds@2011": { unit: "万元", value: 96 },
  };
}
