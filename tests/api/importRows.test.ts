import { describe, expect, it } from "vitest";
import type { Program } from "../../main/hosts/openProgram.ts";
import { call, emptyProgram } from "../support/program.ts";
import type { ImportReport, RowDecision, SheetPage, WaitingRow } from "../../shared/api/api.ts";
import { problemOf } from "../support/problems.ts";
import { apply, decide, namesOf, recordsOf, rowsOf, save, stage } from "./importing.ts";

const companies = (...rows: string[]) => ["企业名称,统一社会信用代码,法定代表人,地址", ...rows];

describe("staged rows", () => {
  it("show every field old → new with its cell, and what they may be as well", async () => {
    const program = await emptyProgram();
    const known = await save(program, "organisations", { name: "甲材料有限公司", legalRepresentative: "王一" });
    const { batch } = await stage(
      program,
      "企业名录.csv",
      companies("甲材料有限公司,,王二,一号", "示例区甲材料有限公司,,,"),
    );
    const [updated, added] = await rowsOf(program, batch);
    expect(updated).toMatchObject({
      outcome: "updated",
      title: "甲材料有限公司",
      id: known.id,
      row: 2,
      fields: [
        { field: "name", changed: false, cell: "A2" },
        {
          field: "legalRepresentative",
          before: "王一",
          after: "王二",
          changed: true,
          typed: true,
          cell: "C2",
          raw: "王二",
        },
        { field: "address", before: "", after: "一号", changed: true, cell: "D2" },
      ],
    });
    expect(updated?.fields.filter(({ typed }) => typed === true)).toHaveLength(1);
    expect(added).toMatchObject({
      outcome: "added",
      id: null,
      candidates: [{ id: known.id, title: "甲材料有限公司" }],
    });
    expect(await rowsOf(program, batch, "updated")).toEqual([updated]);
    expect(await rowsOf(program, batch, "twin")).toEqual([added]);
  });
});

describe("decisions", () => {
  it("change nothing where none is made: a near name goes in as a new one", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch, counts } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号"));
    expect(counts).toMatchObject({ added: 0, twins: 1, nearAdded: 1 });
    expect((await apply(program, batch)).counts).toEqual({ ...counts, added: 1, twins: 0 });
    expect(await namesOf(program)).toEqual(["甲材料有限公司", "示例区甲材料有限公司"]);
  });

  it("hold when the file is understood anew under a person's word", async () => {
    const program = await emptyProgram();
    const first = await stage(
      program,
      "企业名录.csv",
      companies("甲材料有限公司,,王二,一号", "乙材料有限公司,,王三,二号"),
    );
    const [, row] = await rowsOf(program, first.batch);
    await decide(program, first.batch, { position: row?.position ?? -1, take: "skip" });
    const { batch } = await call<ImportReport>(program, "importing", "restage", {
      batch: first.batch,
      corrections: [{ sheet: first.tables[0]?.sheet, table: 0, columns: [{ column: 4, field: null }] }],
    });
    expect((await rowsOf(program, batch)).map(({ title, decision }) => [title, decision?.take])).toEqual([
      ["甲材料有限公司", undefined],
      ["乙材料有限公司", "skip"],
    ]);
    await apply(program, batch);
    expect(await namesOf(program)).toEqual(["甲材料有限公司"]);
  });

  it("make a near company the same, and remember how it was written", async () => {
    const program = await emptyProgram();
    const known = await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号"));
    const [row] = await rowsOf(program, batch);
    const counts = await decide(program, batch, { position: row?.position ?? -1, take: { same: known.id } });
    expect(counts).toMatchObject({ added: 0, updated: 1 });
    expect((await apply(program, batch)).counts).toEqual(counts);
    expect(await recordsOf(program, "organisations")).toMatchObject([
      { id: known.id, values: { name: "甲材料有限公司", legalRepresentative: "王二" } },
    ]);
    expect(await recordsOf(program, "organisationAliases")).toMatchObject([
      { values: { organisation: known.id, alias: "示例区甲材料有限公司" } },
    ]);
    const again = await stage(program, "另一份企业名录.csv", companies("示例区甲材料有限公司,,王三,"));
    expect(again.counts).toMatchObject({ added: 0, updated: 1 });
  });

  it("add one that is near, and remember that the two are different", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号"));
    await decide(program, batch, { position: await only(program, batch), take: "add" });
    await apply(program, batch);
    expect(await namesOf(program)).toEqual(["甲材料有限公司", "示例区甲材料有限公司"]);
    const pairs = await program.services.database().read.selectFrom("distinctNames").selectAll().execute();
    expect(pairs).toMatchObject([{ ledger: "organisations", who: "未登记" }]);
  });

  it("leave rows out, keep what is stored, take what was typed", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "甲公司", legalRepresentative: "王一", address: "老地址" });
    const rows = companies("甲公司,,王二,一号", "乙公司,,李二,二号", "丙公司,,赵二,三号");
    const { batch } = await stage(program, "企业名录.csv", rows);
    const [first, second, third] = await rowsOf(program, batch);
    const counts = await decide(
      program,
      batch,
      { position: first?.position ?? -1, take: "asUnderstood", keep: ["address"] },
      { position: second?.position ?? -1, take: "skip" },
      {
        position: third?.position ?? -1,
        take: "asUnderstood",
        values: { legalRepresentative: "钱三", subdistrict: "东街" },
      },
    );
    expect(counts).toMatchObject({ added: 1, updated: 1, same: 0 });
    expect((await apply(program, batch)).counts).toMatchObject({ added: 1, updated: 1, same: 0 });
    const records = await recordsOf(program, "organisations");
    expect(records.map(({ values }) => [values["name"], values["legalRepresentative"], values["address"]])).toEqual(
      expect.arrayContaining([
        ["甲公司", "王二", "老地址"],
        ["丙公司", "钱三", "三号"],
      ]),
    );
    expect(records).toHaveLength(2);
    const [street] = await recordsOf(program, "subdistricts");
    expect(street?.values).toMatchObject({ name: "东街" });
    expect(records.find(({ values }) => values["name"] === "丙公司")?.values["subdistrict"]).toBe(street?.id);
    expect(await waiting(program)).toEqual([]);
  });

  it("say what it cannot be: another's number, a row or a field that is not there", async () => {
    const program = await emptyProgram();
    const known = await save(program, "organisations", { name: "甲公司", creditCode });
    const { batch } = await stage(program, "企业名录.csv", companies(`甲公司,${creditCode},王二,一号`));
    const position = await only(program, batch);
    const wrong: RowDecision[] = [
      { position: 99, take: "skip" },
      { position, take: { same: "nobody" } },
      { position, take: "asUnderstood", values: { nothing: "x" } },
    ];
    for (const decision of wrong)
      expect(await problemOf(decide(program, batch, decision))).toMatchObject({ code: "E-IMP-62" });
    expect(await decide(program, batch, { position, take: "add" })).toMatchObject({ twins: 1, updated: 0 });
    await apply(program, batch);
    expect(await recordsOf(program, "organisations")).toHaveLength(1);
    expect(await waiting(program)).toMatchObject([
      { message: "统一社会信用代码已是“甲公司”的，不能再给一条", candidates: [{ id: known.id }] },
    ]);
  });
});

const creditCode = "91370703MA3C0TLH1W";
const waiting = (program: Program) => call<WaitingRow[]>(program, "importing", "waiting");
const settle = (program: Program, batch: number | null, decision: RowDecision) =>
  call<WaitingRow[]>(program, "importing", "settle", { batch, decision });
const only = async (program: Program, batch: number | null) => (await rowsOf(program, batch))[0]?.position ?? -1;

const projects = (...rows: string[]) => ["项目名称,立项年度,承担单位,统一社会信用代码,无偿资金（万元）", ...rows];

describe("rows that wait", () => {
  /** The company's number is another's: company and project wait together. */
  async function twinCompany(program: Program) {
    const one = await save(program, "organisations", { name: "甲公司", creditCode });
    const two = await save(program, "organisations", { name: "乙公司" });
    const { batch } = await stage(
      program,
      "2012年科技项目.csv",
      projects(`风电,2012,乙公司,${creditCode},30`, "光伏,2012,丙公司,,40"),
    );
    return { one, two, batch };
  }

  it("go in with all that their row brings, and go with their batch", async () => {
    const program = await emptyProgram();
    const { one, batch } = await twinCompany(program);
    expect(await rowsOf(program, batch, "twin")).toMatchObject([
      { ledger: "organisations", candidates: [{}, {}] },
      { ledger: "projects", title: "风电" },
    ]);
    expect((await apply(program, batch)).counts).toMatchObject({ added: 1, twins: 1 });
    expect(await namesOf(program, "projects", "title")).toEqual(["光伏"]);
    const [company] = await waiting(program);
    expect(company).toMatchObject({ batch, file: "2012年科技项目.csv", row: 2 });

    const left = await settle(program, batch, { position: company?.position ?? -1, take: { same: one.id } });
    expect(left).toEqual([]);
    const wind = (await recordsOf(program, "projects")).find(({ values }) => values["title"] === "风电");
    expect(wind?.values).toMatchObject({ undertaker: one.id, grantAmount: 30_000_000 });
    expect(await namesOf(program, "organisationAliases", "alias")).toEqual([]);
    expect(await call<ImportReport>(program, "importing", "report", { batch })).toMatchObject({
      counts: { added: 2, twins: 0 },
    });
    const sources = await call<Record<string, { cell?: string }>>(program, "records", "sources", {
      ledger: "projects",
      id: wind?.id,
    });
    expect(sources["grantAmount"]).toMatchObject({ cell: "E2" });

    await call(program, "importing", "takeBack", { batch });
    expect(await namesOf(program, "projects", "title")).toEqual([]);
    expect(await namesOf(program)).toEqual(["乙公司", "甲公司"]);
    const again = await stage(program, "2012年科技项目.csv", projects("光伏,2012,丙公司,,40"));
    expect(again.counts).toMatchObject({ added: 1, stubs: 1 });
  });

  it("are dropped with what hangs on them", async () => {
    const program = await emptyProgram();
    const { batch } = await twinCompany(program);
    await apply(program, batch);
    const [company] = await waiting(program);
    expect(await settle(program, batch, { position: company?.position ?? -1, take: "skip" })).toEqual([]);
    expect(await call<ImportReport>(program, "importing", "report", { batch })).toMatchObject({
      counts: { added: 1, twins: 0 },
    });
    const gone = settle(program, batch, { position: company?.position ?? -1, take: "skip" });
    expect(await problemOf(gone)).toMatchObject({ code: "E-IMP-61" });
  });

  it("are finished with typed values, which are checked as ever", async () => {
    const program = await emptyProgram();
    const bad = await stage(program, "2012年科技项目.csv", projects(",2012,丁公司,,30", "光伏,2012,丙公司,,40"));
    expect(bad.counts).toMatchObject({ added: 1, invalid: 1 });
    await apply(program, bad.batch);
    const [row] = await waiting(program);
    expect(row).toMatchObject({ outcome: "invalid", message: "缺少项目名称" });
    const position = row?.position ?? -1;
    const still = await settle(program, bad.batch, { position, take: "asUnderstood", values: { leader: "王一" } });
    expect(still).toMatchObject([{ outcome: "invalid", position }]);
    const done = await settle(program, bad.batch, {
      position,
      take: "asUnderstood",
      values: { title: "风电", expected: "2012年3月", undertaker: "戊公司" },
    });
    expect(done).toEqual([]);
    const wind = (await recordsOf(program, "projects")).find(({ values }) => values["title"] === "风电");
    const other = (await recordsOf(program, "organisations")).find(({ values }) => values["name"] === "戊公司");
    expect(wind?.values).toMatchObject({ expected: "2012-03", undertaker: other?.id, grantAmount: 30_000_000 });
  });

  it("tell that a record of their number has come in since, with the mended file", async () => {
    const program = await emptyProgram();
    const contracts = (...rows: string[]) => ["合同登记编号,合同名称,卖方名称", ...rows];
    const bad = await stage(program, "2012年技术合同.csv", contracts("2012001,,甲公司", "2012002,,乙公司"));
    await apply(program, bad.batch);
    expect((await waiting(program)).map(({ since }) => since)).toEqual([undefined, undefined]);
    const mended = await stage(program, "2012年技术合同改好.csv", contracts("2012001,电机测试,甲公司"));
    await apply(program, mended.batch);
    expect((await waiting(program)).map(({ row, since }) => [row, since])).toEqual([
      [2, "电机测试"],
      [3, undefined],
    ]);
  });

  it("wait through a restart, and a row left out in doubt is among them", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号", "乙公司,,,"));
    const [near] = await rowsOf(program, batch);
    await decide(program, batch, { position: near?.position ?? -1, take: "skip" });
    await apply(program, batch);
    expect(await namesOf(program)).toEqual(["乙公司", "甲材料有限公司"]);
    const { openProgram } = await import("../../main/hosts/openProgram.ts");
    const folder = program.services.folder();
    await program.close();
    const next = await openProgram({ host: "cli", folder });
    const [row] = await waiting(next);
    expect(row).toMatchObject({ title: "示例区甲材料有限公司", candidates: [{ title: "甲材料有限公司" }] });
    expect(await settle(next, batch, { position: row?.position ?? -1, take: "asUnderstood" })).toEqual([]);
    expect(await namesOf(next)).toEqual(["乙公司", "甲材料有限公司", "示例区甲材料有限公司"]);
    await next.close();
  });

  it("are taken back with their batch, but for what somebody has changed since", async () => {
    const program = await emptyProgram();
    const known = await save(program, "organisations", { name: "甲材料有限公司" });
    const { batch } = await stage(program, "企业名录.csv", companies("示例区甲材料有限公司,,王二,一号"));
    await decide(program, batch, { position: await only(program, batch), take: "skip" });
    await apply(program, batch);
    const [row] = await waiting(program);
    await settle(program, batch, { position: row?.position ?? -1, take: { same: known.id } });
    const [settled] = await recordsOf(program, "organisations");
    expect(settled?.values).toMatchObject({ legalRepresentative: "王二", address: "一号" });
    const edit = { ledger: "organisations", id: known.id, version: settled?.version, values: { address: "二号" } };
    await call(program, "records", "save", edit);
    expect(await call(program, "importing", "takeBack", { batch })).toMatchObject({
      kept: [{ id: known.id, field: "address", reason: "changed" }],
    });
    const [left] = await recordsOf(program, "organisations");
    expect(left?.values).toMatchObject({ name: "甲材料有限公司", legalRepresentative: null, address: "二号" });
    expect(await recordsOf(program, "organisationAliases")).toEqual([]);
  });

  it("wait for the company that a person has left out, until they are given another", async () => {
    const program = await emptyProgram();
    const { batch } = await stage(program, "2012年科技项目.csv", projects("风电,2012,甲公司,,30"));
    const company = (await rowsOf(program, batch)).find(({ ledger }) => ledger === "organisations");
    expect(await decide(program, batch, { position: company?.position ?? -1, take: "skip" })).toMatchObject({
      twins: 1,
    });
    expect((await apply(program, batch)).counts).toMatchObject({ added: 0, twins: 1, stubs: 0 });
    const [row] = await waiting(program);
    expect(row).toMatchObject({ ledger: "projects", message: "所指的记录没有导入" });
    const decision = { position: row?.position ?? -1, take: "asUnderstood" } as const;
    expect(await problemOf(settle(program, batch, decision))).toMatchObject({ code: "E-REC-08" });
    expect(await settle(program, batch, { ...decision, values: { undertaker: "乙公司" } })).toEqual([]);
    expect(await namesOf(program)).toEqual(["乙公司"]);
  });
});

describe("pages of the original", () => {
  it("come row by row from one reading", async () => {
    let reads = 0;
    const { readWorkbook } = await import("../../main/importing/reading/readWorkbook.ts");
    const program = await emptyProgram({
      readWorkbook: (source) => {
        reads += 1;
        return readWorkbook(source);
      },
    });
    const lines = Array.from({ length: 250 }, (_none, at) => `公司${at},,王${at},`);
    const { fileHash } = await stage(program, "企业名录.csv", companies(...lines));
    const page = (from: number) => call<SheetPage>(program, "importing", "sheetPage", { fileHash, from, limit: 100 });
    const [one, two] = [await page(1), await page(101)];
    expect(one).toMatchObject({ file: "企业名录.csv", total: 251, hiddenColumns: [], merges: [] });
    expect(one.rows[0]?.cells[0]).toEqual({ column: 1, text: "企业名称" });
    expect(two.rows[0]).toMatchObject({ row: 101, hidden: false, cells: [{ column: 1, text: "公司99" }, {}] });
    expect(two.rows).toHaveLength(100);
    expect(reads).toBe(2);
    const wrong = call(program, "importing", "sheetPage", { fileHash, sheet: "没有" });
    expect(await problemOf(wrong)).toMatchObject({ code: "E-IMP-97" });
  });
});
