import type { TemplateSection } from "../template.ts";
import { awardedOr, handedOut, held, served } from "./deeds.ts";

// Changes are said only where last year's figure is there and no zero ({?…@lastYear}): a ledger that begins this year
// would else make everything 零的突破.

// Two figures that share a sentence stand apart where only one is there.
const centres =
  "{asOf}，全区省、市级工程技术研究中心达到{engineeringCentres}[，{engineeringCentresChange:change}{?engineeringCentres@lastYear}]";
const innovative = "省、市级创新型（试点）企业{innovativeCompanies}[，分别是{list innovativeCompanies | {company}}]";
const approved =
  "{period}，市级以上科技计划项目立项{projectsApproved}[，{projectsApprovedChange:change}{?projectsApproved@lastYear}][，其中国家级{projectsNational}、省级{projectsProvincial}、市级{projectsCity}]";
const grants = "争取无偿资金{projectGrants}[，{projectGrantsChange:change}{?projectGrants@lastYear}]";
const appraised =
  "通过市级以上科技成果鉴定{achievementsEvaluated}[，{achievementsEvaluatedChange:change}{?achievementsEvaluated@lastYear}]";
const awarded =
  "获市级以上科技进步奖{awardsScienceProgress}[，{awardsScienceProgressChange:change}{?awardsScienceProgress@lastYear}][，其中省级以上{awardsProvincial}]";
const patents = "授权专利{patentsGranted}[，其中发明专利{inventionPatentsGranted}]";
const contracts = "登记技术合同成交额{technologyContractAmount}";
const settled = "年内引进{list investmentSettled | {name}[（已落户{site}）]}等项目";
const arrived = "到位资金{investmentFunds}[，{investmentFundsChange:change}{?investmentFunds@lastYear}]";

/** 一、年度工作情况: six sections under headings of their own line, and a paragraph of problems without one. */
export const summary: TemplateSection = {
  id: "summary",
  level: 1,
  style: "ownLine",
  heading: "{period}工作情况",
  part: "summary",
  paragraphs: [],
  whenEmpty: "{hole:台账中没有可以写入总结的数据，请导入或录入后重新起草}",
  sections: [
    {
      id: "industry",
      level: 2,
      style: "ownLine",
      heading: "高新技术产业稳步壮大",
      paragraphs: [
        {
          sentences: [
            {
              block: "高新技术产业",
              text: "坚持把培育高新技术企业作为调整产业结构的重要抓手[，建立从后备培育、申报辅导到认定后跟踪服务的全程工作机制，帮助企业规范研发投入核算、梳理知识产权、完善研发组织管理{?highTechNewlyCertified|highTechPending|highTechPlanned|highTechCultivated}]，引导创新要素向企业集聚{?highTechCompanies|highTechPending}。",
            },
            "在{list highTechFostered | {technologyField} | where=technologyField}等领域加大扶持力度[，一批企业的技术水平和市场竞争力明显增强{?highTechNewlyCertified}]{?highTechNewlyCertified|highTechPending}。",
            "{asOf}，全区有{list highTechCompanies | {company} | others=whenSeveral}{highTechCompanies}高新技术企业[，其中本年度新认定{highTechNewlyCertified}（{list highTechNewlyCertified | {company}}）[，含重新认定{highTechRecertified}]][，总数{highTechChange:change}{?highTechCompanies@lastYear}]。",
            "[另有{list highTechPending | {company} | others=whenSeveral}{highTechPending}已提交认定申请，尚待审批，未计入上述数字。]{?highTechPending}",
            "{span}入库科技型中小企业{techSmeListed}[，{techSmeGrowth:change}{?techSmeListed@lastYear}]。",
            "{span}实现高新技术产业产值{highTechOutput}[，{highTechOutputChange:change}{?highTechOutput@lastYear}][，占规模以上工业总产值的比重为{highTechOutputShare}]。",
          ],
        },
      ],
    },
    {
      id: "innovation",
      level: 2,
      style: "ownLine",
      heading: "平台建设与企业创新能力持续提升",
      paragraphs: [
        {
          sentences: [
            {
              block: "创新平台",
              text: "围绕提升企业自主创新能力[，指导骨干企业建设高水平研发机构{?platformsNew|platformsPending|platformsPlanned}]，推动技术、人才、设备等资源向研发一线配置[，平台数量和建设质量同步提高{?platformsNew}]{?researchPlatforms|engineeringCentres|engineeringCentresPending|internationalCentres}。",
            },
            "{period}，{list engineeringCentresNew | {host}}依托建设的工程技术研究中心被认定为市级工程技术研究中心[，共{engineeringCentresNew}]。",
            "{period}，{list engineeringCentresProvincialNew | {host}}依托建设的工程技术研究中心被认定为省级以上工程技术研究中心[，共{engineeringCentresProvincialNew}]。",
            "{list engineeringCentresPending | {host} | sep=； | group=level+expected => {items}已申报{level}工程技术研究中心[，{expected}有望获批]}，评审工作正在进行。",
            "{list innovativeCompaniesPending | {company} | sep=； | group=level+type+expected => {items}已申报{level}{type}[，{expected}有望获批]}。",
            {
              oneOf: [
                `${centres}；${innovative}。`,
                `${centres}。`,
                `{asOf}，全区${innovative}。`,
                "{asOf}，全区市级以上研发平台达到{researchPlatforms}。",
              ],
            },
            "全区共有瞪羚、雏鹰企业{gazelleCompanies}[，分别是{list gazelleCompanies | {company}}]。",
            "{list internationalCentres | {host}建立了{level}国际合作研究中心 | sep=，}，对外技术合作有了固定载体。",
          ],
        },
        {
          sentences: [
            {
              block: "产学研合作",
              text: "坚持请进来与走出去相结合，组织企业与高等院校、科研院所对接技术需求，引导合作由一次性项目向长期稳定的联合研发转变{?collaboratingCompanies|jointPlatforms|internationalCollaborations}。",
            },
            "目前，全区已有{collaboratingCompanies:about}企业与高等院校、科研院所形成了稳定的产学研合作关系。",
            "其中，{list jointPlatforms | {company}与{partners}共建{platformName/title} | sep=；}。",
            "在国际合作方面，{list internationalCollaborations | {company}与[{country}]{partners}共同实施{title}项目 | sep=；}。",
          ],
        },
      ],
    },
    {
      id: "projects",
      level: 2,
      style: "ownLine",
      heading: "科技计划项目争取成效明显",
      paragraphs: [
        {
          sentences: [
            {
              block: "科技计划项目",
              text: "把争取上级科技计划支持作为推动企业创新的重要途径，密切跟踪国家、省、市各类计划的支持方向[，建立项目储备库{?projectsReserve}][，对拟申报项目逐项论证、择优推荐{?projectsPlanned|projectsApplied|projectsPending}]；对已立项项目加强过程管理，督促承担单位按期完成任务、规范使用经费{?projectsApproved}。",
            },
            { oneOf: [`${approved}；${grants}。`, `${approved}。`] },
            "在国家级项目中，{list projectsNational | {undertaker}的“{title}”[（资金{grantAmount}）] | sep=；| last=和 | group=plan+level => {items}列为{plan/level}项目}。",
          ],
        },
      ],
    },
    {
      id: "results",
      level: 2,
      style: "ownLine",
      heading: "科技成果转化与奖励取得新成绩",
      paragraphs: [
        {
          sentences: [
            {
              block: "科技成果",
              text: `注重成果的熟化和落地，${served}[，推动一批先进适用技术在本区企业投入应用，转化为现实生产力{?technologyContractsAbsorbed|agriculturalDemonstrations}]{?achievementsEvaluated|${awardedOr}}。`,
            },
            { oneOf: [`{span}${appraised}；${awarded}。`, `{span}${appraised}。`, `{span}${awarded}。`] },
            "{span}完成科技成果评价{achievementsAssessed}。",
            "{list projectsReserve | [{planYear}年][{plan}]{status}项目[（{rankNote}）] | sep=；| group=title => {undertaker}的“{title}”列为{items}}。",
            "{list awardsProvincial | {firstOrganisation/organisations}的“{title}”获{level}{awardName}[{grade}] | sep=；}。",
            "{list awardsCity | {firstOrganisation/organisations}的“{title}” | most=4 | others=never | where=awardName~科技进步}等项目获市级科技进步奖。",
            "从位次看，{list ranks | [“{recordTitle}”入选的][{metric}]{text} | sep=；}。",
            { oneOf: [`{span}${patents}；${contracts}。`, `{span}${patents}。`, `{span}${contracts}。`] },
          ],
        },
      ],
    },
    {
      id: "agriculture",
      level: 2,
      style: "ownLine",
      heading: "农业科技创新与服务扎实推进",
      paragraphs: [
        {
          sentences: [
            {
              oneOf: [
                `${held}[，{span}举办科技培训{trainingSessions}][，各类活动参加{activityPeople}]${handedOut}[，农民和企业职工的科技素质得到提高{?activityPeople}]{?trainingSessions|activityPeople|activityMaterials|activityConsultations}。`,
                `${held}，{span}共{activities}。`,
                `{span}开展科技活动{activities}[，参加{activityPeople}]${handedOut}。`,
              ],
            },
            "{technologyCommissioners}科技特派员常年在生产一线开展技术服务。",
            {
              block: "农业科技",
              text: "围绕优势农产品和特色产业，加快农业科技成果的引进、试验和示范，重大农业科技成果的应用步伐明显加快{?agriculturalDemonstrations}。",
            },
            "{list agriculturalDemonstrations | {organisation}的“{name}” | others=whenSeveral}{agriculturalDemonstrations:plain}个项目在示范推广中取得较好效益。",
          ],
        },
      ],
    },
    {
      id: "investment",
      level: 2,
      style: "ownLine",
      heading: "招商引资取得新进展",
      paragraphs: [
        {
          sentences: [
            {
              block: "招商引资",
              text: "把招商引资与培育科技产业结合起来[，分解任务、明确责任，落实奖惩措施{?investmentTarget}]，突出科技含量高、成长性好、资源消耗低的项目，积极做好项目信息收集、洽谈和跟踪服务{?investmentSettled|investmentCommenced|investmentFunds}。",
            },
            {
              oneOf: [
                `${settled}[，累计${arrived}]，{investmentCompletion:completion}。`,
                `${settled}[，累计${arrived}]。`,
                `{span}招商引资${arrived}[，{investmentCompletion:completion}]。`,
              ],
            },
            "{list investmentCommenced | {name}项目}已开工建设。",
          ],
        },
      ],
    },
    {
      id: "problems",
      level: 2,
      style: "none",
      heading: "存在的问题",
      paragraphs: [
        {
          sentences: [
            "在总结成绩的同时，我们也清醒地看到工作中还存在一些问题和不足：{list problemItems | {ordinal}是{text} | sep=；}。",
            {
              block: "问题小结",
              text: "{?problemItems}对这些问题，我们将在今后的工作中采取有针对性的措施，认真加以解决。",
            },
          ],
        },
      ],
    },
  ],
};
