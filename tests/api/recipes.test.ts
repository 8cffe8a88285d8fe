import { describe, expect, it } from "vitest";
import type { ImportReport, Recipe } from "../../shared/api/importing.ts";
import { call, emptyProgram } from "../support/program.ts";

// A layout that a person set right and confirmed replays on the next file that looks the same, and asks nothing.

type Program = Awaited<ReturnType<typeof emptyProgram>>;

/** A month's list in odd words: 承担方 and 拨款 are in no dictionary, 拨款 is meant in 千元. */
const list = (month: string, title: string, more = "") =>
  `${month}科技计划项目立项汇总表\n序号,项目名称,项目编号,计划类别,承担方甲,拨付之数,备注${more}\n1,${title},2012A${month}01,国家星火计划,甲公司,400,\n`;

async function stage(program: Program, name: string, text: string): Promise<ImportReport> {
  const ticket = program.services.tickets.issue({ name, bytes: new TextEncoder().encode(text) });
  const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
  if (report === undefined) throw new Error("no report");
  return report;
}

const fieldsOf = ({ tables }: ImportReport) => tables[0]?.columns.map(({ field }) => field);

const said = {
  table: 0,
  columns: [
    { column: 5, field: "undertaker" },
    { column: 6, field: "grantAmount", unit: "千元" },
    { column: 7, field: null },
  ],
};

async function corrected(program: Program): Promise<ImportReport> {
  const first = await stage(program, "2012年3月项目.csv", list("3月", "光伏"));
  expect(fieldsOf(first)?.slice(4, 6)).toEqual([null, null]);
  const { sheet } = first.tables[0] ?? { sheet: "" };
  return await call<ImportReport>(program, "importing", "restage", {
    batch: first.batch,
    corrections: [{ sheet, ...said }],
  });
}

describe("a corrected layout", () => {
  it("is understood anew as a batch that takes the old one's place", async () => {
    const program = await emptyProgram();
    const again = await corrected(program);
    expect(fieldsOf(again)?.slice(4)).toEqual(["undertaker", "grantAmount", null]);
    const batches = await call<{ id: number; status: string }[]>(program, "importing", "batches");
    expect(batches).toMatchObject([{ id: again.batch, status: "staged" }]);
    await call(program, "importing", "apply", { batch: again.batch });
    const { records } = await call<{ records: { values: unknown }[] }>(program, "records", "list", {
      ledger: "projects",
    });
    // 400 千元 are 40,000,000 fen.
    expect(records.map(({ values }) => values)).toMatchObject([{ title: "光伏", grantAmount: 40_000_000 }]);
  });

  it("replays on next month's file, and says in what that one differs", async () => {
    const program = await emptyProgram();
    await call(program, "importing", "apply", { batch: (await corrected(program)).batch });
    const next = await stage(program, "2012年4月项目.csv", list("4月", "风电"));
    expect(next.tables[0]).toMatchObject({ recipe: { name: "2012年3月项目", differs: [] } });
    expect(fieldsOf(next)).toEqual([null, "title", "projectNo", "plan", "undertaker", "grantAmount", null]);
    const wider = await stage(program, "2012年5月项目.csv", list("5月", "水电", ",项目负责人"));
    expect(wider.tables[0]?.recipe?.differs).toEqual(["多了“项目负责人”"]);
    expect(fieldsOf(wider)?.at(-1)).toBe("leader");
  });

  it("gives way to a unit that the next file writes itself", async () => {
    const program = await emptyProgram();
    await call(program, "importing", "apply", { batch: (await corrected(program)).batch });
    const unit = async (name: string, text: string) => (await stage(program, name, text)).tables[0]?.columns[5]?.unit;
    expect(await unit("4月.csv", list("4月", "风电"))).toBe("千元");
    expect(await unit("5月.csv", list("5月", "水电").replace("拨付之数", "拨付之数（元）"))).toBe("元");
  });

  it("does not settle a unit that nobody has answered for", async () => {
    const companies = [
      "光明机械有限公司",
      "风电科技有限公司",
      "水务设备有限公司",
      "星海电子有限公司",
      "云山农业有限公司",
    ];
    const costs = (year: number, heading: string, amounts: readonly number[]) =>
      `${year}年企业研发费用情况表\n序号,企业名称,${heading}\n${companies.map((name, at) => `${at + 1},${name},${amounts[at]}\n`).join("")}`;
    const asked = async (unit?: string): Promise<number> => {
      const program = await emptyProgram();
      const usual = await stage(program, "2021年.csv", costs(2021, "研发费用（万元）", [560, 1240, 980, 210, 75]));
      await call(program, "importing", "apply", { batch: usual.batch });
      const inYuan = [5_900_000, 12_000_000, 9_900_000, 2_300_000, 800_000];
      let odd = await stage(program, "2022年.csv", costs(2022, "研发费用", inYuan));
      const corrections = [{ sheet: odd.tables[0]?.sheet, table: 0, columns: [{ column: 3, unit }] }];
      if (unit !== undefined) odd = await call(program, "importing", "restage", { batch: odd.batch, corrections });
      await call(program, "importing", "apply", { batch: odd.batch });
      // What went in ten thousand times too large no longer tells anything.
      await call(program, "importing", "takeBack", { batch: odd.batch });
      const next = await stage(program, "2023年.csv", costs(2023, "研发费用", inYuan));
      return next.tables[0]?.questions?.length ?? 0;
    };
    expect([await asked(), await asked("元")]).toEqual([1, 0]);
  });

  it("is not taken for a layout before a person confirms it", async () => {
    const program = await emptyProgram();
    await corrected(program);
    const next = await stage(program, "2012年4月项目.csv", list("4月", "风电"));
    expect(next.tables[0]?.recipe).toBeUndefined();
  });

  it("does not lay hold of a list with the same headings under the title of another ledger", async () => {
    const program = await emptyProgram();
    const companies = (title: string) => `${title}\n序号,企业名称,认定时间,所属街道\n1,甲公司,2012年6月,东湖街道\n`;
    const high = await stage(program, "名单一.csv", companies("2012年高新技术企业认定名单"));
    await call(program, "importing", "apply", { batch: high.batch });
    const other = await stage(program, "名单二.csv", companies("2012年创新型试点企业认定名单"));
    expect([high, other].map(({ tables }) => tables[0]?.ledger)).toEqual(["highTechCertificates", "qualifications"]);
    const next = await stage(program, "名单三.csv", companies("2013年高新技术企业认定名单"));
    expect(next.tables[0]).toMatchObject({ ledger: "highTechCertificates", recipe: { name: "名单一" } });
  });

  it("that was left out is left out again", async () => {
    const program = await emptyProgram();
    const first = await stage(program, "3月项目.csv", list("3月", "光伏"));
    const { sheet } = first.tables[0] ?? { sheet: "" };
    const none = await call<ImportReport>(program, "importing", "restage", {
      batch: first.batch,
      corrections: [{ sheet, table: 0, ledger: null }],
    });
    expect(none.refusal?.code).toBe("E-IMP-50");
    // Nothing took its place, so the first stands.
    expect(await call(program, "importing", "report", { batch: first.batch })).toMatchObject({ batch: first.batch });
  });
});

describe("recipes", () => {
  it("are listed, renamed, carried to another bureau and removed", async () => {
    const program = await emptyProgram();
    await call(program, "importing", "apply", { batch: (await corrected(program)).batch });
    const [recipe] = await call<Recipe[]>(program, "importing", "recipes");
    if (recipe === undefined) throw new Error("no recipe");
    expect(recipe).toMatchObject({ ledger: "projects", seenAs: "projects", uses: 1 });
    const { id, corrections } = recipe;
    const [renamed] = await call<Recipe[]>(program, "importing", "saveRecipe", { id, name: "街道月报", corrections });
    expect(renamed).toMatchObject({ name: "街道月报", corrections });

    const { ticket } = await call<{ ticket: string }>(program, "importing", "exportRecipes");
    const file = program.services.tickets.open(ticket);
    const elsewhere = await emptyProgram();
    const arrived = elsewhere.services.tickets.issue({ name: "表样方案.json", bytes: file?.bytes ?? new Uint8Array() });
    await call(elsewhere, "importing", "importRecipes", { ticket: arrived });
    const next = await stage(elsewhere, "2012年4月项目.csv", list("4月", "风电"));
    expect(next.tables[0]).toMatchObject({ recipe: { name: "街道月报", differs: [] } });

    expect(await call<Recipe[]>(program, "importing", "removeRecipe", { id })).toEqual([]);
    expect(await program.dispatch("importing", "removeRecipe", { id })).toMatchObject({
      ok: false,
      problem: { code: "E-IMP-93" },
    });
  });

  it("refuse a file that is none of ours", async () => {
    const program = await emptyProgram();
    const ticket = program.services.tickets.issue({ name: "x.json", bytes: new TextEncoder().encode('{"kind":"x"}') });
    expect(await program.dispatch("importing", "importRecipes", { ticket })).toMatchObject({
      ok: false,
      problem: { code: "E-IMP-52" },
    });
  });
});
