import type { TemplateSection } from "../template.ts";

// Which section an item's 部分 speaks of, the most telling words first: 产业招商 is about 招商, and an item that holds
// words of two sections is printed once.
const telling = ["宣传/培训/科普", "招商", "平台/产学研", "资源/项目", "产业/企业/高企", "考核/服务"] as const;

/** Plan items of the section with these words. */
const items = (words: (typeof telling)[number]): string => {
  const before = telling.slice(0, telling.indexOf(words)).join("/");
  return listOf(`section~${words}${before === "" ? "" : `!~${before}`}`);
};
const listOf = (where: string): string =>
  `{list planItems@nextYear | [{verb}][{objects}，]{text} | sep=；| where=${where}}。`;
/** Those of no section: printed at the end, never lost. */
const restOfItems = listOf(`section!~${telling.join("/")}`);

/** Next year's steps of the projects whose stage is such: only what has begun is said to have begun. */
const milestones = (stage: string): string =>
  `{list milestonesNextYear | {plannedOn}[{verb}]{milestone} | sep=；| where=investmentProject.status${stage} | group=investmentProject => {investmentProject}项目{items}}`;

const section = (id: string, heading: string, paragraphs: TemplateSection["paragraphs"]): TemplateSection => ({
  id,
  level: 2,
  style: "runIn",
  heading,
  paragraphs,
});

/** 二、次年工作要点: the general idea, then six sections whose heading is their first sentence. */
export const plan: TemplateSection = {
  id: "plan",
  level: 1,
  style: "ownLine",
  heading: "{nextYear}年工作要点",
  part: "plan",
  paragraphs: [
    {
      sentences: [
        "{nextYear}年科技工作的总体思路是：",
        {
          block: "总体思路",
          of: "nextYear",
          text: "以增强企业自主创新能力为主线，以培育高新技术产业为重点，健全科技服务支撑体系，扩大对外科技合作，集中力量在优势领域实现突破，不断提高科技对经济社会发展的贡献。",
        },
        "工作中着力提高企业的研发能力、成果的转化能力和部门的服务能力，完善科技投入、创新平台和人才保障三个体系。",
      ],
    },
  ],
  sections: [
    section("planPublicity", "加强科技宣传和培训，营造崇尚创新的氛围", [
      {
        sentences: [
          {
            block: "宣传培训",
            of: "nextYear",
            text: "广泛宣传科技政策法规和创新典型，面向企业、农村和社区分层次开展科技培训，提高干部群众的科技意识和应用科技的本领。",
          },
          items("宣传/培训/科普"),
        ],
      },
    ]),
    section("planIndustry", "实施示范带动，做大做强高新技术产业", [
      {
        sentences: [
          {
            block: "产业培育",
            of: "nextYear",
            text: "围绕重点产业方向，集中政策和资金扶持一批技术水平高、带动能力强的骨干企业，以骨干企业带动配套企业，拉长产业链条，扩大产业规模。",
          },
          {
            oneOf: [
              items("产业/企业/高企"),
              "组织{list highTechPlanned | {company} | others=never}等企业做好高新技术企业认定工作。",
            ],
          },
          "对列入申报计划的{highTechPlanned}企业建立台账，逐户排出申报时间表。",
          "对{nextYear}年证书到期的{list highTechExpiringNextYear | {company} | others=whenSeveral}{highTechExpiringNextYear}企业，提前做好重新认定准备。",
          "力争到{nextYear}年底高新技术企业达到{target:highTechTarget}以上。",
        ],
      },
    ]),
    section("planPlatforms", "加快创新平台建设，深化产学研合作", [
      {
        sentences: [
          {
            block: "平台与产学研",
            of: "nextYear",
            text: "支持有条件的企业建设各级各类研发平台[，对已建平台加强运行指导，提高开放服务水平{?researchPlatforms|engineeringCentres}]；引导企业与高校院所围绕产业共性技术开展联合攻关，组建利益共享、风险共担的技术联盟。",
          },
          items("平台/产学研"),
          "全年确保建成工程技术研究中心省级以上{target:engineeringCentresProvincialTarget}、市级以上{target:engineeringCentresTarget}。",
        ],
      },
    ]),
    section("planResources", "整合科技资源，全力争取上级项目支持", [
      {
        sentences: [
          {
            block: "项目争取",
            of: "nextYear",
            text: "加强与上级科技部门的联系，准确把握政策投向，统筹科技、产业和财政资源，提高项目策划和申报质量。",
          },
          "对列入预备、储备的{list projectsReserve | {undertaker}[{plan}]项目}，以及已申报、待评审的{list projectsPending | {undertaker}[{plan}]“{title}”}，集中精力做好跟踪衔接，力争早日立项。",
          "组织{list projectsPlanned | {undertaker}“{title}”申报[{plan}]立项}。",
          items("资源/项目"),
          "力争全年争取上级无偿资金{target:projectGrantsTarget}以上。",
        ],
      },
    ]),
    section("planInvestment", "创新方式方法，提高招商引资实效", [
      {
        sentences: [
          {
            block: "招商工作",
            of: "nextYear",
            text: "坚持以科技招商为特色，盯紧重点区域和重点企业，落实项目责任人和推进时限，做好从签约、落户到投产的全程服务。",
          },
          items("招商"),
          `已开工的项目倒排工期、加快进度，其中${milestones("~开工/竣工")}。`,
          `按节点推进招商项目，其中${milestones("!~开工/竣工/投产/终止")}。`,
          "力争全年招商引资到位资金{target:investmentTarget}以上。",
        ],
      },
    ]),
    section("planAssessment", "健全考核机制，提升科技服务水平", [
      {
        sentences: [
          items("考核/服务"),
          {
            block: "考核与服务",
            of: "nextYear",
            text: "加强科技队伍自身建设，改进工作作风，深入企业和基层开展调查研究，帮助解决实际困难，以扎实有效的工作服务全区经济社会发展大局。",
          },
          restOfItems,
        ],
      },
    ]),
  ],
};
