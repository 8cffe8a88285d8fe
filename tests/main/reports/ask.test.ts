import { describe, expect, it } from "vitest";
import { loadDefinitions } from "../../../main/metrics/definitions.ts";
import { askData } from "../../../main/reports/ask.ts";
import { draftReport } from "../../../main/reports/draftResolved.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { resolvedInlinesOf } from "../../../shared/report/walk.ts";
import { sampleProgram } from "../../support/program.ts";

async function sampleAsk() {
  const db = (await sampleProgram()).services.database().read;
  return { db, ask: askData(db, await loadDefinitions(db)) };
}

describe("what reports ask of the data", () => {
  it("are the records that the figure counts, in the sender's order, under their short names", async () => {
    const { ask } = await sampleAsk();
    const scope = yearScope(2012);
    const figure = await ask.figure("highTechCompanies", scope);
    const items = await ask.items("highTechCompanies", scope, ["company", "company.name", "validTo", "status"]);
    expect(items.map(({ ref }) => ref.id).toSorted()).toEqual(figure.records.map(({ id }) => id).toSorted());
    expect(items.map(({ fields }) => fields["company"])).toEqual(["海龙", "圆友集团", "精工", "华铃动力", "新材料"]);
    expect(items[0]?.fields).toMatchObject({
      "company.name": "示例海龙股份有限公司",
      validTo: "2014年10月30日",
      status: "认定",
    });
  });

  it("print money, several partners and years as words, and leave blanks out", async () => {
    const { ask } = await sampleAsk();
    const projects = await ask.items("projectsNational", yearScope(2012), ["title", "grantAmount", "year", "remark"]);
    expect(projects.find(({ fields }) => fields["title"]?.includes("CTP"))?.fields).toEqual({
      title: "新型自动数字化印刷制版设备CTP联合研制",
      grantAmount: "400万元",
      year: "2012",
    });
    const joint = await ask.items("jointPlatforms", yearScope(2012), ["partners"]);
    expect(joint.map(({ fields }) => fields["partners"])).toContain(
      "同济大学、北京工业大学、武汉纺织大学、北京建筑技术发展公司",
    );
  });

  it("know the stage of the day that is asked", async () => {
    const { ask } = await sampleAsk();
    const states = async (asOf: string) =>
      (await ask.items("engineeringCentresPending", yearScope(2012, asOf), ["host", "status"])).map(
        ({ fields }) => fields["host"],
      );
    expect(await states("2012-12-31")).toEqual(["长松柴油机", "金石通保温材料"]);
    expect(await states("2012-10-31")).toEqual(["鑫昊木业", "双通塑料", "长松柴油机", "金石通保温材料"]);
  });

  it("are refused for a metric nobody defined", async () => {
    const { ask } = await sampleAsk();
    await expect(ask.figure("nobody", yearScope(2012))).rejects.toMatchObject({ problem: { code: "E-MET-01" } });
  });
});

describe("the drafted sample year", () => {
  it("has words, evidence and no gap", async () => {
    const { db } = await sampleAsk();
    const { document, ask } = await draftReport(db, { year: 2012 });
    const figures = [...resolvedInlinesOf(await resolve(document, ask))].flatMap((each) =>
      "metric" in each ? [each] : [],
    );
    expect(figures.length).toBeGreaterThan(60);
    expect(figures.filter((each) => each.empty || each.text.includes("〔"))).toEqual([]);
    expect(figures.filter((each) => each.records.length === 0).map((each) => each.metric)).toEqual([]);
    expect(new Set(figures.map((each) => each.id)).size).toBe(figures.length);
    expect(figures.every((each) => each.basis !== "" && each.label !== "")).toBe(true);
  });
});
