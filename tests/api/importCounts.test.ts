import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "../../main/hosts/openProgram.ts";
import type {
  BatchSummary,
  ImportCounts,
  ImportReport,
  RowDecision,
  RowStanding,
  StagedRow,
  WaitingRow,
} from "../../shared/api/api.ts";
import { call, emptyProgram } from "../support/program.ts";
import { apply, decide, namesOf, recordsOf, rowsOf, save, stage } from "./importing.ts";

// Whatever has been decided, a number is that of the rows which it names, and of what applying then does.

const counted = {
  added: "added",
  updated: "updated",
  same: "same",
  twin: "twins",
  invalid: "invalid",
  skipped: "skipped",
} as const satisfies Record<RowStanding, keyof ImportCounts>;

const reportOf = (program: Program, batch: number | null) =>
  call<ImportReport>(program, "importing", "report", { batch });
const placesOf = (rows: readonly StagedRow[]) => new Set(rows.map(({ table, row }) => `${table} ${row}`)).size;

/** Every count against the rows that its chip lists, the tables and the list of batches. */
async function agreeing(program: Program, batch: number | null): Promise<ImportCounts> {
  const { counts, tables } = await reportOf(program, batch);
  const rows = await rowsOf(program, batch);
  for (const [standing, name] of Object.entries(counted)) {
    const chosen = await call<{ total: number; rows: StagedRow[] }>(program, "importing", "rows", {
      batch,
      outcome: standing,
    });
    const own = rows.filter((row) => row.standing === standing);
    expect([name, chosen.total, placesOf(chosen.rows)]).toEqual([name, counts[name], counts[name]]);
    expect(chosen.rows).toEqual(own);
  }
  for (const name of Object.keys(counts) as (keyof ImportCounts)[])
    expect([name, tables.reduce((sum, table) => sum + table.counts[name], 0)]).toEqual([name, counts[name]]);
  const listed = (await call<BatchSummary[]>(program, "importing", "batches", {})).find(({ id }) => id === batch);
  expect(listed?.counts).toEqual(counts);
  return counts;
}

const companies = [
  "企业名称,统一社会信用代码,法定代表人,地址,成立日期",
  "示例区甲材料有限公司,,王二,一号,", // nearly a known one
  "乙机械有限公司,,李新,二号,", // a new legal representative
  "丙食品有限公司,,赵三,三号,2012年某日", // new; a date nobody can read
  "丁化工有限公司,,周四,,", // known and the same
  "丙食品有限公司,,赵三,,", // row 4 again
  ",,吴五,,", // without a name
];
async function known(program: Program): Promise<string> {
  await save(program, "organisations", { name: "乙机械有限公司", legalRepresentative: "李旧" });
  await save(program, "organisations", { name: "丁化工有限公司", legalRepresentative: "周四" });
  return (await save(program, "organisations", { name: "甲材料有限公司" })).id;
}
const positionOf = (rows: readonly StagedRow[], row: number): number =>
  rows.find((one) => one.row === row)?.position ?? -1;

describe("counts", () => {
  it("are those of the rows that their chips list, through decisions and a reload, and of what is done", async () => {
    const program = await emptyProgram();
    const id = await known(program);
    const { batch, counts } = await stage(program, "企业名录.csv", companies);
    expect(await agreeing(program, batch)).toEqual(counts);
    expect(counts).toMatchObject({ added: 1, updated: 1, same: 2, twins: 1, invalid: 1, skipped: 0 });
    expect(counts).toMatchObject({ nearAdded: 1, nearUpdated: 0, waiting: 1, doubts: 1 });
    const rows = await rowsOf(program, batch);
    expect(rows.find(({ row }) => row === 6)).toMatchObject({ mergedWith: 4, standing: "same" });

    const on = (row: number, more: Partial<RowDecision>) =>
      decide(program, batch, { position: positionOf(rows, row), take: "asUnderstood", ...more });
    expect(await on(2, { take: { same: id } })).toMatchObject({ updated: 2, twins: 0, nearAdded: 0 });
    expect(await on(3, { keep: ["legalRepresentative"] })).toMatchObject({ updated: 2 });
    expect(await on(4, { values: { registeredOn: "2012年3月" } })).toMatchObject({ added: 1, doubts: 0 });
    expect(await on(7, { values: { name: "戊电子有限公司" } })).toMatchObject({ added: 2, invalid: 0, waiting: 0 });
    expect(await on(5, { take: "skip" })).toMatchObject({ same: 1, skipped: 1 });
    const decided = await agreeing(program, batch);
    const { preview } = await reportOf(program, batch);
    expect(preview.map(({ outcome, title }) => [outcome, title])).toEqual([
      ["updated", "甲材料有限公司"],
      // How it is written here, as an alias.
      ["added", "示例区甲材料有限公司"],
      ["updated", "乙机械有限公司"],
      ["added", "丙食品有限公司"],
      ["added", "戊电子有限公司"],
    ]);
    const done = await apply(program, batch);
    expect(done.counts).toEqual(decided);
    expect(done.troubles.filter(({ kind }) => kind === "doubt")).toEqual([]);
    expect(await namesOf(program)).toHaveLength(3 + decided.added);
  });

  it("go back with a decision that is taken back", async () => {
    const program = await emptyProgram();
    const id = await known(program);
    const { batch, counts, preview } = await stage(program, "企业名录.csv", companies);
    const open = (await rowsOf(program, batch)).filter(({ mergedWith }) => mergedWith === undefined);
    const positions = open.map(({ position }) => position);
    const takes: RowDecision["take"][] = ["asUnderstood", "skip", "add", { same: id }];
    const move = fc.record({ position: fc.constantFrom(...positions), take: fc.constantFrom(...takes) });
    for (const moves of fc.sample(fc.array(move, { minLength: 1, maxLength: 4 }), { numRuns: 6, seed: 4 })) {
      await decide(program, batch, ...moves);
      await agreeing(program, batch);
    }
    const nothing = positions.map((position): RowDecision => ({ position, take: "asUnderstood" }));
    expect(await decide(program, batch, ...nothing)).toEqual(counts);
    const rowsIn = (changes: ImportReport["preview"]) => changes.map(({ row, outcome }) => [row, outcome]);
    expect(rowsIn((await reportOf(program, batch)).preview)).toEqual(rowsIn(preview));
  });

  it("keep a near name apart until somebody decides, and say that it went in as new where nobody did", async () => {
    const program = await emptyProgram();
    await save(program, "organisations", { name: "圆友重工科技有限公司" });
    const { batch } = await stage(program, "2012年科技项目.csv", [
      "项目名称,承担单位,立项年度",
      "项目甲,潍坊圆友重工有限公司,2012",
      "项目乙,别的有限公司,2012",
    ]);
    expect(await agreeing(program, batch)).toMatchObject({ added: 1, twins: 1, nearAdded: 1, waiting: 0, stubs: 2 });
    const twin = (await rowsOf(program, batch, "twin")).find(({ ledger }) => ledger === "projects");
    expect(twin).toMatchObject({ title: "项目甲", outcome: "added" });
    const { counts, tables } = await apply(program, batch);
    expect(counts).toMatchObject({ added: 2, twins: 0, nearAdded: 1, waiting: 0 });
    expect(tables.map((table) => table.counts)).toEqual([counts]);
    expect(await namesOf(program)).toContain("潍坊圆友重工有限公司");
  });

  it("of a row that is left out take along the companies that only it names", async () => {
    const program = await emptyProgram();
    const { batch } = await stage(program, "2012年科技项目.csv", [
      "项目名称,承担单位,立项年度",
      "项目甲,甲公司,2012",
      "项目乙,乙公司,2012",
      "项目丙,乙公司,2012",
    ]);
    const rows = (await rowsOf(program, batch)).filter(({ ledger }) => ledger === "projects");
    const skip = (row: number): RowDecision => ({ position: positionOf(rows, row), take: "skip" });
    expect(await decide(program, batch, skip(2))).toMatchObject({ added: 2, skipped: 1, stubs: 1 });
    expect(await decide(program, batch, skip(3))).toMatchObject({ added: 1, skipped: 2, stubs: 1 });
    const counts = await agreeing(program, batch);
    expect((await apply(program, batch)).counts).toEqual(counts);
    expect(await namesOf(program)).toEqual(["乙公司"]);
    expect(await namesOf(program, "projects", "title")).toEqual(["项目丙"]);
  });

  it("hold when the file is understood anew", async () => {
    const program = await emptyProgram();
    const id = await known(program);
    const first = await stage(program, "企业名录.csv", companies);
    const position = positionOf(await rowsOf(program, first.batch), 2);
    const counts = await decide(program, first.batch, { position, take: { same: id } });
    const sheet = first.tables[0]?.sheet;
    const again = await call<ImportReport>(program, "importing", "restage", {
      batch: first.batch,
      corrections: [{ sheet, table: 0, columns: [{ column: 4, field: null }] }],
    });
    expect(again.counts).toEqual(counts);
    expect(await agreeing(program, again.batch)).toEqual(counts);
  });

  it("of a long list move with the rows that are decided, and list them page by page", async () => {
    const program = await emptyProgram();
    const id = await known(program);
    const many = Array.from({ length: 3_000 }, (_none, at) => `第${at}号有限公司,,,,`);
    const { batch, counts } = await stage(program, "企业名录.csv", [...companies, ...many]);
    const rows = await rowsOf(program, batch);
    await decide(program, batch, { position: positionOf(rows, 2), take: { same: id } });
    await decide(program, batch, { position: positionOf(rows, 10), take: "skip" });
    const { counts: now, preview } = await reportOf(program, batch);
    expect(now).toEqual({
      ...counts,
      updated: counts.updated + 1,
      twins: 0,
      nearAdded: 0,
      added: counts.added - 1,
      skipped: 1,
    });
    expect(preview[0]).toMatchObject({ title: "甲材料有限公司", outcome: "updated" });
    const page = await call<{ total: number; rows: StagedRow[] }>(program, "importing", "rows", {
      batch,
      outcome: "added",
      offset: now.added - 2,
      limit: 50,
    });
    expect(page).toMatchObject({ total: now.added, rows: [{ row: 3_006 }, { row: 3_007 }] });
    await decide(program, batch, { position: positionOf(rows, 10), take: "asUnderstood" });
    expect((await reportOf(program, batch)).counts).toMatchObject({ added: counts.added, skipped: 0 });
  });
});

describe("rows that wait", () => {
  const waiting = (program: Program) => call<WaitingRow[]>(program, "importing", "waiting");

  it("are as many as the report says, until each is settled or dropped", async () => {
    const program = await emptyProgram();
    await known(program);
    const { batch } = await stage(program, "企业名录.csv", [...companies, ",,郑六,,"]);
    const rows = await rowsOf(program, batch);
    await decide(program, batch, { position: positionOf(rows, 2), take: "skip" });
    const { counts } = await apply(program, batch);
    expect(counts).toMatchObject({ twins: 1, invalid: 2, waiting: 3, nearAdded: 0 });
    const left = await waiting(program);
    expect(left.map(({ row, standing, own }) => [row, standing, own])).toEqual([
      [2, "twin", "organisations"],
      [7, "invalid", "organisations"],
      [8, "invalid", "organisations"],
    ]);
    const [near, faulty, other] = left.map(({ position }) => position);
    const settle = (decision: RowDecision) => call(program, "importing", "settle", { batch, decision });
    await settle({ position: near ?? -1, take: "add" });
    await settle({ position: faulty ?? -1, take: "asUnderstood", values: { name: "戊电子有限公司" } });
    await settle({ position: other ?? -1, take: "skip" });
    const { counts: now, tables } = await reportOf(program, batch);
    expect(now).toEqual({ ...counts, twins: 0, invalid: 0, waiting: 0, added: counts.added + 2, skipped: 1 });
    expect(tables.map((table) => table.counts)).toEqual([now]);
  });

  it("go in with what was said of each of their records", async () => {
    const program = await emptyProgram();
    const creditCode = "91370703MA3C0TLH1W";
    const one = await save(program, "organisations", { name: "甲公司", creditCode });
    await save(program, "organisations", { name: "乙公司" });
    const { batch } = await stage(program, "2012年科技项目.csv", [
      "项目名称,立项年度,承担单位,统一社会信用代码",
      `风电,2012,乙公司,${creditCode}`,
    ]);
    await apply(program, batch);
    const left = await waiting(program);
    const [company, project] = ["organisations", "projects"].map((ledger) => left.find((row) => row.ledger === ledger));
    const decision = { position: company?.position ?? -1, take: { same: one.id } };
    const more = [{ position: project?.position ?? -1, take: "asUnderstood", values: { leader: "王一" } }];
    expect(await call(program, "importing", "settle", { batch, decision, more })).toEqual([]);
    expect(
      (await recordsOf(program, "projects")).map(({ values }) => [values["leader"], values["undertaker"]]),
    ).toEqual([["王一", one.id]]);
    expect((await reportOf(program, batch)).counts).toMatchObject({ added: 1, twins: 0, waiting: 0 });
  });
});
