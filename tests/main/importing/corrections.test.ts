import { describe, expect, it } from "vitest";
import type { TableCorrection } from "../../../shared/api/importing.ts";
import { pacing } from "../../../main/importing/pause.ts";
import { understandWorkbook, type UnderstoodTable } from "../../../main/importing/understandWorkbook.ts";
import { sheetOf, type Given } from "./sheets.ts";
import { smallKnowledge } from "./smallLedgers.ts";

// What a person sets right on a table that was understood wrongly.

const rows: Given[][] = [
  ["示例区科技计划项目（2012年）"],
  ["甲项", "乙项", "丙项"],
  ["项目名称", "承担单位", "无偿资金"],
  ["光伏", "甲公司", 10],
  ["风电", "乙公司", 20],
  [],
  ["尾注"],
  ["企业名称", "所属街道", "联系电话"],
  ["甲公司", "东街", "0536-1"],
  ["乙公司", "西街", "0536-2"],
];

async function understood(corrections: readonly Omit<TableCorrection, "sheet">[]): Promise<UnderstoodTable[]> {
  const workbook = { kind: "xlsx" as const, notes: [], sheets: [sheetOf(rows, ["A1:C1"])] };
  const told = { file: "表.xlsx", corrections: corrections.map((one) => ({ ...one, sheet: "Sheet1" })) };
  return (await understandWorkbook(workbook, smallKnowledge, told, pacing())).tables;
}
const rowsOf = ({ table }: UnderstoodTable): number[] => table.rows.map(({ row }) => row);
const fieldsOf = ({ columns }: UnderstoodTable): (string | null)[] =>
  columns.map(({ target }) => target?.field ?? null);

describe("corrections of a table", () => {
  it("change nothing where there are none, or where they are another sheet's", async () => {
    const [first, second] = await understood([]);
    expect([first, second].map((one) => one?.table.headerRows)).toEqual([[3], [8]]);
    expect([first, second].map((one) => one?.plan?.declaration.name)).toEqual(["projects", "organisations"]);
  });

  it("take the heading from another row, and titles end above it", async () => {
    const [first] = await understood([{ table: 0, headerRows: [2, 3] }]);
    expect(first?.table).toMatchObject({ headerRows: [2, 3], title: "示例区科技计划项目（2012年）", firstRow: 4 });
    expect(first?.columns[0]?.heading).toBe("甲项/项目名称");
  });

  it("begin and end the data where they say, whatever stands there", async () => {
    const [first, ...others] = await understood([{ table: 0, firstRow: 5, lastRow: 9 }]);
    expect(rowsOf(first!)).toEqual([5, 7, 8, 9].filter((row) => rowsOf(first!).includes(row)));
    expect([first?.table.firstRow, first?.table.lastRow]).toEqual([5, 9]);
    // The second table would begin within the first.
    expect(others).toEqual([]);
  });

  it("leave the other table as it was found", async () => {
    const [first, second] = await understood([{ table: 0, lastRow: 4 }]);
    expect([rowsOf(first!), rowsOf(second!)]).toEqual([[4], [9, 10]]);
  });

  it("add a table where none was found", async () => {
    const tables = await understood([{ table: 2, headerRows: [], firstRow: 9, lastRow: 10 }]);
    expect(tables.map((one) => [one.place, one.table.headerRows, rowsOf(one)])).toEqual([
      [0, [3], [4, 5]],
      [2, [], [9, 10]],
    ]);
  });

  it("name another ledger, even one that no column speaks for", async () => {
    const [, second] = await understood([{ table: 1, ledger: "certificates" }]);
    expect(second?.plan?.declaration.name).toBe("certificates");
    expect(second?.confidence).toBe(1);
    expect(second?.columns[0]?.target).toMatchObject({ ledger: "certificates", field: "organisation", own: true });
  });

  it("leave a table out, and it keeps its place", async () => {
    const [first, second] = await understood([{ table: 0, ledger: null }]);
    expect([first?.plan, first?.place]).toEqual([null, 0]);
    expect(second?.plan?.declaration.name).toBe("organisations");
  });

  it("outrank the year of the title", async () => {
    const [first] = await understood([{ table: 0, year: 2013 }]);
    expect(first?.plan?.year).toBe(2013);
  });

  it("give a column another field, which then feeds no other, and a unit", async () => {
    const [first] = await understood([
      {
        table: 0,
        columns: [
          { column: 2, field: "name" },
          { column: 3, unit: "元" },
        ],
      },
    ]);
    expect(fieldsOf(first!)).toEqual([null, "name", "amount"]);
    expect(first?.columns[2]).toMatchObject({ unit: "元", confidence: 0.95 });
  });

  it("reach a carried ledger and knowingly leave columns out", async () => {
    const [, second] = await understood([
      {
        table: 1,
        ledger: "certificates",
        columns: [
          { column: 2, field: "creditCode", ledger: "organisations" },
          { column: 3, field: null },
        ],
      },
    ]);
    expect(second?.columns[1]?.target).toEqual({ ledger: "organisations", field: "creditCode", own: false, carry: 0 });
    expect(second?.columns[2]).toMatchObject({ target: null, ignored: true, confidence: 1 });
  });

  it("do not take a field that the ledger cannot hold", async () => {
    const [first] = await understood([
      { table: 0, columns: [{ column: 2, field: "validTo", ledger: "certificates" }] },
    ]);
    expect(fieldsOf(first!)).toEqual(["name", "undertaker", "amount"]);
  });
});
