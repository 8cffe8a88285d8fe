// Headings that the synonym dictionary gives to one key and a ledger's own declaration to another field. The
// declaration is right, and here is why.

export interface Argued {
  ledger: string;
  /** Tables of the dictionary. */
  sheets: readonly string[];
  words: readonly string[];
  target: string;
  because: string;
}

export const argued: readonly Argued[] = [
  {
    ledger: "techSmeListings",
    sheets: ["T03"],
    words: ["公示日期"],
    target: "status@公示",
    because: "公示 comes before 入库公告: two steps, two dates",
  },
  {
    ledger: "projects",
    sheets: ["T04"],
    words: ["项目序号"],
    target: "ignored",
    because: "a running number, no project number",
  },
  {
    ledger: "projects",
    sheets: ["T04"],
    words: ["立项年度"],
    target: "year",
    because: "the ledger has the year of 立项 as a field, from which the step takes its date",
  },
  {
    ledger: "projects",
    sheets: ["T04"],
    words: ["推荐单位"],
    target: "recommender",
    because: "the dictionary has it twice; the project table's own meaning outranks the common one",
  },
  {
    ledger: "awards",
    sheets: ["T08"],
    words: ["推荐单位"],
    target: "nominator",
    because: "the dictionary has it twice; the award table's own meaning outranks the common one",
  },
  {
    ledger: "platforms",
    sheets: ["T05"],
    words: ["认定时间", "认定年度"],
    target: "status@认定",
    because: "the heading names the step, so the date is that step's and not of whichever the row names",
  },
  { ledger: "platforms", sheets: ["T05"], words: ["备案时间"], target: "status@备案", because: "as with 认定时间" },
  {
    ledger: "awards",
    sheets: ["T08"],
    words: ["完成单位", "获奖单位", "第一完成单位"],
    target: "firstOrganisation",
    because: "an award counts once, at the first of its organisations; the cell's others go with it",
  },
  {
    ledger: "awards",
    sheets: ["T08"],
    words: ["授奖日期"],
    target: "status@授奖",
    because: "the day of the award is not the day of its publication",
  },
  { ledger: "awards", sheets: ["T08"], words: ["公示时间"], target: "status@公示", because: "公示 comes before 授奖" },
  {
    ledger: "companyYears",
    sheets: ["T11"],
    words: ["营业收入"],
    target: "revenue",
    because: "domain T11 itself warns that 营业收入 and 总收入 are two figures",
  },
  {
    ledger: "investmentProjects",
    sheets: ["T12"],
    words: ["计划开工时间", "计划竣工时间", "计划投产时间"],
    target: "investmentMilestones.plannedOn",
    because: "a plan is no step that was reached",
  },
  {
    ledger: "investmentProjects",
    sheets: ["T12"],
    words: ["形象进度"],
    target: "progress",
    because: "a text about the building site, no stage",
  },
  {
    ledger: "assessmentScores",
    sheets: ["T13"],
    words: ["单位名称"],
    target: "subdistrict",
    because: "the dictionary has it twice; the assessment's own meaning outranks the common one",
  },
  {
    ledger: "activities",
    sheets: ["T15"],
    words: ["名称"],
    target: "title",
    because: "a list of activities has no company; 名称 is the activity's, as the ledger itself says",
  },
  {
    ledger: "awards",
    sheets: ["T08"],
    words: ["名称"],
    target: "title",
    because:
      "in a list of awards 名称 is what was awarded, as the ledger itself says; beside 项目名称 it is the company",
  },
  {
    ledger: "technologyContracts",
    sheets: ["T09"],
    words: ["名称"],
    target: "title",
    because: "the ledger keeps no company beside seller and buyer; 名称 is the contract's, as the ledger itself says",
  },
  {
    ledger: "technologyCommissioners",
    sheets: ["T15"],
    words: ["类别"],
    target: "commissionerKind",
    because: "in a list of commissioners 类别 is theirs",
  },
];
