import { describe, expect, it } from "vitest";
import { findTables, type FoundTable } from "../../../main/importing/findTables.ts";
import { gridOf } from "../../../main/importing/sheetGrid.ts";
import { sheetOf, type Given } from "./sheets.ts";

// What single habits mean where more than one reading would do. No word of any ledger is known here.

const find = (
  rows: readonly (readonly Given[])[],
  merges: readonly string[] = [],
  before?: FoundTable,
): ReturnType<typeof shown>[] => findTables(gridOf(sheetOf(rows, merges)), new Set(), before).map(shown);

const shown = (table: FoundTable) => ({
  title: table.title,
  head: table.headerRows,
  data: table.rows.map(({ row }) => row),
  totals: table.totals.map(({ row, kind }) => `${row.row} ${kind}`),
  columns: table.columns.map(({ column, heading }) => `${column} ${heading}`),
});

describe("tables beside each other", () => {
  it("one heading that begins anew is two lists", () => {
    const found = find([
      ["泊位登记"],
      ["泊位", "船名", "吨位", "泊位", "船名", "吨位"],
      ["一号", "海星", 10, "三号", "远帆", 30],
      ["二号", "海马", 20],
    ]);
    expect(found.map(({ head, data, columns }) => [head, data, columns])).toEqual([
      [[2], [3, 4], ["1 泊位", "2 船名", "3 吨位"]],
      [[2], [3], ["4 泊位", "5 船名", "6 吨位"]],
    ]);
  });
  it("a blank column within one table does not cut it", () => {
    const found = find([
      ["泊位", "船名", null, "吨位", "长度"],
      ["一号", "海星", null, 10, 31],
      ["二号", "海马", null, 20, 32],
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.columns).toEqual(["1 泊位", "2 船名", "4 吨位", "5 长度"]);
  });
  it("a title over both stands over each", () => {
    const found = find(
      [
        ["2023年船舶登记"],
        ["泊位", "船名", "吨位", null, "泊位", "船员", "工龄"],
        ["一号", "海星", 10, null, "一号", "老张", 30],
        ["二号", "海马", 20, null, "二号", "老李", 12],
      ],
      ["A1:G1"],
    );
    expect(found.map(({ title, data }) => [title, data])).toEqual([
      ["2023年船舶登记", [3, 4]],
      ["2023年船舶登记", [3, 4]],
    ]);
  });
});

describe("the same heading again", () => {
  const heading = ["泊位", "船名", "吨位"];
  it("under another title is another table: the year is in the title", () => {
    const found = find(
      [["2022年登记"], heading, ["一号", "海星", 10], ["2023年登记"], heading, ["一号", "海马", 20]],
      ["A1:C1", "A4:C4"],
    );
    expect(found.map(({ title, data }) => [title, data])).toEqual([
      ["2022年登记", [3]],
      ["2023年登记", [6]],
    ]);
  });
  it("under a line that nobody merged", () => {
    const found = find([["东片"], heading, ["一号", "海星", 10], ["西片"], heading, ["一号", "海马", 20]]);
    expect(found.map(({ title, data }) => [title, data])).toEqual([
      ["东片", [3]],
      ["西片", [6]],
    ]);
  });
  it("under the same title or 续表 is the next page", () => {
    const found = find(
      [
        ["2022年登记"],
        heading,
        ["一号", "海星", 10],
        ["2022年登记（续表）"],
        heading,
        ["二号", "海马", 20],
        ["2022年登记"],
        heading,
        ["三号", "远帆", 5],
      ],
      ["A1:C1", "A4:C4", "A7:C7"],
    );
    expect(found.map(({ data }) => data)).toEqual([[3, 6, 9]]);
  });
});

describe("pages without a heading", () => {
  const heading: Given[][] = [
    ["序号", "船名", "吨位"],
    [1, "海星", 10],
    [2, "海马", 20],
  ];
  const [first] = findTables(gridOf(sheetOf(heading)), new Set());
  it("go on with the columns of the sheet before", () => {
    const [page] = find([["续表"], [3, "远帆", 30], [4, "近帆", 40]], [], first);
    expect(page).toMatchObject({ head: [], data: [2, 3], columns: ["1 序号", "2 船名", "3 吨位"] });
  });
  it("are no page of a table with other columns", () => {
    const [page] = find(
      [
        ["远帆", 3, "三副"],
        ["近帆", 4, "大副"],
        ["云帆", 5, "船长"],
      ],
      [],
      first,
    );
    expect(page?.columns).toEqual(["1 ", "2 ", "3 "]);
  });
  it("are found without any heading", () => {
    expect(
      find([
        [1, "海星", 10],
        [2, "海马", 20],
        [3, "远帆", 30],
      ]),
    ).toMatchObject([{ head: [], data: [1, 2, 3] }]);
  });
});

describe("rows that stand for parts of the whole", () => {
  const places = ["北京", "天津", "河北", "上海", "江苏", "浙江"].map((place, at): Given[] => [place, at + 1, at * 2]);
  it("are set aside where the parts are among them", () => {
    const [table] = find([
      ["地区", "企业数", "人数"],
      ["全 国", 21, 30],
      ["东部地区", 15, 20],
      ["西部地区", 6, 10],
      ...places,
    ]);
    expect(table?.totals).toEqual(["2 total", "3 aggregate", "4 aggregate"]);
    expect(table?.data).toEqual([5, 6, 7, 8, 9, 10]);
  });
  it("are the data where there is nothing else", () => {
    const [table] = find([
      ["地区", "企业数", "人数"],
      ["东部地区", 15, 20],
      ["中部地区", 6, 10],
      ["西部地区", 6, 10],
    ]);
    expect(table?.data).toEqual([2, 3, 4]);
  });
});

describe("a last row of figures alone", () => {
  const rows: Given[][] = [
    ["船名", "泊位", "吨位"],
    ["海星", "一号", 10],
    ["海马", "二号", 20],
    ["远帆", "三号", 30],
  ];
  it("is a total where it is the sum", () => {
    expect(find([...rows, [null, null, 60]])[0]).toMatchObject({ data: [2, 3, 4], totals: ["5 total"] });
  });
  it("is a row with a blank where it is not", () => {
    expect(find([...rows, [null, null, 61]])[0]).toMatchObject({ data: [2, 3, 4, 5], totals: [] });
  });
});

describe("headings", () => {
  it("of periods stand over figures that look like years", () => {
    const [table] = find([
      ["指标", "1月", "1-2月", "一季度"],
      ["产值", 1990, 2012, 3000],
      ["税收", 19, 20, 21],
    ]);
    expect(table?.head).toEqual([1]);
  });
  it("are no row of the group that is merged over part of the table", () => {
    const [table] = find(
      [
        [null, null, "经营"],
        ["船名", "泊位", "渔获", "进项"],
        ["海星", "一号", 10, 3],
        ["海马", "二号", 20, 4],
      ],
      ["C1:D1"],
    );
    expect(table?.head).toEqual([1, 2]);
    expect(table?.columns).toEqual(["1 船名", "2 泊位", "3 经营/渔获", "4 经营/进项"]);
  });
  it("are not the title that somebody merged over part of the table", () => {
    const [table] = find(
      [
        [null, "示例区渔船登记情况汇总表"],
        ["船名", "泊位", "渔获", "进项"],
        ["海星", "一号", 10, 3],
        ["海马", "二号", 20, 4],
      ],
      ["B1:D1"],
    );
    expect(table).toMatchObject({ head: [2], title: "示例区渔船登记情况汇总表" });
  });
  it("keep the words of both languages", () => {
    const [table] = find([
      ["船名\nName of Vessel", "吨位（吨）\nTonnage", "R&D经费"],
      ["海星", 10, 3],
      ["海马", 20, 4],
    ]);
    expect(table?.columns).toEqual(["1 船名Name of Vessel", "2 吨位（吨）Tonnage", "3 R&D经费"]);
  });
});

describe("large sheets", () => {
  it("of 100,000 rows take time by rows, not by their square", () => {
    const body = (count: number): Given[][] =>
      Array.from({ length: count }, (_none, at) => [at + 1, `船${at}`, "一号", at * 1.5, at % 7, "在港"]);
    const time = (count: number): number => {
      const grid = gridOf(sheetOf([["序号", "船名", "泊位", "渔获", "船员", "去向"], ...body(count)]));
      // Time of our own processor: other tests run beside this one.
      const from = process.cpuUsage();
      expect(findTables(grid, new Set())[0]?.rows).toHaveLength(count);
      return process.cpuUsage(from).user / 1000;
    };
    time(1_000);
    const small = Math.max(5, time(10_000));
    expect(time(100_000)).toBeLessThan(small * 40);
  });
});
