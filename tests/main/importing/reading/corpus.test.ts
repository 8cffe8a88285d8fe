import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closeIdleReader } from "../../../../main/importing/reading/readerPool.ts";
import { type ReadResult, readWorkbook } from "../../../../main/importing/reading/readWorkbook.ts";
import { forkReader, type Reader } from "../../../../main/importing/reading/startReader.ts";
import { projectRoot } from "../../../support/built.ts";
import { slowdown } from "../../../support/slowdown.ts";

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
  headerRows: number[];
  groupRows?: number[];
  firstDataRow: number;
  lastDataRow: number;
  dataRows: number;
  columns: { col: number; header: string }[];
}

const load = <T>(name: string): T[] => (present ? (JSON.parse(readFileSync(join(corpus, name), "utf8")) as T[]) : []);
const odd = load<Odd>("odd.json");
const real = load<Real>("real.json");

// Each file ends within this, and the reading process stays below this (reliability §4.9).
const mostMs = 5_000;
const mostMb = 300;

// What a file ends in, where odd.json asks for an error, leaves a choice, or expects more of it than is in it.
const codes: Record<string, string> = {
  "excelize_encryptSHA512.xlsx": "E-IMP-14",
  "poi_protected_passtika.xlsb": "E-IMP-14",
  "poi_xor-encryption-abc.xls": "E-IMP-14",
  "poi_password.xls": "E-IMP-14",
  "sheetjs_password_2002_40_basecrypto.xls": "E-IMP-14",
  "sheetjs_password_2002_128_strong.xls": "E-IMP-14",
  "sheetjs_password_2002_40_xor.xls": "E-IMP-14",
  "calamine_issue_666_lost_sheets.xlsb": "E-IMP-48", // its one sheet is blank
  "poi_clusterfuzz-testcase-minimized-POIHSSFFuzzer-4819588401201152.xls": "E-IMP-10",
  "calamine_too_small.xls": "E-IMP-48", // a mail program's sentence, no OLE file
  "poi_invalid.xlsx": "E-IMP-10",
  "exceljs_missing-bits.xlsx": "E-IMP-40",
  "excelize_BadWorkbook.xlsx": "E-IMP-40",
  "poi_clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx": "E-IMP-10",
  "poi_crash-9bf3cd4bd6f50a8a9339d363c2c7af14b536865c.xlsx": "E-IMP-10", // an OLE file whose streams are not all there
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

  const watched = watchedReader();
  test.each(odd)("$file: $expect", { timeout: 60_000 }, async ({ file }) => {
    watched.forget();
    const started = performance.now();
    const read = await readWorkbook(join(corpus, file), { startReader: watched.start });
    expect(performance.now() - started).toBeLessThan(mostMs * slowdown());
    expect(watched.peakMb()).toBeLessThan(mostMb);
    expect(read.ok ? "read" : read.code).toBe(codes[baseName(file)] ?? "read");
    expect(read.ok || read.message.includes("没有导入任何数据")).toBe(true);
  });

  test.each([
    ["poi_xor-encryption-abc.xls", "abc", "1"],
    ["poi_password.xls", "password", "A ZIP bomb"],
    ["sheetjs_password_2002_40_basecrypto.xls", "password", "1"],
    ["sheetjs_password_2002_128_strong.xls", "password", "1"],
    ["sheetjs_password_2002_40_xor.xls", "password", "1"],
    ["poi_protected_passtika.xlsb", "tika", "You can't see me"],
    ["excelize_encryptSHA512.xlsx", "password", "SECRET"],
  ])("%s opens with its password", async (name, password, first) => {
    const { texts } = cellsOf(await readWorkbook({ path: join(corpus, "odd", name), password }));
    expect(texts[0]).toContain(first);
  });
});

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
    "sheetjs_merge_cells.xls": ({ book }) => expect(book.sheets[0]?.merges).toHaveLength(5),
    "poi_chinese-provinces.xls": ({ texts }) => expect(texts.slice(2, 4)).toEqual(["Anhui", "安徽省"]),
    "poi_1904DateWindowing.xls": ({ book }) =>
      expect(book.sheets[0]).toMatchObject({
        date1904: true,
        rows: [{ cells: [{ text: "35064", isDate: true }, {}] }],
      }),
    "poi_testEXCEL_5.xls": ({ texts }) => expect(texts[0]).toBe("Sample Excel Worksheet - Numbers and their Squares"),
    "poi_testEXCEL_95.xls": ({ texts }) => expect(texts[0]).toBe("Sample Excel Worksheet - Numbers and their Squares"),
    "poi_Simple.xlsb": ({ book, texts }) => {
      expect(texts).toEqual(["This is an example spreadsheet created with Microsoft Excel 2007 Beta 2."]);
      expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sheet2", "Sheet3"]);
    },
    "sheetjs_fn.et": ({ book }) => expect(book.sheets[0]?.rows[1]?.cells[2]).toMatchObject({ formula: true }),
    "sheetjs_write.et": ({ texts }) => expect(texts.slice(0, 3)).toEqual(["1", "2", "3"]),
    "calamine_OOM_alloc2.xls": ({ book }) => expect(book.sheets[0]?.rows).toHaveLength(192),
    "poi_overlapSharedFormula.xls": ({ book }) =>
      expect(book.sheets[0]?.rows[0]?.cells[0]).toMatchObject({ text: "2", formula: true }),
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
  test.each(real)("$file $sheet", async (truth) => {
    const { book } = cellsOf(await readWorkbook(join(corpus, truth.file)));
    // A web page has one sheet, whose name the truth leaves open.
    const sheet = truth.sheet === null ? book.sheets[0] : book.sheets.find(({ name }) => name === truth.sheet);
    expect(sheet?.rows.some(({ row }) => row === truth.firstDataRow)).toBe(true);
    expect(sheet?.rows.some(({ row }) => row === truth.lastDataRow)).toBe(true);
    const rows = sheet?.rows.filter(({ row }) => row >= truth.firstDataRow && row <= truth.lastDataRow) ?? [];
    expect(rows.length - (truth.groupRows?.filter((row) => row >= truth.firstDataRow).length ?? 0)).toBe(
      truth.dataRows,
    );
    if (truth.headerRows.length > 1) return;
    const headings = sheet?.rows.find(({ row }) => row === truth.headerRows[0])?.cells ?? [];
    for (const { col, header } of truth.columns) {
      expect(oneLine(headings.find(({ column }) => column === col)?.text)).toBe(oneLine(header));
    }
  });

  test("the web page keeps its digits as text, the locked yearbook its hidden sheet", async () => {
    const page = cellsOf(await readWorkbook(join(corpus, "real", "r29_规上企业数量-raw-2020-soshu.xls")));
    expect(page.book).toMatchObject({ kind: "html", sheets: [{ rows: { length: 38 } }] });
    const locked = cellsOf(await readWorkbook(join(corpus, "real", "r27_规上企业数量-raw-2018.xls")));
    expect(locked.book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["1", false],
      ["CNKI", true],
    ]);
  });
});

function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s+/gu, " ").trim();
}

/**
 * Starts the usual reader and watches what the system says of its memory. One process reads file after file, as when a
 * folder is imported: what a file leaves behind counts against the next.
 */
function watchedReader() {
  let peak = 0;
  let reading: Reader | undefined;
  const look = (): number => (peak = Math.max(peak, reading?.memoryMb() ?? 0));
  const start = (): Reader => {
    const reader = forkReader();
    const timer = setInterval(look, 10).unref();
    reading = {
      ...reader,
      kill() {
        clearInterval(timer);
        reader.kill();
      },
    };
    return reading;
  };
  return { start, peakMb: look, forget: () => (peak = 0) };
}

type Cells = ReturnType<typeof cellsOf>;

function cellsOf(read: ReadResult) {
  if (!read.ok) throw new Error(read.message);
  const texts = (read.workbook.sheets[0]?.rows ?? []).flatMap(({ cells }) => cells.map(({ text }) => text));
  return { book: read.workbook, texts };
}
