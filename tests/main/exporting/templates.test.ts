import { beforeAll, describe, expect, it } from "vitest";
import { templateWorkbook } from "../../../main/exporting/template.ts";
import { wordsOffered } from "../../../main/exporting/templateWords.ts";
import { inspectTables } from "../../../main/importing/inspectTables.ts";
import { sureConfidence } from "../../../main/importing/matchColumns.ts";
import { pacing } from "../../../main/importing/pause.ts";
import type { Cell, ReadSheet, ReadWorkbook } from "../../../main/importing/reading/sheet.ts";
import { builtInKnowledge } from "../../../main/importing/storedKnowledge.ts";
import { touchedExamples } from "../../../main/importing/touchedExamples.ts";
import { understandWorkbook, type UnderstoodTable } from "../../../main/importing/understandWorkbook.ts";
import type { TableCorrection } from "../../../shared/api/importing.ts";
import { builtInTerms } from "../../../shared/dictionaries/index.ts";
import { ledger, ledgerList, ledgers } from "../../../shared/ledgers/index.ts";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import { type TemplateColumn, templateColumns, usualColumns } from "../../../shared/ledgers/templateColumns.ts";
import { readHere } from "../importing/reading/readHere.ts";
import { sheetOf } from "../importing/sheets.ts";

// 填报表样: what the program sends out comes back as what it is, whatever a sender did to the file on the way.

const knowledge = builtInKnowledge();
const year = 2023;

interface Made {
  readonly workbook: ReadWorkbook;
  readonly columns: readonly TemplateColumn[];
}

async function made(declaration: LedgerDeclaration, columns?: readonly TemplateColumn[]): Promise<Made> {
  const all = templateColumns(declaration, ledgers);
  const some = columns ?? usualColumns(all, declaration, year);
  const bytes = await templateWorkbook({
    declaration,
    columns: some,
    year,
    rows: [],
    lines: 1,
    returnTo: "示例区科学技术局",
    due: "2023-11-30",
    thisYear: 2023,
    wordsOf: (column) => wordsOffered(column, { terms: builtInTerms, places: ["示例街道"], year }),
  });
  return { workbook: await readHere(bytes), columns: some };
}

async function understood(workbook: ReadWorkbook, file = "回收/示例街道 申报2021.xlsx"): Promise<UnderstoodTable[]> {
  return (await understandWorkbook(workbook, knowledge, { file }, pacing())).tables;
}

/** A row as a sender fills it in; every column says something. */
function filled(columns: readonly TemplateColumn[], at: number): Cell[] {
  const cells = columns.map(({ field }, index): Cell => {
    const column = index + 2;
    const text = (words: string): Cell => ({ column, text: words, type: "text" });
    const number = (value: number): Cell => ({ column, text: String(value), type: "number" });
    switch (field.kind) {
      case "money":
      case "count":
      case "number":
      case "percent":
        return number(at * 10 + 5);
      case "year":
        return number(2022);
      case "date":
        return text(`2022-0${at}-15`);
      case "period":
        return text("2022-03 至 2023-02");
      case "yesNo":
        return text("是");
      case "choice":
      case "choices":
        return text(builtInTerms(field.dictionary)[0]?.term ?? "");
      case "stages":
        return text(field.flow.at(-1)?.stage ?? "");
      default:
        return text(`内容${at}`);
    }
  });
  return [{ column: 1, text: String(at), type: "number" }, ...cells.filter(({ text }) => text !== "")];
}

/** The first sheet with rows put below the heading and the example. */
function withRows({ workbook, columns }: Made, count = 2): ReadSheet {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  const last = sheet.rows.at(-1)?.row ?? 0;
  const rows = Array.from({ length: count }, (_none, at) => ({ row: last + at + 1, cells: filled(columns, at + 1) }));
  return { ...sheet, rows: [...sheet.rows, ...rows] };
}

const bookOf = (...sheets: ReadSheet[]): ReadWorkbook => ({ kind: "xlsx", notes: [], sheets });

/** Which field each filled column of a table feeds, as a template names it. */
function keysOf({ columns, plan }: UnderstoodTable): string[] {
  return columns.flatMap(({ target }) =>
    target === null
      ? []
      : [target.ledger === plan?.declaration.name ? target.field : `${target.ledger}.${target.field}`],
  );
}

/** As it looks once the hidden row is lost. */
const shownOnly = (sheet: ReadSheet): ReadSheet => ({
  ...sheet,
  rows: sheet.rows.filter(({ cells }) => !cells[0]?.text.startsWith("keji")),
});

const keysIn = (columns: readonly TemplateColumn[]): string[] => columns.map(({ key }) => key);

async function only(sheet: ReadSheet, file?: string): Promise<UnderstoodTable> {
  const tables = await understood(bookOf(sheet), file);
  expect(tables).toHaveLength(1);
  return tables[0] as UnderstoodTable;
}

describe("a template", () => {
  it("of any ledger comes back known to the last column, with its hidden row or, by its headings, without", async () => {
    for (const declaration of ledgerList) {
      const { name } = declaration;
      const template = await made(declaration);
      const wanted = { name, keys: keysIn(template.columns), rows: 2, sure: true };
      for (const [sheet, file] of [
        [withRows(template), "示例街道 申报2021.xlsx"],
        [shownOnly(withRows(template)), "表.csv"],
      ] as const) {
        const [table] = await understood(bookOf(sheet, ...template.workbook.sheets.slice(1)), file);
        expect({
          name: table?.plan?.declaration.name,
          keys: table === undefined ? [] : keysOf(table),
          rows: table?.table.rows.length,
          sure: table?.columns.every(({ target, confidence }) => target === null || confidence >= sureConfidence),
        }).toEqual(wanted);
        expect(table === undefined ? null : inspectTables([table])[0]?.questions).toBeUndefined();
      }
      // As it was sent, with its example, it holds nothing.
      expect(await understood(template.workbook)).toEqual([]);
    }
  });

  it("with every column that a sender can fill keeps units and year, whatever the file is called", async () => {
    for (const name of ["highTechCertificates", "companyYears"] as const) {
      const declaration = ledger(name);
      const template = await made(declaration, templateColumns(declaration, ledgers));
      const table = await only(withRows(template));
      expect(keysOf(table)).toEqual(keysIn(template.columns));
      expect(table.plan?.year).toBe(year);
      expect(table.plan?.titleStage).toBeUndefined();
      const money = (table.plan?.columns ?? []).filter(({ field }) => field?.kind === "money");
      expect(new Set(money.map(({ unit }) => unit))).toEqual(new Set(["万元"]));
    }
  });
});

describe("a sender", () => {
  const declaration = ledger("projects");
  let template: Made;
  beforeAll(async () => void (template = await made(declaration)));
  const wanted = (): string[] => keysIn(template.columns);

  it("may put a column in, in front or between, and leave one out", async () => {
    const sheet = withRows(template);
    const moved = (from: number, by: 1 | -1): ReadSheet => ({
      ...sheet,
      rows: sheet.rows.map(({ cells, ...row }) => ({
        ...row,
        cells: cells
          .filter(({ column }) => by === 1 || column !== from)
          .map((cell) => ({ ...cell, column: cell.column >= from ? cell.column + by : cell.column })),
      })),
    });
    expect(keysOf(await only(moved(1, 1)))).toEqual(wanted());
    const between = moved(4, 1);
    // A heading of its own that says nothing sure asks nothing either.
    const named = between.rows.map((row) =>
      row.row === 4 ? { ...row, cells: withCell(row.cells, { column: 4, text: "名称或号码", type: "text" }) } : row,
    );
    expect(keysOf(await only({ ...between, rows: named }))).toEqual(wanted());
    expect(keysOf(await only(moved(3, -1)))).toEqual(wanted().filter((_key, at) => at !== 1));
  });

  it("may sort, delete rows, leave gaps, sign below, and number rows that stay blank", async () => {
    const sheet = withRows(template, 4);
    const data = sheet.rows.slice(-4);
    const below = (row: number, ...cells: Cell[]) => ({ row, cells });
    const text = (words: string): Cell => ({ column: 2, text: words, type: "text" });
    const rows = [
      ...sheet.rows.slice(0, -5),
      ...[data[2], data[0], data[3]].map((row, at) => ({ row: 6 + at * 2, cells: row?.cells ?? [] })),
      below(19, text("面向2030年：量子研究")),
      below(20, { column: 1, text: "4", type: "number" }),
      below(21, text("填报单位（盖章）：某某公司")),
      below(22, text("填表人：张三"), { column: 4, text: "电话（手机）：0536-8888888", type: "text" }),
      below(23, text("2023年11月5日")),
    ];
    const { table } = await only({ ...sheet, rows });
    // A name may hold a colon.
    expect(table.rows.map(({ row }) => row)).toEqual([6, 8, 10, 19]);
  });

  it("may write over the example; what still bears its name is left out and told of", async () => {
    const sheet = withRows(template, 1);
    const example = (words: string): ReadSheet => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.row === 5
          ? { ...row, cells: row.cells.map((cell) => (cell.column === 2 ? { ...cell, text: words } : cell)) }
          : row,
      ),
    });
    expect((await only(example("真实项目"))).table.rows).toHaveLength(2);
    const kept = await only(example("（示例）真实项目"));
    expect(kept.table.rows).toHaveLength(1);
    expect(touchedExamples(kept.table)).toMatchObject([{ row: 5, kind: "warning" }]);
    expect(touchedExamples((await only(sheet)).table)).toEqual([]);
  });

  it("may give a column another unit or another known meaning, but no mere wording changes what it feeds", async () => {
    const sheet = withRows(template);
    const headed = (from: string, to: string): ReadSheet => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.row === 4
          ? { ...row, cells: row.cells.map((cell) => (cell.text.includes(from) ? { ...cell, text: to } : cell)) }
          : row,
      ),
    });
    const fed = ({ columns }: UnderstoodTable, heading: string) => columns.find((one) => one.heading === heading);
    expect(fed(await only(headed("立项经费", "立项经费（元）")), "立项经费（元）")?.unit).toBe("元");
    expect(fed(await only(headed("立项经费", "这一栏填钱")), "这一栏填钱")).toMatchObject({
      target: { field: "grantAmount" },
      unit: "万元",
    });
    expect(fed(await only(headed("备注", "合作单位")), "合作单位")?.target?.field).toBe("partners");
  });

  it("may copy the sheet into another workbook, and two templates under each other", async () => {
    const sheet = withRows(template);
    const other = sheetOf([["名单"], ["姓名", "电话"], ["张三", "1"]], [], "其他");
    const tables = await understood(bookOf(other, { ...sheet, name: "Sheet3" }));
    expect(tables.filter((one) => one.template === true).map(({ table }) => table.sheet)).toEqual(["Sheet3"]);
    const last = sheet.rows.at(-1)?.row ?? 0;
    const again = sheet.rows.map((row) => ({ ...row, row: row.row + last }));
    const both = await understood(bookOf({ ...sheet, rows: [...sheet.rows, ...again] }));
    expect(both.map(({ table, template: ours }) => [table.rows.length, ours])).toEqual([
      [2, true],
      [2, true],
    ]);
  });

  it("has the last word where a person says it: another ledger, a column left out", async () => {
    const sheet = withRows(template);
    const say = async (correction: Omit<TableCorrection, "sheet" | "table">) =>
      (
        await understandWorkbook(
          bookOf(sheet),
          knowledge,
          { file: "表.xlsx", corrections: [{ sheet: sheet.name, table: 0, ...correction }] },
          pacing(),
        )
      ).tables[0] as UnderstoodTable;
    expect(keysOf(await say({ columns: [{ column: 3, field: null }] }))).not.toContain("projectNo");
    const awards = await say({ ledger: "awards" });
    expect(awards.plan?.declaration.name).toBe("awards");
    expect(awards.template).toBeUndefined();
  });
});

function withCell(cells: readonly Cell[], cell: Cell): Cell[] {
  return [...cells, cell].sort((a, b) => a.column - b.column);
}
