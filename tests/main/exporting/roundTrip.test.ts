import ExcelJS from "exceljs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportReport, StoredRecord, Values } from "../../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import { type LedgerName, ledger, ledgerList } from "../../../shared/ledgers/index.ts";
import { anyRecord } from "../../support/anyRecord.ts";
import { call, emptyProgram, sampleProgram } from "../../support/program.ts";

// A workbook that the program wrote is read back by its own import as what it was: any field of any ledger, the
// document number and note of a stage included.

type Program = Awaited<ReturnType<typeof emptyProgram>>;

async function imported(program: Program, name: string): Promise<ImportReport> {
  const { ticket } = await call<{ ticket: string }>(program, "files", "exportLedger", { ledger: name });
  const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket], ledger: name });
  if (report === undefined) throw new Error(`${name} gave no report`);
  return report;
}

/** What an import would change of fields that were filled; years and levels that it deduces may fill blanks. */
function overwritten({ preview }: ImportReport): string[] {
  return preview.flatMap(({ fields }) =>
    fields.filter(({ before }) => before !== "").map(({ label, before, after }) => `${label}: ${before} → ${after}`),
  );
}

describe("an export", () => {
  it("of any ledger of the sample year comes back without a change, a doubt or a record more", async () => {
    const program = await sampleProgram();
    for (const { name } of ledgerList) {
      const { total } = await call<{ total: number }>(program, "records", "list", { ledger: name, limit: 1 });
      if (total === 0) continue;
      const { counts } = await imported(program, name);
      expect({ name, ...counts }).toMatchObject({
        name,
        added: 0,
        updated: 0,
        same: total,
        twins: 0,
        invalid: 0,
        stubs: 0,
        doubts: 0,
      });
    }
  });

  it.each([1, 2, 3])("of a random record of every ledger is known again (%i)", async (seed) => {
    const program = await emptyProgram();
    const ids = new Map<string, string[]>();
    const differing: unknown[] = [];
    for (const declaration of ledgerList) {
      const { name } = declaration;
      const [random] = fc.sample(
        anyRecord(declaration, (to) => ids.get(to) ?? []),
        { numRuns: 1, seed },
      );
      const values = withoutOldTerms(declaration, random ?? {});
      const saved = await program.dispatch("records", "save", { ledger: name, id: null, version: 0, values });
      if (!saved.ok) continue;
      ids.set(name, [(saved.value as StoredRecord).id]);
      const report = await imported(program, name);
      const { added, twins, invalid, stubs } = report.counts;
      const changed = overwritten(report);
      if (report.refusal || added + twins + invalid + stubs > 0 || changed.length > 0)
        differing.push({ name, added, twins, invalid, stubs, refusal: report.refusal, changed, values });
    }
    expect(differing).toEqual([]);
    expect(ids.size).toBeGreaterThan(ledgerList.length - 8);
  });

  it("of an award without a year updates that award when it comes back with one", async () => {
    const program = await emptyProgram();
    await save(program, "awards", {
      title: "示例成果",
      awardName: "市科学技术奖",
      status: [{ stage: "授奖", date: "2012-06" }],
    });
    const report = await imported(program, "awards");
    expect(report.counts).toMatchObject({ added: 0, updated: 1, twins: 0 });
  });

  it("keeps a stage's document number and note, and fills nothing from the ledger's own name", async () => {
    const from = await emptyProgram();
    const status = [{ stage: "认定", date: "2012-06", documentNo: "示例科字（2012）5号", note: "第二批；已公示" }];
    await save(from, "carriers", { name: "示例载体", status });
    const { ticket } = await call<{ ticket: string }>(from, "files", "exportLedger", { ledger: "carriers" });
    const bytes = from.services.tickets.open(ticket)?.bytes ?? new Uint8Array();
    const to = await emptyProgram();
    const arrived = to.services.tickets.issue({ name: `${ledger("carriers").title}.xlsx`, bytes });
    const [report] = await call<ImportReport[]>(to, "importing", "stage", { tickets: [arrived] });
    await call(to, "importing", "apply", { batch: report?.batch });
    const { records } = await call<{ records: StoredRecord[] }>(to, "records", "list", { ledger: "carriers" });
    expect(records[0]?.values).toMatchObject({ name: "示例载体", status });
    expect(records[0]?.values["carrierType"] ?? null).toBeNull();
  });
});

async function save(program: Program, name: LedgerName, values: Values): Promise<void> {
  await call(program, "records", "save", { ledger: name, id: null, version: 0, values });
}

/** Terms that time has changed are read as the year's own. All else may be blank, what tells the record apart included. */
function withoutOldTerms({ fields }: LedgerDeclaration, values: Values): Values {
  const isTerm = (name: string): boolean => fields[name]?.kind === "choice" || fields[name]?.kind === "choices";
  return Object.fromEntries(Object.keys(fields).map((name) => [name, isTerm(name) ? null : (values[name] ?? null)]));
}

/** Stages, money, lists, details of something else, and what a company carries. */
const filledOut = ["projects", "highTechCertificates", "projectFunds", "awards", "technologyContracts"] as const;

describe("a template filled with the records of the sample year", () => {
  it("comes back without a change, a doubt, a question or a record more", async () => {
    const program = await sampleProgram();
    const unlike: unknown[] = [];
    for (const name of filledOut) {
      const { total } = await call<{ total: number }>(program, "records", "list", { ledger: name, limit: 1 });
      const { ticket } = await call<{ ticket: string }>(program, "files", "template", { ledger: name, filled: true });
      const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
      const { added, updated, same, twins, invalid, stubs, doubts } = report?.counts ?? {};
      const isSame = same === total && !added && !updated && !twins && !invalid && !stubs && !doubts;
      if (!isSame || report?.tables.some(({ questions, template }) => questions !== undefined || template !== true))
        unlike.push({ name, total, ...report });
    }
    expect(unlike).toEqual([]);
  });

  it("has the bureau's own columns, and takes what a sender changes as a change of that record", async () => {
    const program = await emptyProgram();
    await call(program, "program", "addExtraField", { ledger: "projects", label: "联系处室", kind: "text" });
    const input = { ledger: "projects", id: null, version: 0, values: { title: "风电" }, extras: { extra1: "一处" } };
    await call(program, "records", "save", input);
    const { ticket } = await call<{ ticket: string }>(program, "files", "template", {
      ledger: "projects",
      columns: ["title", "extra1"],
      filled: true,
    });
    const workbook = new ExcelJS.Workbook();
    const sent = program.services.tickets.open(ticket)?.bytes ?? new Uint8Array();
    await workbook.xlsx.load(Buffer.from(sent) as unknown as ArrayBuffer);
    const [sheet = workbook.addWorksheet()] = workbook.worksheets;
    expect(sheet.getCell("C5").value).toBe("一处");
    sheet.getCell("B5").value = "海上风电";
    sheet.getCell("C5").value = "二处";
    sheet.getCell("B6").value = "光伏";
    const back = { name: "回.xlsx", bytes: Buffer.from(await workbook.xlsx.writeBuffer()) };
    const [report] = await call<ImportReport[]>(program, "importing", "stage", {
      tickets: [program.services.tickets.issue(back)],
    });
    expect(report?.counts).toMatchObject({ added: 1, updated: 1, twins: 0, invalid: 0 });
    await call(program, "importing", "apply", { batch: report?.batch });
    const { records } = await call<{ records: StoredRecord[] }>(program, "records", "list", { ledger: "projects" });
    const kept = records.map(({ values, extras }) => [values["title"], extras["extra1"] ?? null]).toSorted();
    expect(kept).toEqual([
      ["光伏", null],
      ["海上风电", "二处"],
    ]);
  });
});
