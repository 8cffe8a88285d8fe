import { describe, expect, it } from "vitest";
import { applied, take } from "./gather.ts";
import { noCounts } from "../../../main/importing/rowFates.ts";
import { sheetOf } from "./sheets.ts";

describe("comparing", () => {
  const file = [
    sheetOf([
      ["2012年科技计划项目"],
      ["项目名称", "项目编号", "承担单位", "合作单位", "立项经费"],
      ["光伏", "2012A01", "甲公司", "乙大学、丙大学", 400],
      ["风电", "", "乙公司", "", 23],
    ]),
  ];

  it("finds everything 相同 when the same file comes again", async () => {
    const first = await take(file);
    expect(first.findings.counts).toMatchObject({ added: 2, stubs: 4 });
    const store = applied(first.gathered, {});
    const second = await take(file, store);
    expect(second.findings.counts).toEqual({ ...noCounts, same: 2 });
    expect(second.findings.preview).toEqual([]);
  });

  it("finds exactly one 更新 when one cell changed, with old and new", async () => {
    const store = applied((await take(file)).gathered, {});
    const changed = structuredClone(file);
    const row = changed[0]?.rows[3];
    if (row !== undefined) row.cells = row.cells.map((one) => (one.text === "23" ? { ...one, text: "33" } : one));
    const { findings } = await take(changed, store);
    expect(findings.counts).toMatchObject({ added: 0, updated: 1, same: 1 });
    expect(findings.preview).toEqual([
      expect.objectContaining({
        title: "风电",
        row: 4,
        fields: [{ field: "amount", label: "立项经费", before: "23万元", after: "33万元" }],
      }),
    ]);
  });

  it("never erases with a blank, never blurs a date, and unites stages", async () => {
    const store = {
      organisations: { o1: { name: "甲公司" } },
      certificates: {
        c1: {
          organisation: "o1",
          validTo: "2015-11-11",
          field: "新材料技术",
          status: [{ stage: "申报", date: "2012-03" }],
        },
      },
    };
    const { gathered } = await take(
      [
        sheetOf([
          ["高新技术企业名单"],
          ["企业名称", "有效期至", "技术领域", "发证日期"],
          ["甲公司", "2015年", "", "2012-11-12"],
        ]),
      ],
      store,
    );
    expect(gathered.items.find((item) => item.ledger === "certificates")?.changes).toEqual({
      status: [
        { stage: "申报", date: "2012-03" },
        { stage: "认定", date: "2012-11-12" },
      ],
    });
  });

  it("merges two rows of one record and says where they disagree", async () => {
    const { gathered, findings } = await take([
      sheetOf([
        ["企业名录"],
        ["企业名称", "信用代码", "联系电话", "简称"],
        ["甲公司", "", "1", ""],
        ["甲公司", "91370703990000017K", "2", "甲"],
      ]),
    ]);
    expect(gathered.byRecord.get("new1")?.values).toEqual({
      name: "甲公司",
      phone: "1",
      creditCode: "91370703990000017K",
      shortName: "甲",
    });
    expect(gathered.items.map((item) => item.outcome)).toEqual(["added", "merged"]);
    expect(findings.troubles).toEqual([expect.objectContaining({ kind: "warning", cell: "C4", raw: "2" })]);
  });

  it("takes two stored records of one name for twins", async () => {
    const store = {
      projects: { p1: { name: "光伏", year: 2012, projectNo: "A" }, p2: { name: "光伏", year: 2012, projectNo: "B" } },
    };
    const { findings } = await take([sheetOf([["2012年科技计划项目"], ["项目名称", "立项经费"], ["光伏", 1]])], store);
    expect(findings.counts).toMatchObject({ twins: 1, added: 0 });
  });
});
