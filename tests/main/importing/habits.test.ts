import { describe, expect, it } from "vitest";
import type { LedgerName } from "../../../shared/ledgers/index.ts";
import type { Values } from "../../../shared/api/api.ts";
import { planOf } from "../../../main/records/ledgerPlan.ts";
import { ledgerNamed } from "../../../main/records/ledgerNamed.ts";
import { recordsById } from "../../../main/records/readRecords.ts";
import { bench, type Bench } from "./bench.ts";
import { fileOf } from "./sheetFiles.ts";
import { sheetOf, type Given } from "./sheets.ts";

// Lists as districts write them, through the real ledgers into the store.

async function valuesOf({ database }: Bench, ledger: LedgerName): Promise<Values[]> {
  const rows = await database.read
    .selectFrom("history")
    .select("record")
    .distinct()
    .where("ledger", "=", ledger)
    .execute();
  const found = await recordsById(
    database.read,
    planOf(ledgerNamed(ledger)),
    rows.map(({ record }) => record),
  );
  return [...found.values()].map(({ values }) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  );
}
const file = (rows: readonly (readonly Given[])[], name = "名单.xlsx") => fileOf(name, [sheetOf(rows)]);

describe("lists whose title says what their columns do not", () => {
  it("two columns of gazelle companies", async () => {
    const keji = await bench();
    const report = await keji.import(
      file([["2023年度省级瞪羚企业认定名单"], ["序号", "企业名称"], [1, "甲公司"], [2, "乙公司"]]),
    );
    expect(report.counts).toMatchObject({ added: 2, invalid: 0 });
    expect(report.troubles).toEqual([]);
    expect(await valuesOf(keji, "qualifications")).toEqual([
      expect.objectContaining({
        type: "瞪羚企业",
        level: "省级",
        year: 2023,
        status: [expect.objectContaining({ stage: "认定", date: "2023" })],
      }),
      expect.objectContaining({ type: "瞪羚企业", level: "省级" }),
    ]);
  });

  it("awards whose level is in their name", async () => {
    const keji = await bench();
    await keji.import(
      file([
        ["2023年度科学技术奖获奖项目表"],
        ["项目名称", "奖励名称", "等级", "主要完成单位"],
        ["密封材料", "山东省科技进步奖", "二等奖", "甲公司"],
        ["菌剂", "示例市科学技术进步奖", "一等奖", "乙公司"],
      ]),
    );
    const awards = await valuesOf(keji, "awards");
    expect(awards.map(({ awardName, level }) => [awardName, level])).toEqual([
      ["科技进步奖", "省级"],
      ["科技进步奖", "市级"],
    ]);
    expect(awards[0]?.["status"]).toEqual([expect.objectContaining({ stage: "授奖", date: "2023" })]);
  });

  it("platforms with 批准时间 and no column for their stage, with a word to check", async () => {
    const keji = await bench();
    const report = await keji.import(
      file([
        ["示例区科技创新平台统计表"],
        ["平台名称", "类型", "级别", "依托单位", "批准时间"],
        ["甲重点实验室", "重点实验室", "省级", "甲公司", "2021.11"],
      ]),
    );
    expect((await valuesOf(keji, "platforms"))[0]?.["status"]).toEqual([
      expect.objectContaining({ stage: "认定", date: "2021-11" }),
    ]);
    expect(report.troubles).toEqual([
      expect.objectContaining({ kind: "warning", cell: "E2", message: expect.stringContaining("按“认定”的日期导入") }),
    ]);
  });
});

describe("what only a title says", () => {
  it("fills what is blank and overrules nothing", async () => {
    const keji = await bench();
    const headings = ["企业名称", "证书编号", "发证时间", "有效期"];
    await keji.import(
      file([["2020年高新技术企业认定名单"], headings, ["甲公司", "GR202037000111", "2020-12-08", "三年"]]),
    );
    // The same certificate in a later list, and revoked in a later year.
    await keji.import(file([["2023年高新技术企业花名册"], ["企业名称", "证书编号"], ["甲公司", "GR202037000111"]]));
    const revoked = file([
      ["2023年取消高新技术企业资格名单"],
      ["企业名称", "证书编号", "取消时间"],
      ["甲公司", "GR202037000111", "2023年6月"],
    ]);
    expect((await keji.import(revoked)).counts).toMatchObject({ updated: 1 });
    expect(await valuesOf(keji, "highTechCertificates")).toEqual([
      expect.objectContaining({ year: 2020, validTo: "2023-12-07" }),
    ]);
  });
});

describe("money since New Year", () => {
  it("is the 累计 under a merged 到位资金, never the month's", async () => {
    const keji = await bench();
    const rows = [
      ["2023年1-11月招商引资项目情况表"],
      ["单位：万元"],
      ["项目名称", "计划总投资", "到位资金", null, "进展情况"],
      [null, null, "本月", "累计", null],
      ["可降解材料项目", 35000, 500, 8000, "已开工"],
    ];
    await keji.import(fileOf("月报.xlsx", [sheetOf(rows, ["C3:D3", "A3:A4", "B3:B4", "E3:E4"])]));
    expect(await valuesOf(keji, "investmentFunds")).toEqual([
      expect.objectContaining({ amount: 8_000_000_000, fundBasis: "当年累计" }),
    ]);
    const month = rows.map((row) => row.filter((_cell, at) => at !== 3 || row.length === 1));
    const other = await bench();
    await other.import(fileOf("月报.xlsx", [sheetOf(month, ["A3:A4", "B3:B4", "D3:D4"])]));
    expect(await valuesOf(other, "investmentFunds")).toEqual([]);
  });
});

describe("patents", () => {
  const patents = (): ReturnType<typeof file> =>
    file([
      ["专利号", "专利名称", "专利类型", "专利权人", "申请日"],
      ["ZL202110743297.1", "密封材料", "发明", "甲公司", "2021-07-01"],
      ["2.02311E+12", "发酵罐", "发明", "乙公司", "2023-10-08"],
      ["", "夹具", "实用新型", "甲公司", "2023-10-09"],
    ]);

  it("without a number are known again", async () => {
    const keji = await bench();
    expect((await keji.import(patents())).counts).toMatchObject({ added: 3 });
    expect((await keji.import(patents())).counts).toMatchObject({ added: 0, updated: 0, same: 3 });
  });

  it("with a wrong check digit are told once", async () => {
    const { troubles } = await (await bench()).import(patents());
    expect(troubles.filter(({ cell }) => cell === "A2").map(({ kind, field }) => [kind, field])).toEqual([
      ["warning", "专利号"],
    ]);
  });
});
