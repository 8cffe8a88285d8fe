import { describe, expect, it } from "vitest";
import type { MetricValue } from "../shared/metrics/definition.ts";
import { type Scope, yearScope } from "../shared/metrics/scope.ts";
import type { ResolvedDocument, ResolvedInline, ResolvedSection } from "../shared/report/document.ts";
import { expectedFigure, type ScopeName, scopes } from "../resources/sample/expected.ts";
import { call, sampleProgram } from "./support/program.ts";

// The product's main job on the sample year: workbooks in, the drafted report out, every figure traceable. The oracle is
// counted in plain code from the sample's data and shares nothing with the program.

/** Our metric → the oracle's figure. */
const pairs: readonly [metric: string, figure: string][] = [
  ["highTechCompanies", "highTechStock"],
  ["highTechNewlyCertified", "highTechNew"],
  ["engineeringCentres", "centreStock"],
  ["engineeringCentresPending", "centrePending"],
  ["innovativeCompanies", "pilotStock"],
  ["innovativeCompaniesPending", "pilotPending"],
  ["collaboratingCompanies", "cooperatingCompanies"],
  ["projectsApproved", "projectsApproved"],
  ["projectGrants", "grantsApproved"],
  ["achievementsEvaluated", "appraisals"],
  ["awardsProvincial", "awardsProvincial"],
  ["patentsGranted", "patentsGranted"],
  ["inventionPatentsGranted", "inventionsGranted"],
  ["technologyContracts", "contracts"],
  ["technologyContractAmount", "contractAmount"],
  ["researchExpenses", "companyResearch"],
  ["investmentFunds", "investmentArrived"],
  ["investmentCompletion", "investmentCompletion"],
];

function scopeOf(name: ScopeName): Scope {
  const { from, to } = scopes[name];
  return { from, to, asOf: to };
}

async function valuesIn(
  program: Awaited<ReturnType<typeof sampleProgram>>,
  scope: Scope,
): Promise<Map<string, MetricValue>> {
  const rows = await call<{ now: MetricValue }[]>(program, "metrics", "values", { scope });
  return new Map(rows.map(({ now }) => [now.metric, now]));
}

function wordsOf(document: ResolvedDocument): string {
  const words = (inlines: readonly ResolvedInline[]): string => inlines.map(({ text }) => text).join("");
  const section = ({ number, heading, blocks, sections }: ResolvedSection): string =>
    [
      number + words(heading),
      ...blocks.map((block) => (block.kind === "paragraph" ? words([...(block.lead ?? []), ...block.inlines]) : "")),
      ...sections.map(section),
    ].join("\n");
  return document.sections.map(section).join("\n");
}

/** The words of the summary's n-th （一）…（六） section, or the plan's. */
function sectionWords(document: ResolvedDocument, part: 0 | 1, at: number): string {
  const section = document.sections[part]?.sections.filter(({ number }) => number !== "")[at];
  if (section === undefined) throw new Error(`no section ${part}.${at}`);
  return wordsOf({ ...document, sections: [section] });
}

describe("the sample year", () => {
  for (const name of Object.keys(scopes) as ScopeName[]) {
    it(`gives the oracle's figures in ${name}`, async () => {
      const values = await valuesIn(await sampleProgram(), scopeOf(name));
      const got = pairs.map(([metric]) => [metric, values.get(metric)?.value]);
      const wanted = pairs.map(([metric, figure]) => [metric, expectedFigure(figure).values[name]]);
      expect(got).toEqual(wanted);
    });
  }

  it("keeps what is pending beside the figure and out of it", async () => {
    const values = await valuesIn(await sampleProgram(), yearScope(2012));
    expect(values.get("engineeringCentres")).toMatchObject({ value: 16, pending: 2 });
    expect(values.get("innovativeCompanies")).toMatchObject({ value: 4, pending: 2 });
    const october = await valuesIn(await sampleProgram(), scopeOf("october2012"));
    expect(october.get("engineeringCentres")).toMatchObject({ value: 14, pending: 4 });
  });

  it("drafts every figure of the reference report", async () => {
    const draft = await call<ResolvedDocument>(await sampleProgram(), "reports", "draft", { year: 2012 });
    const text = wordsOf(draft);
    for (const words of [
      "5家",
      "16家",
      "4家",
      "40多家",
      "12项",
      "423万元",
      "400万元",
      "10项",
      "9项",
      "全市仅有2项",
      "224%",
      "1家",
      "4家",
    ]) {
      expect(text, words).toContain(words);
    }
  });

  it("names every company, project, award, partner, event and milestone in its section", async () => {
    const draft = await call<ResolvedDocument>(await sampleProgram(), "reports", "draft", { year: 2012 });
    const summary: string[][] = [
      ["海龙", "圆友集团", "精工", "华铃动力", "新材料"],
      [
        "鑫昊木业",
        "双通塑料",
        "长松柴油机",
        "金石通保温材料",
        "圆友重工",
        "沃科奇实业",
        "国际合作研究中心",
        "同济大学",
        "北京工业大学",
        "武汉纺织大学",
        "北京建筑技术发展",
        "建筑保温材料研究中心",
        "清华大学",
        "双燃料",
        "Escher-Grad",
        "CTP",
      ],
      [
        "新型自动数字化印刷制版设备CTP联合研制",
        "国家国际科技合作与交流专项",
        "年产1000万平方米膨胀玻化微珠建筑防火保温板",
        "中药杀菌剂对姜瘟病的防治技术研究及应用",
        "星火计划",
      ],
      ["膨胀玻化微珠保温防火砂浆", "863计划", "技术创新基金", "二等奖", "新型智能蒸汽回收机"],
      ["黄芪、双黄连浸膏粉在种鸡生产中的应用", "植物活性苷肽杀菌剂", "阿维菌素免耕肥", "亚康药业", "沃科奇"],
      ["河海水文科技", "高新技术产业园", "农作物病毒防治"],
    ];
    const plan: string[][] = [
      [],
      ["圆友重工", "精工", "创智新材料", "幸福药业", "奥博仪表"],
      ["创智新材料", "亚康药业"],
      ["创智新材料", "沃科奇", "俊清合作社", "恒联", "纤维膜套管"],
      [
        "国际风筝会",
        "高新技术洽谈会",
        "海峡两岸人才交流与科技成果洽谈会",
        "深圳高新技术招商洽谈会",
        "友联电子",
        "车间",
      ],
      ["街道"],
    ];
    for (const [part, sections] of [summary, plan].entries()) {
      for (const [at, names] of sections.entries()) {
        const words = sectionWords(draft, part as 0 | 1, at);
        for (const name of names) expect(words, `${part === 0 ? "总结" : "计划"}（${at + 1}）`).toContain(name);
      }
    }
  });

  it("drafts as of 31 October with that day's figures", async () => {
    const program = await sampleProgram();
    const october = wordsOf(
      await call<ResolvedDocument>(program, "reports", "draft", { year: 2012, asOf: "2012-10-31" }),
    );
    expect(october).toContain("14家");
    expect(october).not.toContain("423万元");
  });

  it("measures part of a year against the same part of the last, and hopes for nothing that is past", async () => {
    const program = await sampleProgram();
    const draft = async (year: number, asOf: string) =>
      wordsOf(await call<ResolvedDocument>(program, "reports", "draft", { year, asOf }));
    const half = await draft(2012, "2012-06-30");
    expect(half).toContain("4家高新技术企业，总数比上年同期增加1家");
    expect(half).not.toMatch(/比上年(?!同期)|与上年(?!同期)/u);
    expect(await draft(2012, "2012-12-31")).toContain("2012年12月有望获批");
    const next = await draft(2013, "2013-12-31");
    expect(next).toContain("已申报市级创新型试点企业。");
    expect(next).not.toContain("有望获批");
  });

  it("drafts the year before from the same data", async () => {
    const text = wordsOf(await call<ResolvedDocument>(await sampleProgram(), "reports", "draft", { year: 2011 }));
    for (const words of ["9项", "310万元", "4家", "8项"]) expect(text, words).toContain(words);
  });

  it("compares half a year with last year's half, not with the whole", async () => {
    const program = await sampleProgram();
    const rows = await call<{ now: MetricValue; lastYear: MetricValue }[]>(program, "metrics", "values", {
      scope: scopeOf("firstHalf2012"),
      names: ["projectsApproved", "projectGrants", "projectsApprovedChange"],
    });
    const [approved, grants, change] = rows;
    expect(approved?.now.value).toBe(expectedFigure("projectsApproved").values.firstHalf2012);
    expect(approved?.lastYear.value).toBe(expectedFigure("projectsApproved").values.firstHalf2011);
    expect(grants?.lastYear.value).toBe(expectedFigure("grantsApproved").values.firstHalf2011);
    expect(change?.now.value).toBe(25); // 5 against 4
  });

  it("traces 423 down to the cells of the workbooks", async () => {
    const program = await sampleProgram();
    const trace = await call<{
      value: number;
      records: {
        title: string;
        values: { field: string; source: { file: string; sheet: string; cell: string; raw: string } }[];
      }[];
    }>(program, "metrics", "trace", { metric: "projectGrants", scope: yearScope(2012) });
    expect(trace.value).toBe(423);
    expect(trace.records).toHaveLength(12);
    // Two of the twelve were given no money: a blank has no source, and is told as missing.
    const cells = trace.records
      .flatMap(({ values }) => values.filter(({ field }) => field === "grantAmount"))
      .map(({ source }) => source);
    expect(cells).toHaveLength(10);
    for (const cell of cells)
      expect(cell).toMatchObject({ file: expect.stringContaining("立项"), cell: expect.stringMatching(/^[A-Z]+\d+$/) });
    expect(cells.map((cell) => cell?.raw)).toContain("400万");
  });

  it("backs every figure and roster of the draft with records", async () => {
    const draft = await call<ResolvedDocument>(await sampleProgram(), "reports", "draft", { year: 2012 });
    const inlines = JSON.stringify(draft);
    expect(inlines).toContain('"kind":"figure"');
    const bare: string[] = [];
    const look = ({ blocks, sections }: ResolvedSection): void => {
      for (const block of blocks) {
        if (block.kind !== "paragraph") continue;
        for (const inline of block.inlines) {
          if ((inline.kind === "figure" || inline.kind === "roster") && inline.records.length === 0)
            bare.push(inline.metric);
        }
      }
      sections.forEach(look);
    };
    draft.sections.forEach(look);
    expect(bare).toEqual([]);
  });
});
