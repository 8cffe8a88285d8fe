import { describe, expect, test } from "vitest";
import { resolveTarget } from "../../../../main/importing/reading/relationships.ts";
import { zip, type ZipPart } from "../../../support/zip.ts";
import { cellsHere, readHere, refusalHere } from "./readHere.ts";
import { mainNamespace, relationships, tinyParts, tinyWorkbook } from "./tinyWorkbook.ts";

const row = `<row><c t="s"><v>0</v></c></row>`;
const parts = () => tinyParts({ sheets: [row], sharedStrings: `<si><t>甲</t></si>` });
const read = ["R1C1 text 甲"];

function changed(change: (part: ZipPart, text: string) => Partial<ZipPart>): Buffer {
  return zip(parts().map((part) => ({ ...part, ...change(part, String(part.data)) })));
}

const without = (name: string): Buffer => zip(parts().filter((part) => part.name !== name));

describe("packages that other programs write", () => {
  test("stored and deflated", async () => {
    expect(await cellsHere(zip(parts()))).toEqual(read);
    expect(await cellsHere(zip(parts().map((part) => ({ ...part, packed: true }))))).toEqual(read);
  });

  test("prefixed elements", async () => {
    const bytes = changed(({ name }, text) => {
      if (!/sheet1|sharedStrings|workbook\.xml$/u.test(name)) return {};
      return {
        data: text
          .replaceAll(/<(\/?)(?=[a-z])/giu, "<$1x:")
          .replace(`xmlns="${mainNamespace}"`, `xmlns:x="${mainNamespace}"`),
      };
    });
    expect(await cellsHere(bytes)).toEqual(read);
  });

  test("strict OOXML", async () => {
    const bytes = changed((_part, text) => ({
      data: text
        .replaceAll(mainNamespace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    }));
    expect(await cellsHere(bytes)).toEqual(read);
  });

  test("absolute targets, backslashes in names, other letter case", async () => {
    const absolute = changed((_part, text) => ({
      data: text.replaceAll(/Target="(worksheets|shared)/gu, 'Target="/xl/$1'),
    }));
    expect(await cellsHere(absolute)).toEqual(read);
    expect(await cellsHere(changed(({ name }) => ({ name: name.replaceAll("/", "\\") })))).toEqual(read);
    expect(await cellsHere(changed(({ name }) => ({ name: name.replace("sheet1", "Sheet1") })))).toEqual(read);
  });

  test("UTF-16 parts with a mark", async () => {
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text.replace("UTF-8", "UTF-16")}`, "utf16le");
    const little = changed(({ name }, text) => (name.includes("sh") ? { data: utf16(text) } : {}));
    const big = changed(({ name }, text) => (name.includes("sh") ? { data: utf16(text).swap16() } : {}));
    expect(await cellsHere(little)).toEqual(read);
    expect(await cellsHere(big)).toEqual(read);
  });

  test("a workbook elsewhere, or without the package's relationships", async () => {
    expect(await cellsHere(without("_rels/.rels"))).toEqual(read);
    const elsewhere = changed(({ name }, text) => ({
      name: name.replace("xl/", ""),
      data: text.replace("xl/workbook.xml", "workbook.xml"),
    }));
    expect(await cellsHere(elsewhere)).toEqual(read);
  });

  test("1904, hidden tabs, macros, links and charts", async () => {
    const book = tinyParts({
      sheets: [`<row><c><v>1</v></c></row>`, ""],
      hideRest: true,
      workbookPr: `<workbookPr date1904="1"/>`,
    });
    const more = ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"].map((name) => ({ name, data: "不读" }));
    const { sheets, notes } = await readHere(zip([...book, ...more]));
    expect(sheets.map(({ name, index, hidden, date1904 }) => ({ name, index, hidden, date1904 }))).toEqual([
      { name: "表1", index: 0, hidden: false, date1904: true },
      { name: "表2", index: 1, hidden: true, date1904: true },
    ]);
    expect(notes).toEqual(["含宏，已忽略。", "含外部链接，已忽略。"]);

    const chart = book.map((part) =>
      part.name === "xl/_rels/workbook.xml.rels"
        ? {
            ...part,
            data: relationships([
              ["worksheet", "worksheets/sheet1.xml"],
              ["chartsheet", "chartsheets/sheet1.xml"],
            ]),
          }
        : part,
    );
    expect(await readHere(zip(chart))).toMatchObject({
      sheets: [{ name: "表1" }],
      notes: ["图表等 1 张非表格页，已忽略。"],
    });
  });
});

describe("what is missing is said, never read as nothing", () => {
  test.each([
    ["xl/worksheets/sheet1.xml", "E-IMP-40", "表1"],
    ["xl/_rels/workbook.xml.rels", "E-IMP-40", "表1"],
    ["xl/workbook.xml", "E-IMP-40", "目录"],
    ["xl/sharedStrings.xml", "E-IMP-41", "第 1 行 A 列"],
  ])("without %s", async (name, code, words) =>
    expect(await refusalHere(without(name))).toMatchObject({ code, message: expect.stringContaining(words) }),
  );

  test("blank sheets are no success, and hidden ones are named", async () => {
    const { code, message } = await refusalHere(tinyWorkbook({ sheets: ["", "", ""], hideRest: true }));
    expect(code).toBe("E-IMP-48");
    expect(message).toContain("3 张工作表（其中 2 张隐藏）都是空的");
  });

  test("a part that ends early or is no XML", async () => {
    const cut = changed(({ name }, text) => (name.includes("sheet1") ? { data: text.slice(0, -20) } : {}));
    expect((await refusalHere(cut)).code).toBe("E-IMP-33");
    const noUtf8 = changed(({ name }) =>
      name.includes("shared") ? { data: Buffer.from("3c613ec6f33c2f613e", "hex") } : {},
    );
    expect((await refusalHere(noUtf8)).code).toBe("E-IMP-33");
  });
});

test.each([
  ["xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"],
  ["xl/workbook.xml", "/xl/a.xml", "xl/a.xml"],
  ["xl/workbook.xml", "../a.xml", "a.xml"],
  ["xl/workbook.xml", "../../../a.xml", "a.xml"],
  ["", "./xl\\workbook.xml", "xl/workbook.xml"],
  ["xl/workbook.xml", "a%20b.xml", "xl/a b.xml"],
  ["xl/workbook.xml", "a%zz.xml", "xl/a%zz.xml"],
])("from %j, %j is %j", (source, target, name) => expect(resolveTarget(source, target)).toBe(name));
