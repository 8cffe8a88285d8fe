import ExcelJS from "exceljs";
import { describe, expect, it, onTestFinished } from "vitest";
import { openProgram, type Program } from "../../main/hosts/openProgram.ts";
import type { ImportReport } from "../../shared/api/api.ts";
import { problemOf } from "../support/problems.ts";
import { call, emptyProgram } from "../support/program.ts";
import { agileLocked } from "../main/importing/reading/locked.ts";
import { apply, save, stage } from "./importing.ts";

/** A list with a title, a heading of two storeys and as many good rows as asked for before the three that are not. */
async function projectList(good: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("项目");
  const rows: (string | number | null)[][] = [
    ["示例区2012年科技计划项目汇总表", null, null, null, null],
    ["单位：万元", null, null, null, null],
    ["项目名称", "承担单位", null, "无偿资金", "立项时间"],
    [null, "单位名称", "统一社会信用代码", null, null],
    ...Array.from({ length: good }, (_none, at) => [`项目${at}`, `公司${at}`, "", 10 + at, 41000 + at]),
    ["风电", "乙公司", "91370703MA3C0TLH1W", 30, 41091],
    ["光伏", "丙公司", "", "三十来万", 41092],
    ["", "丁公司", "", 40, 41093],
  ];
  for (const row of rows) sheet.addRow(row);
  for (const range of ["A1:E1", "B3:C3", "A3:A4", "D3:D4", "E3:E4"]) sheet.mergeCells(range);
  sheet.getColumn(5).numFmt = "yyyy-mm-dd";
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function stagedList(program: Program, good: number): Promise<ImportReport> {
  await save(program, "organisations", { name: "甲公司", creditCode: "91370703MA3C0TLH1W" });
  await save(program, "organisations", { name: "乙公司" });
  const bytes = await projectList(good);
  const ticket = program.services.tickets.issue({ name: "2012年科技项目.xlsx", bytes });
  const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
  if (report === undefined) throw new Error("nothing was staged");
  return report;
}

async function sentBack(program: Program, batch: number | null) {
  const { ticket, name } = await call<{ ticket: string; name: string }>(program, "importing", "errorWorkbook", {
    batch,
  });
  const bytes = program.services.tickets.open(ticket)?.bytes ?? new Uint8Array();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return { ticket, name, workbook };
}

/** What an import understood; how sure it was depends on whether it has seen the layout before. */
const layoutOf = ({ tables }: ImportReport) =>
  tables.map(({ sheet, ledger, headerRows, firstRow, columns }) => {
    const feeds = columns.map(({ column, heading, ledger: into, field }) => [column, heading, into, field]);
    return { sheet, ledger, headerRows, firstRow, feeds };
  });

describe("the workbook for the sender", () => {
  it("is the sheet as it came, with a comment on each cell that has to be set right", async () => {
    const program = await emptyProgram();
    const report = await stagedList(program, 2);
    expect(report.counts).toMatchObject({ added: 3, twins: 1, invalid: 1, doubts: 1 });
    const { ticket, name, workbook } = await sentBack(program, report.batch);
    expect(name).toBe("2012年科技项目（请核对）.xlsx");
    const [list, sheet] = workbook.worksheets;
    expect([list?.name, sheet?.name]).toEqual(["说明", "项目"]);
    const noted = ["B7", "D8", "A9"].map((cell) => String(sheet?.getCell(cell).note));
    expect(noted[0]).toContain("编号与名称指向不同的记录");
    expect(noted[1]).toMatch(/【无偿资金】|【.*】原文“三十来万”/u);
    expect(noted[2]).toContain("缺少项目名称");
    expect(sheet?.getCell("D8").fill).not.toEqual(sheet?.getCell("D7").fill);
    expect(sheet?.getCell("D7").note).toBeUndefined();
    expect(list?.getCell("A1").text).toContain("3 处");
    expect(list?.getCell("A5").text).toContain("“项目” D8");

    const [again] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
    expect(layoutOf(again ?? report)).toEqual(layoutOf(report));
    expect(again?.counts).toEqual(report.counts);
  });

  it("leaves the good rows of a long sheet out, and says where the others stood", async () => {
    const program = await emptyProgram();
    const report = await stagedList(program, 400);
    await apply(program, report.batch);
    const { ticket, workbook } = await sentBack(program, report.batch);
    const [list, sheet] = workbook.worksheets;
    expect(sheet?.rowCount).toBe(7);
    expect(list?.getCell("A4").text).toContain("B5（原表 B405）");
    const [again] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
    expect(layoutOf(again ?? report)).toEqual(layoutOf(report));
    expect(again?.counts).toMatchObject({ twins: 1, invalid: 1, doubts: 1 });
  });

  it("is not made where there is nothing to ask", async () => {
    const program = await emptyProgram();
    const { batch } = await stage(program, "企业名录.csv", ["企业名称,法定代表人", "甲公司,王一"]);
    const nothing = call(program, "importing", "errorWorkbook", { batch });
    expect(await problemOf(nothing)).toMatchObject({ code: "E-IMP-60" });
  });

  it("of our template goes back as one, its hidden row kept and hidden", async () => {
    const program = await emptyProgram();
    const { ticket: made } = await call<{ ticket: string }>(program, "files", "template", { ledger: "projects" });
    const form = new ExcelJS.Workbook();
    const bytes = program.services.tickets.open(made)?.bytes ?? new Uint8Array();
    await form.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    const [sheet = form.addWorksheet()] = form.worksheets;
    const headings = sheet.getRow(4).values as (string | undefined)[];
    const money = headings.findIndex((heading) => heading?.includes("立项经费"));
    sheet.getRow(6).getCell(2).value = "光伏";
    sheet.getRow(6).getCell(money).value = "三十来万";
    const filled = Buffer.from(await form.xlsx.writeBuffer());
    const ticket = program.services.tickets.issue({ name: "某公司.xlsx", bytes: filled });
    const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
    expect(report?.counts).toMatchObject({ added: 1, doubts: 1 });
    const { workbook, ticket: back } = await sentBack(program, report?.batch ?? null);
    expect(workbook.getWorksheet("科技计划项目")?.getRow(3).hidden).toBe(true);
    const [again] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [back] });
    expect(again?.tables.map(({ template }) => template)).toEqual([true]);
  });

  it("and the original sheet of a locked workbook open again, after a restart with the password alone", async () => {
    const program = await emptyProgram();
    const ticket = program.services.tickets.issue({ name: "锁.xlsx", bytes: agileLocked(await projectList(2), "密1") });
    const [report] = await call<ImportReport[]>(program, "importing", "stage", {
      tickets: [ticket],
      passwords: { [ticket]: "密1" },
    });
    const { batch = null, fileHash } = report ?? {};
    const pageOf = { fileHash, sheet: "项目", limit: 3 };
    expect(await call(program, "importing", "sheetPage", pageOf)).toMatchObject({ sheet: "项目", total: 9 });
    expect((await sentBack(program, batch)).workbook.getWorksheet("项目")).toBeDefined();
    const folder = program.services.folder();
    await program.close();
    const later = await openProgram({ host: "cli", folder });
    onTestFinished(() => later.close());
    const asked = { batch };
    expect(await problemOf(call(later, "importing", "errorWorkbook", asked))).toMatchObject({ code: "E-IMP-14" });
    const wrong = { ...asked, password: "密2" };
    expect(await problemOf(call(later, "importing", "errorWorkbook", wrong))).toMatchObject({ code: "E-IMP-22" });
    const view = { fileHash, sheet: "项目", cell: "D6" };
    expect(await problemOf(call(later, "importing", "sheetView", view))).toMatchObject({ code: "E-IMP-14" });
    expect(await call(later, "importing", "sheetView", { ...view, password: "密1" })).toMatchObject({ sheet: "项目" });
    // Known from here on.
    expect(await call(later, "importing", "sheetPage", pageOf)).toMatchObject({ total: 9 });
    expect((await sentBack(later, batch)).workbook.getWorksheet("项目")).toBeDefined();
  });
});
