// Each refusal beside the same file with that one limit lifted: it is the guard that refuses, nothing else.
import { describe, expect, test } from "vitest";
import { type ReadingLimits, readingLimits } from "../../../../main/importing/reading/limits.ts";
import { refusalCodes, refusal } from "../../../../main/importing/reading/refusals.ts";
import { zip, type ZipPart } from "../../../support/zip.ts";
import { cellsHere, readHere, refusalHere } from "./readHere.ts";
import { tinyParts, tinySheet, tinyWorkbook } from "./tinyWorkbook.ts";

const row = `<row r="1"><c r="A1"><v>1234567890</v></c></row>`;
const parts = tinyParts({ sheets: [row] });
const filler = (bytes: number): ZipPart => ({ name: "xl/media/image1.png", data: Buffer.alloc(bytes), packed: true });
const many = (count: number, text: string): string => text.repeat(count);

interface Guard {
  bytes: () => Buffer;
  code: string;
  words?: string;
  lifted: Partial<ReadingLimits>;
}

const cellsInRow = (count: number): string => `<row>${many(count, "<c><v>1</v></c>")}</row>`;
const longText = `<row r="3"><c r="B3" t="inlineStr"><is><t>${"长".repeat(32_768)}</t></is></c></row>`;

const guards: Record<string, Guard> = {
  "a large file": {
    bytes: () => zip(parts),
    code: "E-IMP-04",
    words: "上限 0 MB",
    lifted: { fileBytes: Number.POSITIVE_INFINITY },
  },
  "a picture that unpacks to more than 200 times the file": {
    bytes: () => zip([...parts, filler(60_000_000)]),
    code: "E-IMP-31",
    words: "200 倍",
    lifted: { ratio: Number.POSITIVE_INFINITY },
  },
  "a sheet that unpacks to more than 200 times its size": {
    bytes: () => tinySheet(row + " ".repeat(60_000_000), { packed: true }),
    code: "E-IMP-31",
    words: "200 倍",
    lifted: { ratio: Number.POSITIVE_INFINITY, xmlTokenCharacters: Number.POSITIVE_INFINITY },
  },
  "more parts than the limit": {
    bytes: () => zip([...parts, ...Array.from({ length: 4_100 }, (_, at) => ({ name: `p${at}`, data: "" }))]),
    code: "E-IMP-30",
    words: "4,096",
    lifted: { parts: Number.POSITIVE_INFINITY },
  },
  "a wrong CRC": {
    bytes: () => zip(parts.map((part) => (part.name.includes("sheet1") ? { ...part, crc: 1 } : part))),
    code: "E-IMP-10",
    lifted: { checksums: false },
  },
  "too many rows": {
    bytes: () => tinySheet(many(11, "<row><c><v>1</v></c></row>")),
    code: "E-IMP-44",
    words: "超过 10 行上限",
    lifted: { rows: 11 },
  },
  "too many columns": {
    bytes: () => tinySheet(cellsInRow(513)),
    code: "E-IMP-45",
    words: "SS 列",
    lifted: { columns: 513 },
  },
  "a long cell": {
    bytes: () => tinySheet(longText),
    code: "E-IMP-43",
    words: "第 3 行 B 列内容过长（上限 32,767 字）",
    lifted: { cellCharacters: 32_768 },
  },
  "a long shared string, where it is used": {
    bytes: () =>
      tinySheet(`<row r="7"><c r="AA7" t="s"><v>0</v></c></row>`, {
        sharedStrings: `<si><t>${"长".repeat(32_768)}</t></si>`,
      }),
    code: "E-IMP-43",
    words: "第 7 行 AA 列",
    lifted: { cellCharacters: 32_768 },
  },
  "one long string used over and over": {
    bytes: () =>
      tinySheet(`<row>${many(500, `<c t="s"><v>0</v></c>`)}</row>`.repeat(10), {
        sharedStrings: `<si><t>${"长".repeat(32_000)}</t></si>`,
      }),
    code: "E-IMP-47",
    words: "文字总量",
    lifted: { totalCharacters: Number.POSITIVE_INFINITY },
  },
  "too many sheets": {
    bytes: () => tinyWorkbook({ sheets: Array.from({ length: 257 }, () => row) }),
    code: "E-IMP-46",
    words: "256",
    lifted: { sheets: 257 },
  },
  "too many shared strings": {
    bytes: () => tinySheet(row, { sharedStrings: many(11, "<si><t>甲</t></si>") }),
    code: "E-IMP-47",
    words: "10 条",
    lifted: { sharedStrings: 11 },
  },
  "deep nesting": {
    bytes: () => tinySheet(row, { after: many(70, "<a>") + many(70, "</a>") }),
    code: "E-IMP-33",
    words: "64 层",
    lifted: { xmlDepth: 80 },
  },
  "many attributes": {
    bytes: () => tinySheet(row, { after: `<a ${Array.from({ length: 70 }, (_, at) => `a${at}=""`).join(" ")}/>` }),
    code: "E-IMP-33",
    words: "64 个",
    lifted: { xmlAttributes: 70 },
  },
  "an attribute without end": {
    bytes: () => tinySheet(row, { after: `<a b="${"长".repeat(4_100_000)}"/>` }),
    code: "E-IMP-43",
    words: "400 万",
    lifted: { xmlTokenCharacters: 5_000_000 },
  },
};

// Lowered where the real limit would make the test slow.
const lowered: Record<string, Partial<ReadingLimits>> = {
  "a large file": { fileBytes: 100 },
  "too many rows": { rows: 10 },
  "too many shared strings": { sharedStrings: 10 },
};

describe.each(Object.entries(guards))("%s", (name, { bytes, code, words, lifted }) => {
  test("is refused in words, and read once that limit is lifted", async () => {
    const file = bytes();
    const refused = await refusalHere(file, lowered[name]);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words ?? "");
    const { sheets } = await readHere(file, lifted);
    expect(sheets[0]?.rows.length).toBeGreaterThan(0);
  });
});

test("a flipped byte is a wrong number to a reader that does not check", async () => {
  const file = zip(parts);
  const at = file.indexOf("1234567890");
  file.write("9", at + 4, "latin1");
  expect((await refusalHere(file)).code).toBe("E-IMP-10");
  const { sheets } = await readHere(file, { checksums: false });
  expect(sheets[0]?.rows[0]?.cells[0]?.text).toBe("1234967890");
});

const sheetPart = (change: Partial<ZipPart>): Buffer =>
  zip(parts.map((part) => (part.name.includes("sheet1") ? { ...part, packed: true, ...change } : part)));

describe("archives that lie", () => {
  const twin = { name: "XL/Workbook.xml", data: "" };
  test.each([
    ["less declared than unpacks", sheetPart({ declaredSize: 10 }), "E-IMP-31"],
    ["more declared than unpacks", sheetPart({ declaredSize: 100_000 }), "E-IMP-10"],
    ["4 GB declared", sheetPart({ declaredSize: 0xff_ff_ff_f0 }), "E-IMP-31"],
    ["names that differ by case", zip([...parts, twin]), "E-IMP-30"],
    ["a way out of the folder", zip([...parts, { name: "../a", data: "" }]), "E-IMP-30"],
    ["an absolute name", zip([...parts, { name: "/etc/passwd", data: "" }]), "E-IMP-30"],
    ["a drive", zip([...parts, { name: "C:\\a", data: "" }]), "E-IMP-30"],
    ["overlapping parts", zip([...parts, { name: "again", data: row, sharesBytesOf: 3 }]), "E-IMP-30"],
    ["an encrypted part", zip([...parts, { name: "a", data: "", flags: 1, packed: true }]), "E-IMP-23"],
    ["cut in half", zip(parts).subarray(0, 600), "E-IMP-10"],
    ["without a directory", zip(parts).subarray(0, -30), "E-IMP-10"],
  ])("%s", async (_name, file, code) => expect((await refusalHere(file)).code).toBe(code));

  test("and none of them is refused for what it shares with the honest one", async () => {
    expect(await cellsHere(sheetPart({}))).toEqual(["R1C1 number 1234567890"]);
  });
});

describe("markup that is not allowed", () => {
  test.each(["<!DOCTYPE a>", `<!DOCTYPE a [<!ENTITY b "c">]>`, `<!DOCTYPE a SYSTEM "file:///etc/passwd">`])(
    "%s",
    async (doctype) => {
      const file = zip(
        parts.map((part) =>
          part.name.includes("sheet1")
            ? { ...part, data: `${doctype}${String(part.data).replace(/^<\?.*?\?>/u, "")}` }
            : part,
        ),
      );
      expect((await refusalHere(file)).code).toBe("E-IMP-32");
    },
  );
});

test("names of all objects are ordinary words", async () => {
  const text = `<row><c t="inlineStr"><is><t>__proto__</t></is></c><c t="inlineStr"><is><t>constructor</t></is></c></row>`;
  const more = ["__proto__", "constructor/prototype", "toString"].map((name) => ({ name, data: "{}" }));
  const file = zip([...tinyParts({ sheets: [text], sharedStrings: "<si><t>__proto__</t></si>" }), ...more]);
  expect(await cellsHere(file)).toEqual(["R1C1 text __proto__", "R1C2 text constructor"]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("every refusal says what happened, that nothing was imported, and has its own words", () => {
  const messages = refusalCodes.map((code) => refusal(code).message);
  expect(new Set(messages).size).toBe(messages.length);
  for (const message of messages) {
    expect(message).toMatch(/^[^；]+；没有导入任何数据。/u);
    expect(message.replace("OpenDocument", "")).not.toMatch(/[a-z]{6}/u);
  }
});

test("the limits are those of the design", () => {
  expect(readingLimits).toMatchObject({ fileBytes: 50e6, parts: 4_096, ratio: 200, rows: 200_000, columns: 512 });
});
