import { describe, expect, it } from "vitest";
import { computeMetrics } from "../../../main/metrics/compute.ts";
import { loadDefinitions } from "../../../main/metrics/definitions.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { type Bench, bench, takeBackOf } from "./bench.ts";
import { fileOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

/** A list of research centres: name, level, day of the grant. */
const centres = (name: string, rows: [string, string, string][]) =>
  fileOf(name, [
    sheetOf(
      [
        ["示例区工程技术研究中心名单"],
        ["序号", "平台名称", "平台类别", "级别", "依托单位", "建设状态", "认定时间"],
        ...rows.map(([centre, level, granted], at) => [
          at + 1,
          centre,
          "工程技术研究中心",
          level,
          "甲公司",
          "认定",
          granted,
        ]),
      ],
      [],
      "平台",
    ),
  ]);

const municipal = centres("2010年平台.xlsx", [["甲中心", "市级", "2010年5月"]]);
const provincial = centres("2012年平台.xlsx", [["甲中心", "省级", "2012年11月"]]);

async function levels({ database }: Bench): Promise<unknown[]> {
  return await database.read
    .selectFrom("platformLevels")
    .select(["level", "date"])
    .where("deletedAt", "is", null)
    .orderBy("date")
    .execute();
}

async function centresOf(keji: Bench, year: number, name: string): Promise<number | null> {
  const db = keji.database.read;
  const [value] = await computeMetrics(db, await loadDefinitions(db), [name], yearScope(year));
  return value?.value ?? null;
}

describe("an upgraded platform", () => {
  it("stays one platform, and last year's figure stays what it was", async () => {
    const keji = await bench();
    await keji.import(municipal);
    expect(await centresOf(keji, 2011, "engineeringCentres")).toBe(1);
    const report = await keji.import(provincial);
    expect(report.counts).toMatchObject({ added: 0, updated: 1, twins: 0, invalid: 0 });
    expect(await levels(keji)).toEqual([
      { level: "市级", date: "2010-05" },
      { level: "省级", date: "2012-11" },
    ]);
    const platforms = await keji.database.read.selectFrom("platforms").select(["id", "level"]).execute();
    expect(platforms).toMatchObject([{ level: "省级" }]);
    for (const year of [2011, 2012]) expect(await centresOf(keji, year, "engineeringCentres")).toBe(1);
  });

  it("is 相同 when either list comes again", async () => {
    const keji = await bench();
    await keji.import(municipal);
    await keji.import(provincial);
    for (const file of [provincial, municipal]) {
      expect((await keji.import({ ...file, name: `再次${file.name}` })).counts).toMatchObject({
        added: 0,
        updated: 0,
        same: 1,
      });
    }
    expect(await levels(keji)).toHaveLength(2);
  });

  it("is as before when the upgrade is taken back", async () => {
    const keji = await bench();
    await keji.import(municipal);
    const report = await keji.import(provincial);
    await takeBackOf(keji, report.batch ?? 0);
    expect(await levels(keji)).toEqual([]);
    expect(await keji.database.read.selectFrom("platforms").select("level").execute()).toEqual([{ level: "市级" }]);
  });

  it("is none where the date is the same: that is a correction", async () => {
    const keji = await bench();
    await keji.import(municipal);
    await keji.import(centres("更正.xlsx", [["甲中心", "省级", "2010年5月"]]));
    expect(await levels(keji)).toEqual([]);
    expect(await keji.database.read.selectFrom("platforms").select("level").execute()).toEqual([{ level: "省级" }]);
  });
});
