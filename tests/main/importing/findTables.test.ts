import { describe, expect, it } from "vitest";
import { findTables } from "../../../main/importing/findTables.ts";
import { normaliseHeading } from "../../../main/importing/normaliseHeading.ts";
import { gridOf } from "../../../main/importing/sheetGrid.ts";
import { cellAt } from "../../../main/importing/sheetGrid.ts";
import { sheetOf, type Given } from "./sheets.ts";

const words = new Set(
  ["项目名称", "承担单位", "级别", "无偿资金", "备注", "企业名称", "所属街道", "销售收入", "研发费用", "联系电话"].map(
    (word) => normaliseHeading(word).key,
  ),
);
const find = (rows: readonly (readonly Given[])[], merges: readonly string[] = []) =>
  findTables(gridOf(sheetOf(rows, merges)), words);

describe("tables on a sheet", () => {
  it("finds the heading below title, banner and unit note", () => {
    const [table] = find(
      [
        ["附件1"],
        ["示例区2012年科技计划项目汇总表"],
        ["填报单位：示例区科技局", null, null, "单位：万元"],
        ["序号", "项目名称", "承担单位", "无偿资金"],
        [1, "甲", "甲公司", 10],
        [2, "乙", "乙公司", 20],
      ],
      ["A2:D2"],
    );
    expect(table).toMatchObject({ headerRows: [4], firstRow: 5, lastRow: 6, unit: "万元" });
    expect(table?.title).toContain("示例区2012年科技计划项目汇总表");
    expect(table?.columns.map((column) => column.heading)).toEqual(["序号", "项目名称", "承担单位", "无偿资金"]);
  });

  it("joins merged headings of two rows", () => {
    const [table] = find(
      [
        ["企业名称", "近三年销售收入", null, null, "研发费用", null, "备注"],
        [null, "2010年", "2011年", "2012年", "2011年", "2012年", null],
        ["甲公司", 1, 2, 3, 4, 5, "x"],
      ],
      ["A1:A2", "B1:D1", "E1:F1", "G1:G2"],
    );
    expect(table?.headerRows).toEqual([1, 2]);
    expect(table?.columns.map((column) => column.heading)).toEqual([
      "企业名称",
      "近三年销售收入/2010年",
      "近三年销售收入/2011年",
      "近三年销售收入/2012年",
      "研发费用/2011年",
      "研发费用/2012年",
      "备注",
    ]);
    expect(table?.rows.map((row) => row.row)).toEqual([3]);
  });

  it("joins a storey that somebody unmerged", () => {
    const [table] = find([
      ["企业名称", "销售收入", null, "备注"],
      [null, "2011年", "2012年"],
      ["甲公司", 1, 2, "x"],
    ]);
    expect(table?.headerRows).toEqual([1, 2]);
    expect(table?.columns.map((column) => column.heading)).toEqual([
      "企业名称",
      "销售收入/2011年",
      "销售收入/2012年",
      "备注",
    ]);
  });

  it("gives an unmerged group's name to no column that has a name above, and none where groups are merged", () => {
    const [table] = find([
      ["企业名称", "联系方式", null, "备注", null],
      [null, "电话", "地址", null, "附件"],
      ["甲公司", "1", "x", "y", "z"],
    ]);
    expect(table?.columns.map((column) => column.heading)).toEqual([
      "企业名称",
      "联系方式/电话",
      "联系方式/地址",
      "备注",
      "附件",
    ]);
    const [merged] = find(
      [
        ["企业名称", "联系方式", null, "经费", null],
        [null, "电话", "地址", "申请", "到位"],
        ["甲公司", "1", "x", 1, 2],
      ],
      ["B1:C1"],
    );
    expect(merged?.columns.map((column) => column.heading)).toEqual([
      "企业名称",
      "联系方式/电话",
      "联系方式/地址",
      "经费/申请",
      "到位",
    ]);
  });

  it("sets totals, repeated headings, blank rows, column numbers and notes aside", () => {
    const [table] = find([
      ["序号", "项目名称", "承担单位", "无偿资金"],
      ["甲", "乙", 1, 2],
      [1, "光伏", "甲公司", 10],
      [2, "风电", "乙公司", 20],
      ["小计", null, null, 30],
      [],
      ["序号", "项目名称", "承担单位", "无偿资金"],
      [3, "水电", "丙公司", 5],
      ["合 计", null, null, 35],
      ["注：资金为市级以上财政资金"],
      ["填表人：张三", null, "联系电话：123"],
      ["2012年12月"],
    ]);
    expect(table?.rows.map((row) => row.row)).toEqual([3, 4, 8]);
    expect(table?.totals.map(({ row, kind, after }) => [row.row, kind, after])).toEqual([
      [5, "subtotal", 2],
      [9, "total", 3],
    ]);
    expect([table?.firstRow, table?.lastRow]).toEqual([3, 8]);
  });

  it("numbers under a heading are data unless they run 1, 2, 3 without any text", () => {
    const [table] = find([
      ["企业名称", "销售收入", "研发费用"],
      [1, 2, 3],
      ["甲公司", 1, 2],
    ]);
    expect(table?.rows.map((row) => row.row)).toEqual([3]);
    const [other] = find([
      ["企业名称", "销售收入", "研发费用"],
      ["甲公司", 1, 2],
    ]);
    expect(other?.rows.map((row) => row.row)).toEqual([2]);
  });

  it("fills vertically merged streets down and leaves a blank street blank", () => {
    const grid = gridOf(
      sheetOf(
        [
          ["所属街道", "企业名称"],
          ["东街", "甲公司"],
          [null, "乙公司"],
          [null, "丙公司"],
        ],
        ["A2:A3"],
      ),
    );
    const [table] = findTables(grid, words);
    expect(table?.rows.map((row) => cellAt(row, 1)?.text)).toEqual(["东街", "东街", undefined]);
  });

  it("keeps hidden rows and says nothing of empty formatted areas", () => {
    const sheet = sheetOf([
      ["企业名称", "备注"],
      ["甲公司", "x"],
      ["乙公司", "y"],
    ]);
    const second = sheet.rows[1];
    if (second !== undefined) second.hidden = true;
    expect(findTables(gridOf(sheet), words)[0]?.rows.map((row) => row.row)).toEqual([2, 3]);
  });

  it("finds a second table under the first", () => {
    const tables = find([
      ["一、项目"],
      ["项目名称", "承担单位", "级别"],
      ["光伏", "甲公司", "市级"],
      [],
      ["二、企业"],
      ["企业名称", "所属街道", "联系电话"],
      ["甲公司", "东街", "123"],
    ]);
    expect(tables.map((table) => [table.title, table.headerRows, table.rows.map((row) => row.row)])).toEqual([
      ["一、项目", [2], [3]],
      ["二、企业", [6], [7]],
    ]);
  });

  it("sets group lines aside", () => {
    const [table] = find(
      [
        ["序号", "项目名称", "级别"],
        ["一、国家级"],
        [1, "光伏", "国家"],
        ["市级（1项）", null, null],
        [2, "风电", "市级"],
      ],
      ["A4:C4"],
    );
    expect(table?.rows.map((row) => row.row)).toEqual([3, 5]);
  });

  it("does not run away on merges larger than the sheet", () => {
    const sheet = sheetOf([
      ["企业名称", "备注"],
      ["甲公司", "x"],
    ]);
    sheet.merges.push({ top: 2, left: 2, bottom: 1_048_576, right: 16_384 });
    expect(findTables(gridOf(sheet), words)[0]?.rows.length).toBe(1);
  });
});

describe("normaliseHeading", () => {
  it.each([
    ["无偿资金\n（万元）", "无偿资金", "万元"],
    ["＊ 企业名称：", "企业名称", undefined],
    ["2022年销售收入（千元）", "销售收入", "千元"],
    ["镇（街道）", "镇(街道)", undefined],
    ["场地面积（平方米）", "场地面积", "平方米"],
    ["参加人次(人次)", "参加人次", "人次"],
    ["完成率（％）", "完成率", "%"],
    ["地块面积/亩", "地块面积", "亩"],
    ["合同金额，万元", "合同金额", "万元"],
  ])("%s", (text, key, unit) => {
    const heading = normaliseHeading(text);
    expect([heading.key, heading.unit]).toEqual([key, unit]);
  });
  it("takes the year out of any storey", () => {
    expect(normaliseHeading("近三年销售收入/2021年")).toMatchObject({ key: "近三年销售收入", year: 2021 });
    expect(normaliseHeading("2021年度/研发费用")).toMatchObject({ key: "研发费用", year: 2021 });
    expect(normaliseHeading("上年度销售收入")).toMatchObject({ key: "上年度销售收入", yearBefore: true });
  });
});
