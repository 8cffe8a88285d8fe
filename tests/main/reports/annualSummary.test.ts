import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { asText } from "../../../main/reports/asText.ts";
import { draft } from "../../../main/reports/draft.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { annualSummary } from "../../../main/reports/templates/annualSummary/annualSummary.ts";
import { compileTemplate } from "../../../main/reports/templates/compile.ts";
import { templateMetrics } from "../../../main/reports/templates/templateMetrics.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import type { ResolvedDocument } from "../../../shared/report/document.ts";
import { fakeAsk, type FakeAnswers } from "./fakeAsk.ts";
import { referenceYear } from "./referenceYear.ts";

const template = compileTemplate(annualSummary);

async function drafted(answers: FakeAnswers, asOf?: string): Promise<ResolvedDocument> {
  const ask = fakeAsk(answers);
  const document = await draft(template, {
    year: 2012,
    scope: yearScope(2012, asOf),
    ask,
    district: "示例区",
    office: "示例区科技局",
    textBlocks: { year: new Map(), nextYear: new Map() },
  });
  return resolve(document, ask);
}
const full = await drafted(referenceYear);
const text = asText(full);

/** The printed text of a section, by its id. */
function sectionText(id: string): string {
  const found = full.sections.flatMap((part) => [part, ...part.sections]).find((section) => section.id === id);
  if (!found) return "";
  return found.blocks
    .flatMap((block) => (block.kind === "paragraph" ? block.inlines : []))
    .map((inline) => inline.text)
    .join("");
}

describe("the annual summary", () => {
  it("has the structure of the printed report", () => {
    const outline = full.sections
      .flatMap((part) => [part, ...part.sections])
      .map(({ level, style, number, part }) => [level, style, number, part]);
    const numbers = ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"];
    expect(outline).toEqual([
      [1, "ownLine", "一、", "summary"],
      ...numbers.map((number) => [2, "ownLine", number, undefined]),
      [2, "none", "", undefined],
      [1, "ownLine", "二、", "plan"],
      ...numbers.map((number) => [2, "runIn", number, undefined]),
    ]);
    expect(text.split("\n")[0]).toBe("示例区科技局2012年工作总结及2013年工作计划");
  });

  it.each([
    ["industry", "海龙、圆友集团、精工、华铃动力、新材料等5家高新技术企业"],
    ["industry", "新材料、生物与新医药、新能源及节能、资源与环境技术、高新技术改造传统产业等领域"],
    ["results", "国家863计划预备项目全市仅有2项"],
    ["innovation", "鑫昊木业、双通塑料"],
    ["innovation", "长松柴油机、金石通保温材料已申报"],
    ["innovation", "圆友重工、沃科奇实业已申报市级创新型试点企业，2012年12月有望获批"],
    ["innovation", "省、市级工程技术研究中心达到16家"],
    ["innovation", "省、市级创新型（试点）企业4家"],
    ["innovation", "精工建立了省级国际合作研究中心"],
    ["innovation", "40多家企业"],
    ["innovation", "创智新材料与同济大学、北京工业大学、武汉纺织大学、北京建筑技术发展公司共建建筑保温材料研究中心"],
    ["innovation", "华铃动力与清华大学共建双燃料实验室"],
    ["innovation", "精工与加拿大Escher-Grad公司共同实施CTP计算机直接制版机与喷墨数码印刷设备联合研发"],
    ["projects", "立项12项，同比增长33.3%"],
    ["projects", "无偿资金423万元，同比增长36.5%"],
    ["projects", "精工的“新型自动数字化印刷制版设备CTP联合研制”（资金400万元）列为国家国际科技合作与交流专项项目"],
    [
      "projects",
      "“年产1000万平方米膨胀玻化微珠建筑防火保温板”和示例生物的“中药杀菌剂对姜瘟病的防治技术研究及应用”列为国家星火计划项目",
    ],
    ["results", "鉴定10项"],
    ["results", "科技进步奖9项"],
    ["results", "“膨胀玻化微珠保温防火砂浆”列为2012年国家863计划预备项目（全市仅有2项）、2012年技术创新基金储备项目"],
    ["results", "创智新材料的“膨胀玻化微珠保温防火砂浆”获省级科技进步奖二等奖"],
    ["results", "“新型智能蒸汽回收机”等项目获市级科技进步奖"],
    ["agriculture", "亚康药业的“黄芪、双黄连浸膏粉在种鸡生产中的应用”"],
    ["agriculture", "“植物活性苷肽杀菌剂”"],
    ["agriculture", "“阿维菌素免耕肥”"],
    ["investment", "河海水文科技（已落户高新技术产业园）、农作物病毒防治"],
    ["investment", "完成年度任务的224%"],
    ["problems", "一是新成果"],
    ["problems", "三是对外科技合作"],
    ["planIndustry", "圆友重工、精工"],
    ["planIndustry", "创智新材料、幸福药业、奥博仪表"],
    ["planPlatforms", "省级以上1家、市级以上4家"],
    ["planPlatforms", "亚康药业"],
    ["planResources", "俊清合作社"],
    ["planResources", "恒联“纤维膜套管”"],
    ["planInvestment", "国际风筝会、高新技术洽谈会、海峡两岸人才交流与科技成果洽谈会、深圳高新技术招商洽谈会"],
    ["planInvestment", "友联电子项目2013年上半年确保完成车间建设、2013年下半年争取投入生产"],
    ["planAssessment", "各街道经济工作年度综合考核"],
  ])("says in %s: %s", (section, words) => expect(sectionText(section)).toContain(words));

  it("fills five to seven pages of 22 lines", () => {
    const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(([...line].length + 2) / 28), 0);
    expect(lines / 22).toBeGreaterThan(5);
    expect(lines / 22).toBeLessThan(7);
  });

  it("asks only for metrics that the catalogue has", () => {
    const known = new Set(builtInMetrics.map((metric) => metric.name));
    expect(templateMetrics(template).filter(({ metric }) => !known.has(metric))).toEqual([]);
  });

  it("speaks of the months that have passed", async () => {
    expect(asText(await drafted(referenceYear, "2012-10-31"))).toMatch(
      /一、2012年1—10月工作情况[^]*1—10月通过市级以上科技成果鉴定10项/,
    );
  });

  it("claims no growth where last year is not known", async () => {
    const answers = Object.fromEntries(Object.entries(referenceYear).filter(([name]) => !name.endsWith("@2011")));
    expect(asText(await drafted(answers))).not.toMatch(/同比|比上年|零的突破/);
    expect(text).toMatch(/同比/);
  });

  it("prints every plan item once, those of no section at the end", async () => {
    const item = (section: string | null, words: string) => ({ ...(section === null ? {} : { section }), text: words });
    const words = asText(
      await drafted({
        "planItems@2013": {
          items: [
            item("产业招商", "外出招商四次"),
            item("科技金融", "办理科技贷款"),
            item(null, "编印政策汇编"),
            item("企业培育", "新增企业五家"),
          ],
        },
      }),
    );
    for (const once of ["外出招商四次", "办理科技贷款；编印政策汇编", "新增企业五家"])
      expect(words.split(once)).toHaveLength(2);
    expect(words.split("\n").find((line) => line.includes("外出招商四次"))).toContain("招商引资实效");
    expect(words.trimEnd().split("\n").at(-1)).toMatch(/办理科技贷款；编印政策汇编。$/);
  });

  it("leaves no gap where a project has no plan", async () => {
    const project = { undertaker: "甲", title: "乙", level: "国家级", status: "储备" };
    const one = { items: [project] };
    const words = asText(
      await drafted({
        projectsNational: one,
        projectsReserve: one,
        projectsPending: one,
        projectsPlanned: one,
        jointPlatforms: { items: [{ company: "甲", partners: "大学", title: "共建实验室" }] },
      }),
    );
    expect(words).not.toMatch(/〔待补〕|共建共建/);
    expect(words).toContain("甲的“乙”列为国家级项目");
    expect(words).toContain("组织甲“乙”申报立项。");
  });

  it("says 项目 once after names that end in it", async () => {
    const named = {
      name: "可降解材料项目",
      investmentProject: "可降解材料项目",
      plannedOn: "2013年",
      milestone: "投产",
    };
    const words = asText(
      await drafted({ investmentCommenced: { items: [named] }, milestonesNextYear: { items: [named] } }),
    );
    expect(words).toContain("可降解材料项目已开工建设");
    expect(words).toContain("可降解材料项目2013年投产");
  });

  it.each<[string, FakeAnswers, string]>([
    ["awards alone", { awardsScienceProgress: { value: 3 } }, "全年获市级以上科技进步奖3项。"],
    ["patents alone", { patentsGranted: { unit: "件", value: 2 } }, "全年授权专利2件。"],
    ["approvals alone", { projectsApproved: { value: 2 } }, "科技计划项目立项2项。"],
    ["centres alone", { engineeringCentres: { unit: "家", value: 6 } }, "工程技术研究中心达到6家。"],
    [
      "innovative companies alone",
      { innovativeCompanies: { unit: "家", value: 4 } },
      "全区省、市级创新型（试点）企业4家。",
    ],
    ["other platforms", { researchPlatforms: { unit: "家", value: 4 } }, "全区市级以上研发平台达到4家。"],
    ["money arrived alone", { investmentFunds: { unit: "万元", value: 224 } }, "全年招商引资到位资金224万元。"],
    ["small companies", { techSmeListed: { unit: "家", value: 9 } }, "全年入库科技型中小企业9家。"],
    [
      "companies certified anew",
      {
        highTechCompanies: { unit: "家", value: 2, items: [{ company: "甲" }, { company: "乙" }] },
        highTechNewlyCertified: { unit: "家", value: 1, items: [{ company: "甲" }] },
        highTechRecertified: { unit: "家", value: 1 },
      },
      "其中本年度新认定1家（甲），含重新认定1家。",
    ],
  ])("says %s", async (_what, answers, words) => {
    expect(asText(await drafted(answers))).toContain(words);
  });

  it("reads without a gap whatever is missing", async () => {
    const keys = Object.keys(referenceYear);
    await fc.assert(
      fc.asyncProperty(fc.subarray(keys), async (kept) => {
        const answers = Object.fromEntries(
          keys.map((name) => [name, kept.includes(name) ? referenceYear[name] : { value: null }]),
        );
        const words = asText(await drafted(answers as FakeAnswers));
        // The one mark that may stand: a summary with nothing in it.
        expect(words.replace(/^〔待补：台账中没有[^〕]*〕$/m, "")).not.toMatch(
          /〔|，，|，。|；。|：。|。。|、。|（）|undefined|null/,
        );
        for (const line of words.split("\n").filter((each) => each.length > 40)) expect(line).toMatch(/。$/);
      }),
      { numRuns: 40 },
    );
  });
});
