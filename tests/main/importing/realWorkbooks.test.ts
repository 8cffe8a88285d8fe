import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTables } from "../../../main/importing/findTables.ts";
import { gridOf } from "../../../main/importing/sheetGrid.ts";
import { headingWords, ledgerWords } from "../../../main/importing/ledgerWords.ts";
import { readWorkbook } from "../../../main/importing/reading/readWorkbook.ts";
import { synonymHeadings } from "../../../shared/ledgers/headings.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";

// Workbooks that nobody on the team wrote, against what is known of them.

const corpus = join(import.meta.dirname, "../../../../shared/corpus");
interface Truth {
  file: string;
  sheet: string;
  headerRows: number[];
  firstDataRow: number;
  lastDataRow: number;
  dataRows: number;
  columns: { col: number; header: string }[];
}
const truths = existsSync(corpus) ? (JSON.parse(readFileSync(join(corpus, "real.json"), "utf8")) as Truth[]) : [];
if (truths.length === 0) console.warn("真实表格样本不在，未比对表头与数据范围");

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));
const words = headingWords(ledgerList.map((one) => ledgerWords(one, ledgers, { synonyms: synonymHeadings(one) })));

describe.skipIf(truths.length === 0)("real workbooks", () => {
  it.each(
    truths
      .filter(({ file }) => file.endsWith(".xlsx"))
      .map((truth) => [`${truth.file} ${truth.sheet}`, truth] as const),
  )("%s", async (_name, truth) => {
    const read = await readWorkbook(join(corpus, truth.file));
    const sheet = read.ok ? read.workbook.sheets.find(({ name }) => name === truth.sheet) : undefined;
    if (sheet === undefined) throw new Error("the sheet was not read");
    const [table, ...others] = findTables(gridOf(sheet), words);
    expect(others).toEqual([]);
    expect({
      headerRows: table?.headerRows,
      first: table?.firstRow,
      last: table?.lastRow,
      rows: table?.rows.length,
    }).toEqual({
      headerRows: truth.headerRows,
      first: truth.firstDataRow,
      last: truth.lastDataRow,
      rows: truth.dataRows,
    });
    const found = table?.columns.filter(({ heading }) => heading !== "").map(({ column }) => column);
    expect(found).toEqual(truth.columns.map(({ col }) => col));
  });
});
