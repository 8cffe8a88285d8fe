import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findTables } from "../../main/importing/findTables.ts";
import { normaliseHeading } from "../../main/importing/normaliseHeading.ts";
import { readWorkbook } from "../../main/importing/reading/readWorkbook.ts";
import { gridOf } from "../../main/importing/sheetGrid.ts";
import type { Sheet } from "../../resources/sample/layout.ts";
import { sampleBooks, sampleLists } from "../../resources/sample/sampleBooks.ts";

// The books are drawn from designs; here the files themselves are read back by the program's own reader.

const books = [...sampleBooks, ...sampleLists];
const parts = (heading: string): string[] => (heading === "输出/吸纳" ? [heading] : heading.split("/"));
const words = new Set(
  books
    .flatMap((book) => book.sheets.flatMap((sheet) => sheet.headings.flatMap(parts)))
    .map((word) => normaliseHeading(word).key),
);
const shape = ({ name, ledger, dataRows, headings }: Sheet) =>
  ledger === null ? { name, tables: [] } : { name, tables: [{ rows: dataRows, columns: headings.length }] };

it.each(books.map((book) => [book.file, book] as const))("%s reads back as it was designed", async (file, book) => {
  const path = fileURLToPath(new URL(`../../resources/sample/workbooks/${encodeURIComponent(file)}`, import.meta.url));
  const result = await readWorkbook(path);
  const sheets = result.ok ? result.workbook.sheets : [];
  const found = sheets.map((sheet) => ({
    name: sheet.name,
    tables: findTables(gridOf(sheet), words).map((table) => ({
      rows: table.rows.length,
      columns: table.columns.length,
    })),
  }));
  expect(found).toEqual(book.sheets.map(shape));
});
