import { expect, it } from "vitest";
import {
  asOfBatches,
  firstStep,
  inOrder,
  isKnown,
  readyFiles,
  sortOut,
  stateAfter,
  type TakenFile,
  unlisted,
  unreadable,
  unreadReport,
  writesOf,
} from "../../renderer/importing/taken.ts";
import type { BatchSummary, ImportedTable, ImportReport } from "../../shared/api/api.ts";

const tooLarge = (file: string): ImportReport => unreadReport(file, unreadable.large);
const report = (batch: number | null, added: number, more: Partial<ImportReport> = {}): ImportReport => {
  const { refusal: _, ...rest } = tooLarge(`${batch}.xlsx`);
  return { ...rest, ok: true, batch, counts: { ...rest.counts, added, updated: 1 }, ...more };
};
const taken = (key: number, one: ImportReport): TakenFile => ({
  key,
  name: one.file,
  folder: "",
  report: one,
  state: stateAfter(one),
});
const { counts } = tooLarge("");
const table: ImportedTable = {
  sheet: "一",
  ledger: "projects",
  headerRows: [1],
  firstRow: 2,
  lastRow: 3,
  columns: [{ column: 1, heading: "项目名称", ledger: "projects", field: "name", confidence: 1 }],
  counts,
};
const question = {
  column: 1,
  heading: "经费",
  kind: "unit",
  message: "",
  cells: [],
  choices: [],
  presumed: null,
} as const;

it("counts what confirming all files without a question would write", () => {
  const asked = report(4, 50, { tables: [{ ...table, questions: [{ ...question, cells: [], choices: [] }] }] });
  const files = [taken(0, report(1, 5)), taken(1, tooLarge("大.xlsx")), taken(2, report(2, 3)), taken(4, asked)];
  const applied = { ...taken(3, report(3, 100)), state: "applied" as const };
  expect(files.map(({ state }) => state)).toEqual(["staged", "refused", "staged", "staged"]);
  expect(readyFiles([...files, applied])).toMatchObject({ writes: 10, files: [{ key: 0 }, { key: 2 }] });
  expect(writesOf(report(1, 0))).toBe(1);
  expect(stateAfter({ ...tooLarge("锁.xlsx"), needsPassword: true })).toBe("locked");
});

it("opens a file at the first step that has a question", () => {
  const recipe = { id: 1, name: "立项表", differs: [] };
  const unsure = { ...table, columns: table.columns.map((column) => ({ ...column, confidence: 0.5 })) };
  expect(firstStep(report(1, 1, { tables: [table] }))).toBe("check");
  expect(firstStep(report(1, 1, { tables: [unsure] }))).toBe("columns");
  expect(firstStep(report(1, 1, { tables: [{ ...unsure, recipe }] }))).toBe("check");
  expect(firstStep(report(1, 1, { tables: [{ ...table, ledger: null }] }))).toBe("sheet");
});

it("calls a file known only where its layout fits to the letter and no row is in doubt", () => {
  const recipe = { id: 1, name: "立项表", differs: [] };
  const known = report(1, 1, { tables: [{ ...table, recipe }] });
  expect(isKnown(known)).toBe(true);
  expect(isKnown({ ...known, tables: [{ ...table, recipe: { ...recipe, differs: ["多了“备注”"] } }] })).toBe(false);
  expect(isKnown({ ...known, counts: { ...known.counts, twins: 1 } })).toBe(false);
  expect(isKnown(report(1, 1, { tables: [table] }))).toBe(false);
});

it("leaves lock files and the system's leavings alone, sets too large files aside, and tells layouts apart", () => {
  const names = ["a.xlsx", "~$a.xlsx", ".DS_Store", "Thumbs.db", "说明.pdf", "表样方案.json"];
  const files = [...names.map((name) => ({ name, size: 10 })), { name: "大.xlsx", size: 70 * 1024 * 1024 }];
  const { take, large, skipped, layouts } = sortOut(files);
  expect(layouts.map(({ name }) => name)).toEqual(["表样方案.json"]);
  expect(take.map(({ name }) => name)).toEqual(["a.xlsx", "说明.pdf"]);
  expect(large.map(({ name }) => name)).toEqual(["大.xlsx"]);
  expect(skipped.map(({ name }) => name)).toEqual(["~$a.xlsx", ".DS_Store", "Thumbs.db"]);
});

it("lists files by folder and name, the second before the tenth", () => {
  const named = (folder: string, name: string) => ({ ...taken(0, report(1, 1)), folder, name });
  const files = [named("西街道", "1.xlsx"), named("东街道", "报表10.xlsx"), named("东街道", "报表2.xlsx")];
  expect(inOrder(files).map(({ folder, name }) => folder + name)).toEqual([
    "东街道报表2.xlsx",
    "东街道报表10.xlsx",
    "西街道1.xlsx",
  ]);
});

it("follows what became of a batch elsewhere, and finds batches that stand in no line", () => {
  const batch = (id: number, status: BatchSummary["status"]): BatchSummary => ({
    id,
    at: "",
    who: "",
    file: "",
    fileHash: "",
    status,
    takenBackAt: null,
    counts,
    ledgers: [],
  });
  const files = [1, 2, 3].map((id) => taken(id, report(id, 1)));
  // The third was given up: discarded batches are in no list.
  const list = [batch(4, "staged"), batch(2, "staged"), batch(1, "applied")];
  expect(asOfBatches(files, list).map(({ state }) => state)).toEqual(["applied", "staged", "given up"]);
  expect(asOfBatches(files.slice(1, 2), list)).toEqual(files.slice(1, 2));
  expect(unlisted(files, list).map(({ id }) => id)).toEqual([4]);
});
