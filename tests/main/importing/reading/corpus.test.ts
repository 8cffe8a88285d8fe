import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closeIdleReader } from "../../../../main/importing/reading/readerPool.ts";
import { type ReadResult, readWorkbook } from "../../../../main/importing/reading/readWorkbook.ts";
import { projectRoot } from "../../../support/built.ts";

const corpus = join(projectRoot, "../shared/corpus");
const present = existsSync(corpus);

interface Odd {
  file: string;
  category: string;
  expect: string;
}
interface Real {
  file: string;
  sheet: string | null;
  firstDataRow: number;
  lastDataRow: number;
  dataRows: number;
  columns: { col: number; header: string }[];
}

const load = <T>(name: string): T[] => (present ? (JSON.parse(readFileSync(join(corpus, name), "utf8")) as T[]) : []);
const odd = load<Odd>("odd.json");
const real = load<Real>("real.json");

// Kinds that come later end in their own refusal: OLE files (.xls, .et, Excel 5 and 95), password, .xlsb, web pages.
const later: readonly (readonly [kind: RegExp, code: RegExp])[] = [
  [/\.(?:xls|et)$/u, /E-IMP-1[34]/u],
  [/\.xlsb$/u, /E-IMP-1[46]/u],
  [/encrypt/u, /E-IMP-14/u],
];

// What a file ends in, where odd.json asks for an error, leaves a choice, or expects more of it than is in it.
const codes: Record<string, string> = {
  "calamine_too_small.xls": "E-IMP-48", // a mail program's sentence, no OLE file
  "poi_invalid.xlsx": "E-IMP-10",
  "exceljs_missing-bits.xlsx": "E-IMP-40",
  "excelize_BadWorkbook.xlsx": "E-IMP-40",
  "poi_clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx": "E-IMP-10",
  "poi_crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx": "E-IMP-14", // an OLE file with an EncryptedPackage
  "poi_xlsx-corrupted.xlsx": "E-IMP-33", // its package relationships are the word CORRUPTED
  "poi_duplicate-filename-case-insensitive.xlsx": "E-IMP-30",
  "poi_poc-xmlbomb-empty.xlsx": "E-IMP-32",
  "poi_poc-shared-strings.xlsx": "E-IMP-42", // a row numbered 0, before its long string is used
  "phpss_encoding.iso88591.csv": "E-IMP-21", // neither UTF-8 nor GBK: gibberish is worse than a word
  // No cell of these holds a value: 没有数据 is the answer, and it counts the hidden sheets.
  "phpss_HiddenSheet.xlsx": "E-IMP-48",
  "phpss_urlImage.xlsx": "E-IMP-48",
  "poi_57893-many-merges.xlsx": "E-IMP-48",
  "exceljs_duplicateRowTest.xlsx": "E-IMP-48",
  "sheetjs_BlankSheetTypes.xlsm": "E-IMP-48",
};

const baseName = (file: string): string => file.slice(file.indexOf("/") + 1);

afterAll(closeIdleReader);

describe.runIf(present)("odd workbooks", () => {
  test("the list is the folder", () =>
    expect(odd.map(({ file }) => baseName(file)).toSorted()).toEqual(readdirSync(join(corpus, "odd")).toSorted()));

  test.each(odd)("$file: $expect", { timeout: 10_000 }, async ({ file }) => {
    const read = await readWorkbook(join(corpus, file));
    expect(read.ok ? "read" : read.code).toMatch(endOf(file));
    expect(read.ok || read.message.includes("没有导入任何数据")).toBe(true);
  });
});

function endOf(file: string): RegExp {
  const known = codes[baseName(file)];
  if (known !== undefined) return new RegExp(`^${known}$`, "u");
  return later.find(([pattern]) => pattern.test(file))?.[1] ?? /^read$/u;
}

describe.runIf(present)("what odd workbooks hold", () => {
  const cases: Record<string, (cells: Cells) => void> = {
    "calamine_rph.xlsx": ({ texts }) => expect(texts).toEqual(["課きく　毛こ"]),
    "sheetjs_phonetic_text.xlsx": ({ texts }) => expect(texts).toEqual(["漢字", "漢字withColor"]),
    "exceljs_shared_string_with_escape.xlsx": ({ texts }) => expect(texts).toEqual(["_x000D_"]),
    "calamine_encoded_entities.xlsx": ({ texts }) => expect(texts).toEqual(["&", "\n"]),
    "calamine_inlineStr_cdata.xlsx": ({ texts }) => expect(texts.slice(0, 2)).toEqual(["Hello CDATA", "World"]),
    "phpss_utf16be.xlsx": ({ texts }) => expect(texts).toHaveLength(1),
    "phpss_premiere.utf16be.csv": ({ texts }) => expect(texts.slice(0, 3)).toEqual(["première", "second", "troisième"]),
    "phpss_premiere.utf16lebom.csv": ({ texts }) => expect(texts[0]).toBe("première"),
    "phpss_linend.mac.csv": ({ texts }) => expect(texts).toEqual(["A", "1", "2", "3"]),
    "phpss_contains_html.csv": ({ texts }) => expect(texts[1]).toBe("<a href=''>Link</a>"),
    "csvspectrum_newlines_crlf.csv": ({ texts }) => expect(texts[6]).toBe("Once upon \na time"),
    "sheetjs_1904.xlsx": ({ book }) => expect(book.sheets[0]?.date1904).toBe(true),
    "sheetjs_1900.xlsx": ({ book }) => expect(book.sheets[0]?.date1904).toBe(false),
    "poi_TwoSheetsOneHidden.xlsx": ({ book }) => expect(book.sheets.map(({ hidden }) => hidden)).toEqual([true, false]),
    "sheetjs_merge_cells.xlsx": ({ book }) => expect(book.sheets[0]?.merges).toHaveLength(5),
    "readxl_big-texty-numbers-xlsx.xlsx": ({ texts }) => expect(texts).toContain("2147483648"),
    "poi_59746_NoRowNums.xlsx": ({ book }) => expect(book.sheets[0]?.rows.at(-1)?.row).toBeGreaterThanOrEqual(71),
    "calamine_date_iso.xlsx": ({ book }) =>
      expect(book.sheets[0]?.rows[0]?.cells[0]).toMatchObject({ type: "dateIso", text: "2021-01-01" }),
    "exceljs_dateIssue.xlsx": ({ book }) =>
      expect(book.sheets[0]?.rows[1]?.cells[0]).toMatchObject({ text: "44155", isDate: true }),
  };
  test.each(Object.entries(cases))("%s", async (name, check) =>
    check(cellsOf(await readWorkbook(join(corpus, "odd", name)))),
  );
});

describe.runIf(present)("real Chinese workbooks", () => {
  test.each(real.filter(({ file }) => file.endsWith(".xlsx")))("$file $sheet", async (truth) => {
    const { book } = cellsOf(await readWorkbook(join(corpus, truth.file)));
    const sheet = book.sheets.find(({ name }) => name === truth.sheet);
    const rows = sheet?.rows.filter(({ row }) => row >= truth.firstDataRow && row <= truth.lastDataRow) ?? [];
    expect(rows).toHaveLength(truth.dataRows);
    const headings = sheet?.rows.find(({ row }) => row === truth.firstDataRow - 1)?.cells ?? [];
    for (const { col, header } of truth.columns) {
      expect(
        headings
          .find(({ column }) => column === col)
          ?.text.replaceAll(/\s+/gu, " ")
          .trim(),
      ).toBe(header);
    }
  });

  test.each(real.filter(({ file }) => !file.endsWith(".xlsx")))(
    "$file is refused in words for now",
    async ({ file }) => {
      const read = await readWorkbook(join(corpus, file));
      expect(!read.ok && read.code).toMatch(/E-IMP-1[35]/u);
    },
  );
});

type Cells = ReturnType<typeof cellsOf>;

function cellsOf(read: ReadResult) {
  if (!read.ok) throw new Error(read.message);
  const texts = (read.workbook.sheets[0]?.rows ?? []).flatMap(({ cells }) => cells.map(({ text }) => text));
  return { book: read.workbook, texts };
}
