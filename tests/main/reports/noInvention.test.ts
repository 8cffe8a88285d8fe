import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "../../../main/hosts/openProgram.ts";
import { asText } from "../../../main/reports/asText.ts";
import { draft } from "../../../main/reports/draft.ts";
import { draftResolved } from "../../../main/reports/draftResolved.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { annualSummary } from "../../../main/reports/templates/annualSummary/annualSummary.ts";
import { compileTemplate } from "../../../main/reports/templates/compile.ts";
import type { Template, TemplateSection } from "../../../main/reports/templates/template.ts";
import type { StoredRecord } from "../../../shared/api/api.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import type { ResolvedDocument } from "../../../shared/report/document.ts";
import { call, emptyProgram } from "../../support/program.ts";
import { bareParagraphs, bareSentences, blocksOf, unconditional } from "./bareSentences.ts";
import { fakeAsk, type FakeAnswers } from "./fakeAsk.ts";
import { referenceYear } from "./referenceYear.ts";

// A report never invents a deed: what it tells of the year hangs on a record. Only these may stand on nothing.
const NEUTRAL = ["现将2012年工作情况和2013年工作要点报告如下。"];
const TO_FILL = "〔待补：台账中没有可以写入总结的数据，请导入或录入后重新起草〕";
/** Words that tell of what has been, which a plan without records has no business with. */
const PAST = /已|了|目前|取得|成效|年来|举办过/;

const BOILERPLATE = "组织科技活动周集中宣传，发放科技资料，现场接待群众咨询。";

/** The template with a deed put in that hangs on nothing. */
function withBoilerplate(id: string): Template {
  const put = (section: TemplateSection): TemplateSection => ({
    ...section,
    paragraphs: section.id === id ? [...section.paragraphs, { sentences: [BOILERPLATE] }] : section.paragraphs,
    sections: (section.sections ?? []).map(put),
  });
  return { ...annualSummary, sections: annualSummary.sections.map(put) };
}

async function drafted(answers: FakeAnswers, template: Template = annualSummary): Promise<ResolvedDocument> {
  const ask = fakeAsk(answers);
  const document = await draft(compileTemplate(template), {
    year: 2012,
    scope: yearScope(2012),
    ask,
    district: "示例区",
    office: "示例区科技局",
    textBlocks: { year: new Map(), nextYear: new Map() },
  });
  return resolve(document, ask);
}

const ofData = (program: Program): Promise<ResolvedDocument> =>
  draftResolved(program.services.database().read, { year: 2012 });

async function save(program: Program, ledger: string, values: object): Promise<string> {
  const saved = await call<StoredRecord>(program, "records", "save", { ledger, id: null, version: 0, values });
  return saved.id;
}

function planWords({ sections }: ResolvedDocument): string {
  return sections
    .filter(({ part }) => part === "plan")
    .flatMap(blocksOf)
    .map((block) => (block.kind === "paragraph" ? block.inlines.map(({ text }) => text).join("") : ""))
    .join("\n");
}

/** Lines between the title and the plan. */
function summaryLines(document: ResolvedDocument): string[] {
  const lines = asText(document).split("\n");
  return lines.slice(1, lines.indexOf("二、2013年工作要点"));
}

describe("a district without data", () => {
  it("reports no deed, and shows what is to be filled in", async () => {
    const document = await ofData(await emptyProgram());
    expect(bareSentences(document)).toEqual(NEUTRAL);
    expect(summaryLines(document)).toEqual([...NEUTRAL, "一、2012年工作情况", TO_FILL]);
  });

  it("plans, but tells nothing of the past", async () => {
    const words = planWords(await ofData(await emptyProgram()));
    expect(words).toContain("总体思路");
    expect(words).not.toMatch(PAST);
  });

  it("would be caught at telling one", async () => {
    expect(bareSentences(await drafted({}))).toEqual(NEUTRAL);
    expect(bareSentences(await drafted({}, withBoilerplate("agriculture")))).toEqual([...NEUTRAL, BOILERPLATE]);
    expect(planWords(await drafted({ researchPlatforms: { value: 1 } }))).toMatch(PAST);
  });
});

describe("a district with companies alone", () => {
  it("has nothing to report of them", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "示例甲有限公司" });
    expect(summaryLines(await ofData(program))).toEqual([...NEUTRAL, "一、2012年工作情况", TO_FILL]);
  });

  it("reports those certified years ago, and no work of this year", async () => {
    const program = await emptyProgram();
    const company = await save(program, "organisations", { name: "示例甲有限公司" });
    const status = [{ stage: "认定", date: "2011-10-31", documentNo: null, note: null }];
    await save(program, "highTechCertificates", { company, technologyField: "新材料", validTo: "2014-10-30", status });
    const document = await ofData(program);
    expect(summaryLines(document)).toEqual([
      "2012年，在区委、区政府的正确领导和上级科技部门的指导下，全区科技工作以提高自主创新能力为核心，以培育高新技术产业为重点。现将2012年工作情况和2013年工作要点报告如下。",
      "一、2012年工作情况",
      "（一）高新技术产业稳步壮大",
      "坚持把培育高新技术企业作为调整产业结构的重要抓手，引导创新要素向企业集聚。截至2012年12月31日，全区有示例甲有限公司1家高新技术企业，总数与上年持平。",
    ]);
    expect(planWords(document)).not.toMatch(PAST);
  });
});

describe("each deed has its record", () => {
  const deeds = {
    training: [
      { trainingSessions: { value: 2, unit: "期" } },
      "深入开展科技培训等群众性科技活动，全年举办科技培训2期。",
    ],
    visits: [
      { activities: { value: 3, unit: "次" }, countrysideVisits: { value: 2 }, scienceWeeks: { value: 1 } },
      "深入开展科技下乡和科技活动周等群众性科技活动，全年共3次。",
    ],
    "another activity": [{ activities: { value: 1, unit: "次" } }, "全年开展科技活动1次。"],
    awards: [{ awardsScienceProgress: { value: 1 } }, "注重成果的熟化和落地，做好奖励推荐的全程服务。"],
    appraisals: [{ achievementsEvaluated: { value: 1 } }, "注重成果的熟化和落地，做好成果鉴定的全程服务。"],
    "registered results": [
      { achievementsEvaluated: { value: 1 }, achievementsRegistered: { value: 1 }, awardsProvincial: { value: 1 } },
      "做好成果鉴定、登记和奖励推荐的全程服务。",
    ],
    "money without a task": [
      { investmentFunds: { value: 1 } },
      "把招商引资与培育科技产业结合起来，突出科技含量高、成长性好、资源消耗低的项目，",
    ],
    "old platforms": [
      { researchPlatforms: { value: 1, unit: "家" } },
      "围绕提升企业自主创新能力，推动技术、人才、设备等资源向研发一线配置。",
    ],
  } satisfies Record<string, [FakeAnswers, string]>;
  it.each(Object.entries(deeds))("%s", async (_name, [answers, words]) => {
    expect(asText(await drafted(answers))).toContain(words);
  });

  it("and all are told where every record is there", async () => {
    const words = asText(await drafted(referenceYear));
    for (const told of [
      "建立从后备培育、申报辅导到认定后跟踪服务的全程工作机制",
      "一批企业的技术水平和市场竞争力明显增强",
      "指导骨干企业建设高水平研发机构，推动技术、人才、设备等资源向研发一线配置，平台数量和建设质量同步提高",
      "引导合作由一次性项目向长期稳定的联合研发转变",
      "建立项目储备库，对拟申报项目逐项论证、择优推荐；对已立项项目加强过程管理",
      "做好成果鉴定、登记和奖励推荐的全程服务，推动一批先进适用技术在本区企业投入应用",
      "深入开展科技培训、科技下乡和科技活动周等群众性科技活动",
      "农民和企业职工的科技素质得到提高",
      "重大农业科技成果的应用步伐明显加快",
      "分解任务、明确责任，落实奖惩措施",
      "对已建平台加强运行指导",
      "已开工的项目倒排工期、加快进度",
    ])
      expect(words).toContain(told);
  });

  it("as the template is written", () => {
    expect(unconditional(compileTemplate(annualSummary))).toEqual(["现将工作情况和年工作要点报告如下。"]);
    expect(unconditional(compileTemplate(withBoilerplate("agriculture")))).toContain(BOILERPLATE);
  });

  it("and a paragraph never stands on such words alone", async () => {
    expect(bareParagraphs(await drafted({}, withBoilerplate("agriculture")))).toEqual([BOILERPLATE]);
    const keys = Object.keys(referenceYear);
    const few = fc.subarray(keys, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(few, fc.subarray(keys)), async (kept) => {
        const answers = Object.fromEntries(Object.entries(referenceYear).filter(([name]) => kept.includes(name)));
        expect(bareParagraphs(await drafted(answers))).toEqual([]);
      }),
      { numRuns: 60, examples: keys.map((key): [string[]] => [[key]]) },
    );
  });
});

describe("projects ahead", () => {
  const step = (stage: string) => ({
    investmentProject: "甲",
    "investmentProject.status": stage,
    plannedOn: "2013年",
    milestone: "开工",
  });
  it("are said to have begun only where they have", async () => {
    const words = async (stage: string) =>
      planWords(await drafted({ milestonesNextYear: { items: [step(stage)] } })).match(/[^。]*甲项目2013年开工。/)?.[0];
    expect(await words("签约")).toBe("按节点推进招商项目，其中甲项目2013年开工。");
    expect(await words("开工")).toBe("已开工的项目倒排工期、加快进度，其中甲项目2013年开工。");
  });
});
