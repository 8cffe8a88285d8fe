import { describe, expect, it } from "vitest";
import { take } from "./gather.ts";
import { sheetOf, type Given } from "./sheets.ts";

const title = "示例区2012年高新技术企业名单";
const certificates = (
  rows: readonly (readonly Given[])[],
  headings = ["企业名称", "证书编号", "发证日期", "认定状态"],
) => sheetOf([[title], headings, ...rows], ["A1:D1"]);

describe("rows become records", () => {
  it("turns a status and its date columns into stages", async () => {
    const { gathered } = await take([
      sheetOf([
        [title],
        ["企业名称", "申报时间", "发证日期", "认定状态", "批准文号"],
        ["甲公司", "2012年3月", "2012年11月12日", "认定", "示科〔2012〕1号"],
        ["乙公司", "2012年10月", null, "已申报", null],
        ["丙公司", null, null, "认定", null],
      ]),
    ]);
    const stages = gathered.items.filter((item) => item.ledger === "certificates").map((item) => item.values["status"]);
    expect(stages).toEqual([
      [
        { stage: "申报", date: "2012-03" },
        { stage: "认定", date: "2012-11-12", documentNo: "示科〔2012〕1号" },
      ],
      [{ stage: "申报", date: "2012-10" }],
      [{ stage: "认定", date: null }],
    ]);
  });

  it("gives a plain date column to the stage that the row names, and to none where it names none", async () => {
    const { gathered, findings } = await take([
      sheetOf([
        ["高企汇总表"],
        ["企业名称", "证书编号", "时间", "认定状态"],
        ["甲公司", "GR201237000087", "2012-05", "申报"],
        ["乙公司", "GR201237000088", "2012-06", null],
      ]),
    ]);
    const of = (at: number) => gathered.items.filter((item) => item.ledger === "certificates")[at]?.values["status"];
    expect(of(0)).toEqual([{ stage: "申报", date: "2012-05" }]);
    expect(of(1)).toBeUndefined();
    expect(findings.troubles).toContainEqual(expect.objectContaining({ kind: "doubt", cell: "C4", raw: "2012-06" }));
  });

  it("takes the stage from the title where no row names one, the least advanced where it names two", async () => {
    const { gathered } = await take([
      sheetOf([["2013年拟申报认定高新技术企业表"], ["企业名称", "技术领域"], ["甲公司", "新材料技术"]]),
    ]);
    expect(gathered.items.find((item) => item.ledger === "certificates")?.values["status"]).toEqual([
      { stage: "申报", date: null },
    ]);
  });

  it("makes a stub of an unknown company, once, and counts it", async () => {
    const { gathered, findings } = await take([
      certificates([
        ["恒联 纸业 （集团）公司", "GR201237000087", "2012-11-12", "认定"],
        ["恒联纸业（集团）公司", "GR200937000001", "2009-11-12", "撤销"],
      ]),
    ]);
    expect(
      gathered.items.filter((item) => item.ledger === "organisations").map((item) => [item.role, item.values]),
    ).toEqual([["stub", { name: "恒联纸业（集团）公司" }]]);
    expect(findings.counts).toMatchObject({ added: 1, stubs: 1, twins: 1 });
  });

  it("finds a company by alias, short name and other brackets, without making stubs", async () => {
    const store = {
      organisations: { o1: { name: "示例精工（集团）有限责任公司", shortName: "精工" }, o2: { name: "乙公司" } },
      aliases: { a1: { organisation: "o1", alias: "精工科技" } },
    };
    const { gathered, findings } = await take(
      [
        certificates([
          ["示例精工(集团)有限公司", "GR201237000087", null, null],
          ["乙公司", null, null, null],
        ]),
      ],
      store,
    );
    expect(gathered.items.map((item) => item.values["organisation"])).toEqual(["o1", "o2"]);
    expect(findings.counts.stubs).toBe(0);
    const byAlias = await take(
      [certificates([["精工科技", null, null, null]]), certificates([["精工", null, null, null]])],
      store,
    );
    expect(byAlias.gathered.items.map((item) => item.values["organisation"])).toEqual(["o1", "o1"]);
  });

  it("warns of a name that differs by the place in front, and never merges it", async () => {
    const { findings, gathered } = await take(
      [sheetOf([["企业名录"], ["企业名称", "联系电话"], ["示例区圆友重工有限公司", "1"]])],
      {
        organisations: { o1: { name: "圆友重工有限公司" } },
      },
    );
    expect(gathered.items.map((item) => [item.outcome, item.id])).toEqual([["added", "new1"]]);
    expect(findings.troubles).toContainEqual(
      expect.objectContaining({ kind: "warning", message: expect.stringContaining("圆友重工有限公司") }),
    );
  });

  it("leaves a credit code and a name that point at two companies to a person", async () => {
    const store = {
      organisations: {
        o1: { name: "甲公司", creditCode: "91370703990000017K" },
        o2: { name: "乙公司", creditCode: "91370703990000025D" },
      },
    };
    const { findings, gathered } = await take(
      [
        sheetOf([
          ["高新技术企业名单"],
          ["企业名称", "统一社会信用代码", "证书编号"],
          ["乙公司", "91370703990000017K", "GR201237000087"],
        ]),
      ],
      store,
    );
    expect(gathered.items.map((item) => [item.ledger, item.outcome])).toEqual([
      ["organisations", "twin"],
      ["certificates", "twin"],
    ]);
    expect(findings.counts).toMatchObject({ twins: 1, added: 0, updated: 0 });
    const other = await take(
      [sheetOf([["企业名录"], ["企业名称", "统一社会信用代码"], ["甲公司", "91370703990000033X"]])],
      store,
    );
    expect(other.findings.counts).toMatchObject({ twins: 1, updated: 0 });
  });

  it("carries the company, its aliases and its years along", async () => {
    const { gathered } = await take(
      [
        sheetOf(
          [
            ["高企培育摸底表", null, null, null, "单位：千元"],
            ["企业名称", "信用代码", "街道", "近三年销售收入", null, "职工人数"],
            [null, null, null, "2011年", "2012年", null],
            ["甲公司", "91370703990000017K", "东街", 100, "2万", 30],
          ],
          ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"],
        ),
        sheetOf([["企业名录"], ["企业名称", "别名"], ["甲公司", "甲、甲集团"]], [], "名录"),
      ],
      {},
      { year: 2012 },
    );
    const id = gathered.items.find((item) => item.ledger === "organisations")?.id;
    const street = gathered.items.find((item) => item.ledger === "subdistricts")?.id;
    expect(
      gathered.items.find((item) => item.ledger === "organisations" && item.outcome === "added")?.values,
    ).toMatchObject({ name: "甲公司" });
    expect(gathered.byRecord.get(id ?? "")?.values).toMatchObject({
      creditCode: "91370703990000017K",
      subdistrict: street,
    });
    expect(gathered.items.filter((item) => item.ledger === "companyYears").map((item) => item.values)).toEqual([
      { organisation: id, year: 2011, sales: 10_000_000 },
      { organisation: id, year: 2012, sales: 2_000_000, staff: 30 },
    ]);
    expect(gathered.items.filter((item) => item.ledger === "aliases").map((item) => item.values["alias"])).toEqual([
      "甲",
      "甲集团",
    ]);
  });

  it("finds a parent by title, and by the company beside it where two bear that title", async () => {
    const store = {
      organisations: { o1: { name: "甲公司" }, o2: { name: "乙公司" } },
      projects: {
        p1: { name: "光伏", year: 2012, undertaker: "o1", projectNo: "1" },
        p2: { name: "光伏", year: 2011, undertaker: "o2", projectNo: "2" },
        p3: { name: "风电", year: 2012 },
      },
    };
    const { gathered, findings } = await take(
      [
        sheetOf([
          ["项目资金到位情况"],
          ["项目名称", "年度说明", "到账时间", "金额"],
          ["光伏", "2011年", "2012-01", 5],
          ["风电", "", "2012-02", 6],
          ["光伏", "", "2012-03", 7],
          ["水电", "", "2012-04", 8],
        ]),
      ],
      store,
    );
    expect(gathered.items.map((item) => item.values["project"] ?? null)).toEqual(["p2", "p3", null, null]);
    expect(findings.counts).toMatchObject({ added: 2, invalid: 2, doubts: 2 });
    expect(findings.troubles.map((trouble) => trouble.cell)).toEqual(expect.arrayContaining(["A5", "A6"]));
  });
});
