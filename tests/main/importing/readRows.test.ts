import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { take } from "./gather.ts";
import { sheetOf } from "./sheets.ts";

describe("values of a row", () => {
  it("prefers the unit in the cell, then the heading's, then the sheet's", async () => {
    const { gathered } = await take([
      sheetOf([
        ["2012年科技计划项目表"],
        ["单位：千元"],
        ["项目名称", "立项经费（元）"],
        ["光伏", 100],
        ["风电", "3万元"],
      ]),
      sheetOf(
        [
          ["2012年科技计划项目表"],
          ["单位：千元"],
          ["项目名称", "立项经费"],
          ["水电", 100],
          ["火电", "—"],
          ["核电", "0"],
        ],
        [],
        "B",
      ),
    ]);
    expect(gathered.items.map((item) => item.values["amount"] ?? null)).toEqual([
      10_000,
      3_000_000,
      10_000_000,
      null,
      0,
    ]);
  });

  it("lists a doubt with sheet, cell and raw text, leaves the field blank and lets the row in", async () => {
    const { gathered, findings } = await take([
      sheetOf([["2012年科技计划项目表"], ["项目名称", "立项经费"], ["光伏", "约50万"], ["风电", 3]], [], "项目"),
    ]);
    expect(findings.counts).toMatchObject({ added: 2, doubts: 1 });
    expect(gathered.items[0]?.values).toEqual({ name: "光伏", year: 2012 });
    expect(findings.troubles).toEqual([
      expect.objectContaining({ sheet: "项目", cell: "B3", raw: "约50万", kind: "doubt", field: "立项经费" }),
    ]);
  });

  it("takes the year from column, title, file name and person in this order, and warns of disagreement once", async () => {
    const rows = [
      ["项目名称", "立项经费"],
      ["光伏", 1],
    ];
    const years = async (above: string, file: string, year?: number): Promise<unknown> =>
      (await take([sheetOf([[above], ...rows])], {}, { file, ...(year === undefined ? {} : { year }) })).gathered
        .items[0]?.values["year"];
    expect(await years("2012年科技计划项目", "2010年.xlsx", 2009)).toBe(2012);
    expect(await years("科技计划项目", "2010年项目.xlsx", 2009)).toBe(2010);
    expect(await years("科技计划项目", "项目.xlsx", 2009)).toBe(2009);
    const { gathered, findings } = await take([
      sheetOf([
        ["2012年科技计划项目"],
        ["项目名称", "年度", "立项经费"],
        ["光伏", "2012年", 1],
        ["风电", 2011, 1],
        ["水电", 2010, 1],
      ]),
    ]);
    expect(gathered.items.map((item) => item.values["year"])).toEqual([2012, 2011, 2010]);
    expect(findings.troubles).toEqual([
      expect.objectContaining({ kind: "warning", message: expect.stringContaining("2 行") }),
    ]);
    expect(await years("科技计划项目", "项目.xlsx")).toBeUndefined();
  });

  it("checks totals, tells which agree, and reports those that do not add up", async () => {
    const { findings } = await take([
      sheetOf([
        ["2012年科技计划项目"],
        ["项目名称", "立项经费"],
        ["光伏", 0.1],
        ["风电", 0.2],
        ["小计", 0.3],
        ["水电", 5],
        ["小计", 6],
        ["合计", 5.3],
        ["总计", 5.4],
      ]),
    ]);
    expect(findings.troubles.map(({ kind, cell, message }) => [kind, cell, message])).toEqual([
      ["total", "B7", "小计写的是 6万元，各行相加是 5万元"],
      ["total", "B9", "合计写的是 5.4万元，各行相加是 5.3万元"],
    ]);
    const checked = findings.tables[0]?.totals?.map(({ row, words, columns }) => [row, words, ...columns]);
    const sum = (cell: string, written: string, summed = written) => {
      return { cell, label: "立项经费", written, summed, agrees: written === summed };
    };
    expect(checked).toEqual([
      [5, "小计", sum("B5", "0.3万元")],
      [7, "小计", sum("B7", "6万元", "5万元")],
      [8, "合计", sum("B8", "5.3万元")],
      [9, "总计", sum("B9", "5.4万元", "5.3万元")],
    ]);
    expect(findings.counts).toMatchObject({ added: 3, invalid: 0 });
  });

  it("keeps the raw text of every cell, understood or not", async () => {
    const cell = fc.oneof(
      fc.constantFrom("约423", "4,230", "９.14E+17", "—", "12.6", "3万元"),
      fc.string({ maxLength: 9 }),
    );
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const named = some.map(([amount, no], at) => [`项目${at}`, no, amount]);
        const { gathered } = await take([
          sheetOf([["2012年科技计划项目"], ["项目名称", "项目编号", "立项经费"], ...named]),
        ]);
        const kept = gathered.items.map(({ raw }) => [...raw]);
        expect(kept).toEqual(named);
        const doubts = gathered.troubles.filter(({ trouble }) => trouble.kind === "doubt");
        const cells = doubts.map(({ trouble: { row, column } }) => named[row - 3]?.[column - 1]);
        expect(doubts.map(({ trouble }) => trouble.raw)).toEqual(cells);
      }),
      { numRuns: 40 },
    );
  });

  it("counts an amount that is merged over two rows once", async () => {
    const { gathered } = await take([
      sheetOf(
        [["2012年科技计划项目"], ["承担单位", "项目名称", "立项经费"], ["甲公司", "光伏", 10], [null, "风电", null]],
        ["A3:A4", "C3:C4"],
      ),
    ]);
    const projects = gathered.items.filter((item) => item.ledger === "projects");
    expect(projects.map((item) => [item.values["undertaker"], item.values["amount"] ?? null])).toEqual([
      ["new1", 1_000_000 * 10],
      ["new1", null],
    ]);
  });
});
