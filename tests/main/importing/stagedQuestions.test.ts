import { describe, expect, it } from "vitest";
import { addTerm } from "../../../main/records/terms.ts";
import { forgetWord, rememberWords } from "../../../main/importing/storedWords.ts";
import { problemOf } from "../../support/problems.ts";
import { bench } from "./bench.ts";
import { fileOf } from "./sheetFiles.ts";
import { sheetOf, type Given } from "./sheets.ts";

const companies = ["光明机械有限公司", "风电科技有限公司", "水务设备有限公司", "星海电子有限公司", "云山农业有限公司"];
const listOf = (year: number, heading: string, amounts: readonly number[]) =>
  fileOf(`${year}年研发费用.xlsx`, [
    sheetOf([
      [`${year}年企业研发费用情况表`],
      ["序号", "企业名称", heading],
      ...amounts.map((amount, at): Given[] => [at + 1, companies[at] ?? "", amount]),
    ]),
  ]);

describe("questions of a staged file", () => {
  it("measures money without a unit by what the same organisations had", async () => {
    const keji = await bench();
    const told = await keji.import(listOf(2022, "研发费用（万元）", [560, 1240, 980, 210, 75]));
    expect(told.tables[0]?.questions).toBeUndefined();
    const next = listOf(2023, "研发费用", [5_900_000, 12_000_000, 9_900_000, 2_300_000, 800_000]);
    const asked = await keji.stage(next);
    const [question] = asked.tables[0]?.questions ?? [];
    expect(question).toMatchObject({ kind: "unit", column: 3, presumed: "按“万元”导入" });
    expect(question?.message).toContain("库里同一单位原有数的 1 万倍，可能是“元”");

    const columns = [{ column: 3, ...question?.choices[0]?.correction }];
    const answered = await keji.import({ ...next, corrections: [{ sheet: "Sheet1", table: 0, columns }] });
    expect(answered.tables[0]?.questions).toBeUndefined();
    const stored = await keji.database.read
      .selectFrom("companyYears")
      .select(["year", "researchExpenses"])
      .where("year", "=", 2023)
      .orderBy("researchExpenses")
      .execute();
    expect(stored.map(({ researchExpenses }) => researchExpenses)).toEqual(
      [800_000, 2_300_000, 5_900_000, 9_900_000, 12_000_000].map((yuan) => yuan * 100),
    );
  });

  it("asks nothing where the unit that the field usually has fits what is stored", async () => {
    const keji = await bench();
    await keji.import(listOf(2022, "研发费用（万元）", [560, 1240, 980, 210, 75]));
    const asked = await keji.stage(listOf(2023, "研发费用", [590, 1200, 990, 230, 80]));
    expect(asked.tables[0]?.questions).toBeUndefined();
  });

  it("asks of amounts that no company has, and of those beside them that were written alike", async () => {
    const keji = await bench();
    const two = (revenue: string, costs: number, staff: number) =>
      fileOf("2023年研发费用.xlsx", [
        sheetOf([
          ["2023年企业研发费用情况表"],
          ["企业名称", revenue, "研发费用", "职工总数"],
          ...companies.slice(0, 3).map((name, at): Given[] => [name, (at + 1) * 100_000_000, costs * (at + 1), staff]),
        ]),
      ]);
    const asked = await keji.stage(two("营业收入", 450_000, 300));
    const [alone, ...others] = asked.tables[0]?.questions ?? [];
    expect(others).toEqual([]);
    expect(alone).toMatchObject({ kind: "unit", column: 2, choices: [{ correction: { unit: "元" } }, {}, {}] });
    const beside = await keji.stage(two("营业收入（元）", 450_000, 300));
    expect(beside.tables[0]?.questions).toMatchObject([
      { kind: "unit", column: 3, choices: [{ correction: { unit: "元" } }, {}, {}], presumed: "按“万元”导入" },
    ]);
    // Numbers of another size are in the unit that the field usually has.
    const apart = await keji.stage(two("营业收入（元）", 400, 300));
    expect(apart.tables[0]?.questions).toBeUndefined();
  });

  it("asks of a word once: mapped to a term, it is known in every later file", async () => {
    const keji = await bench();
    const platforms = fileOf("2023年研发平台.xlsx", [
      sheetOf([
        ["2023年研发平台汇总表"],
        ["平台名称", "依托单位", "平台类别", "级别", "认定时间"],
        ["光明平台", companies[0] ?? "", "工程技术中心（科技口）", "市级", "2023年6月"],
        ["风电平台", companies[1] ?? "", "工程技术中心（科技口）", "市级", "2023年7月"],
      ]),
    ]);
    const asked = await keji.stage(platforms);
    const [question] = asked.tables[0]?.questions ?? [];
    expect(question).toMatchObject({
      kind: "terms",
      dictionary: "platformTypes",
      terms: [{ text: "工程技术中心（科技口）", rows: 2 }],
    });
    const [{ near: [nearest = ""] = [] } = {}] = question?.terms ?? [];
    expect(nearest).toBe("工程技术研究中心");
    await keji.database.write((tx) =>
      addTerm(tx, "platformTypes", { term: "工程技术中心（科技口）", mapsTo: nearest }),
    );
    const again = await keji.import(platforms);
    expect(again.tables[0]?.questions).toBeUndefined();
    const types = await keji.database.read.selectFrom("platforms").select("type").execute();
    expect(types).toEqual([{ type: "工程技术研究中心" }, { type: "工程技术研究中心" }]);
  });

  it("asks no more of a word that says nothing, nor of one of a status, until it is forgotten", async () => {
    const keji = await bench();
    const projects = fileOf("2023年项目.xlsx", [
      sheetOf([
        ["2023年科技计划项目汇总表"],
        ["项目名称", "承担单位", "级别", "项目状态"],
        ["轻质材料", companies[0] ?? "", "市里定", "专家论证过会"],
        ["节能装备", companies[1] ?? "", "市级", "专家论证过会（2023年6月）"],
        ["智能农机", companies[2] ?? "", "市级", "看情况；在研"],
      ]),
    ]);
    const asked = async () => (await keji.stage(projects)).tables[0]?.questions ?? [];
    const [level, status, ...others] = await asked();
    expect(others).toEqual([]);
    expect(level).toMatchObject({ kind: "terms", list: "levels", dictionary: "levels", terms: [{ text: "市里定" }] });
    expect(status).toMatchObject({
      kind: "terms",
      list: "projects.status",
      terms: [
        { text: "专家论证过会", rows: 2 },
        { text: "看情况", rows: 1 },
      ],
    });
    expect(status?.options).toContain("立项");
    expect(status).not.toHaveProperty("dictionary");
    const told = [
      { list: "levels", word: "市里定", meaning: null },
      { list: "projects.status", word: "专家论证过会", meaning: "立项" },
      { list: "projects.status", word: "看情况", meaning: null },
    ];
    const by = { at: "2023-07-01T00:00:00Z", who: "王工" };
    await keji.database.write((tx) => rememberWords(tx, by, told));
    expect(await asked()).toEqual([]);
    await keji.import(projects);
    const stored = await keji.database.read.selectFrom("projects").select("level").orderBy("level").execute();
    expect(stored).toEqual([{ level: null }, { level: "市级" }, { level: "市级" }]);
    const stages = await keji.database.read
      .selectFrom("stages")
      .select(["stage", "date"])
      .where("stage", "=", "立项")
      .orderBy("date")
      .execute();
    expect(stages).toEqual([
      { stage: "立项", date: null },
      { stage: "立项", date: "2023-06" },
    ]);
    for (const { list, word } of told) await keji.database.write((tx) => forgetWord(tx, { list, word }));
    expect((await asked()).map(({ kind }) => kind)).toEqual(["terms", "terms"]);
    const known = keji.database.write((tx) => rememberWords(tx, by, [{ list: "levels", word: "市级", meaning: null }]));
    expect(await problemOf(known)).toMatchObject({
      code: "E-IMP-54",
      message: expect.stringContaining("本来就认得") as string,
    });
  });
});
