import { describe, expect, it } from "vitest";
import { addTerm } from "../../../main/records/terms.ts";
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
});
