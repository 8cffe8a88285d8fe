// The hostile set: a file or more for every row of the list of threats from outside workbooks (D1 to D24), built in
// code. D22 is the importer's, D23 and D24 are run by their own scripts.
import { readingLimits, type ReadingLimits } from "../../main/importing/reading/limits.ts";
import { agileLocked, endlesslySpun } from "../main/importing/reading/locked.ts";
import { odsBytes, xmlBytes } from "../main/importing/reading/otherBooks.ts";
import { mainNamespace, tinyParts, tinySheet, tinyWorkbook } from "../main/importing/reading/tinyWorkbook.ts";
import { biffStream, cells, fields, record, sharedStrings, wide } from "../support/biff.ts";
import { ole } from "../support/ole.ts";
import { wide32, xlsbCell, xlsbParts, xlsbRecord, xlsbRow } from "../support/xlsb.ts";
import { zip, type ZipPart } from "../support/zip.ts";

export interface HostileFile {
  /** The row of the list, such as D4. */
  row: string;
  what: string;
  bytes(): Buffer;
  /** "read", or the code of the refusal; "or" where memory may run out before the count does. */
  outcome: string;
  /** Takes long to build or to read: for the nightly table only. */
  slow?: true;
  /** With these limits lifted the same file is read, or costs more than it may: the control. */
  lifted?: Partial<ReadingLimits>;
}

const none = Number.POSITIVE_INFINITY;
const one = `<row r="1"><c r="A1"><v>1234567890</v></c></row>`;
const parts = tinyParts({ sheets: [one] });
const many = (count: number, text: string): string => text.repeat(count);
const withSheet = (change: Partial<ZipPart>): Buffer =>
  zip(parts.map((part) => (part.name.includes("sheet1") ? { ...part, packed: true, ...change } : part)));
const sheetXml = (text: string): Partial<ZipPart> => ({ data: text });
const xls = (sheet: readonly Uint8Array[], globals: readonly Uint8Array[] = []): Buffer =>
  ole({ Workbook: biffStream({ sheets: [sheet], globals }) });
const flipped = (): Buffer => {
  const file = zip(parts);
  file.write("9", file.indexOf("1234567890") + 4, "latin1");
  return file;
};
const noise = (): Buffer => Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * at * 31 + at * 7) % 256));
const styled = (code: string): Buffer =>
  tinySheet(`<row><c s="1"><v>1</v></c></row>`, {
    styles: `<numFmts><numFmt numFmtId="176" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="176"/></cellXfs>`,
  });
const text = (value: string): string => `<row><c t="inlineStr"><is>${value}</is></c></row>`;
const file = (
  row: string,
  what: string,
  bytes: () => Buffer,
  outcome: string,
  more: Pick<HostileFile, "slow" | "lifted"> = {},
): HostileFile => ({ row, what, bytes, outcome, ...more });

export const hostileFiles: readonly HostileFile[] = [
  file("D1", "empty", () => Buffer.alloc(0), "E-IMP-01"),
  file("D1", "one byte", () => Buffer.from([0]), "E-IMP-10"),
  file("D1", "noise", noise, "E-IMP-10"),
  file("D1", "archive cut in half", () => zip(parts).subarray(0, 600), "E-IMP-10"),
  file("D1", "one bit flipped", flipped, "E-IMP-10", { lifted: { checksums: false } }),
  file("D1", ".xls cut off", () => xls([cells.number(0, 0, 1)]).subarray(0, 1_100), "E-IMP-10"),
  file(
    "D1",
    ".xls whose sectors lead in a ring",
    () => ole({ Workbook: biffStream({ sheets: [[]] }) }, { ring: true }),
    "E-IMP-10",
  ),
  file("D2", "PDF", () => Buffer.from("%PDF-1.7\n"), "E-IMP-11"),
  file("D2", "web page without a table", () => Buffer.from("<html>请登录"), "E-IMP-15"),
  file("D2", "web page with one", () => Buffer.from("<table><tr><td>01"), "read"),
  file("D2", "CSV named .xlsx", () => Buffer.from("编号,名称\n01,甲\n"), "read"),
  file("D2", "Word document", () => zip([{ name: "word/document.xml", data: "" }]), "E-IMP-12"),
  file("D3", "Excel 4", () => Buffer.from("09040600000010000000", "hex"), "E-IMP-13"),
  file("D3", "password", () => agileLocked(zip(parts), "口令"), "E-IMP-14"),
  file("D3", "password to be tried nine thousand million times", () => endlesslySpun(zip(parts)), "E-IMP-23"),
  file("D3", ".xls", () => xls([cells.number(0, 0, 1)]), "read"),
  file(
    "D4",
    "sheet that unpacks 1,000 times",
    () =>
      withSheet(
        sheetXml(
          String(parts.find(({ name }) => name.includes("sheet1"))?.data).replace(
            "</sheetData>",
            `</sheetData>${many(60_000_000, " ")}`,
          ),
        ),
      ),
    "E-IMP-31",
    { lifted: { ratio: none, xmlTokenCharacters: none } },
  ),
  file(
    "D4",
    "picture that unpacks to 1 GB",
    () => zip([...parts, { name: "xl/media/image1.png", data: Buffer.alloc(1_000_000_000), packed: true }]),
    "E-IMP-31",
    { slow: true, lifted: { ratio: none } },
  ),
  file("D4", "less declared than unpacks", () => withSheet({ declaredSize: 10 }), "E-IMP-31"),
  file("D4", "more declared than unpacks", () => withSheet({ declaredSize: 100_000 }), "E-IMP-10"),
  file("D4", "4 GB declared", () => withSheet({ declaredSize: 0xff_ff_ff_f0 }), "E-IMP-31"),
  file(
    "D4",
    "parts that share bytes",
    () => zip([...parts, { name: "again", data: one, sharesBytesOf: 3 }]),
    "E-IMP-30",
  ),
  file(
    "D4",
    ".ods that unpacks 1,000 times",
    () =>
      odsBytes(
        `<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>${many(60_000_000, " ")}`,
        true,
      ),
    "E-IMP-31",
    {
      lifted: { ratio: none, xmlTokenCharacters: none },
    },
  ),
  file(
    "D4",
    ".xlsb that unpacks 1,000 times",
    () =>
      zip(
        xlsbParts([
          xlsbRow(0),
          xlsbCell(4, 0, fields(["u8", 1])),
          xlsbRecord(3_000, Buffer.alloc(3_000_000)),
          ...Array.from({ length: 20 }, () => xlsbRecord(3_000, Buffer.alloc(3_000_000))),
        ]).map((part) => ({ ...part, packed: true })),
      ),
    "E-IMP-31",
    { lifted: { ratio: none } },
  ),
  file(
    "D5",
    "60,000 parts",
    () => zip([...parts, ...Array.from({ length: 60_000 }, (_, at) => ({ name: `p${at}`, data: "" }))]),
    "E-IMP-30",
    { lifted: { parts: none } },
  ),
  file("D6", "a way out of the folder", () => zip([...parts, { name: "../a", data: "" }]), "E-IMP-30"),
  file("D6", "absolute name", () => zip([...parts, { name: "/etc/passwd", data: "" }]), "E-IMP-30"),
  file("D6", "drive", () => zip([...parts, { name: "C:\\a", data: "" }]), "E-IMP-30"),
  file("D6", "names that differ by case", () => zip([...parts, { name: "XL/Workbook.xml", data: "" }]), "E-IMP-30"),
  file(
    "D7",
    "__proto__ as part, string and heading",
    () =>
      zip([
        ...tinyParts({ sheets: [text("<t>__proto__</t>")], sharedStrings: "<si><t>constructor</t></si>" }),
        ...["__proto__", "constructor/prototype"].map((name) => ({ name, data: "{}" })),
      ]),
    "read",
  ),
  file(
    "D8",
    "entities that multiply",
    () =>
      withSheet(
        sheetXml(
          `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><worksheet xmlns="${mainNamespace}">&c;</worksheet>`,
        ),
      ),
    "E-IMP-32",
  ),
  file(
    "D8",
    "entity from outside",
    () => withSheet(sheetXml(`<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet xmlns="${mainNamespace}"/>`)),
    "E-IMP-32",
  ),
  file("D8", "the same in .ods", () => odsBytes("", false, `<!DOCTYPE a [<!ENTITY b "c">]>`), "E-IMP-32"),
  file("D8", "the same in XML of 2003", () => xmlBytes("", `<!DOCTYPE a [<!ENTITY b "c">]>`), "E-IMP-32"),
  file(
    "D9",
    "UTF-16 with a mark",
    () =>
      withSheet({
        data: Buffer.from(
          `\uFEFF<worksheet xmlns="${mainNamespace}"><sheetData>${one}</sheetData></worksheet>`,
          "utf16le",
        ),
      }),
    "read",
  ),
  file(
    "D9",
    "bytes that are no UTF-8",
    () => withSheet({ data: Buffer.from("3c613ef6f33c2f613e", "hex") }),
    "E-IMP-33",
  ),
  file(
    "D9",
    "nested 100,000 deep",
    () => tinySheet(one, { after: many(100_000, "<a>") + many(100_000, "</a>") }),
    "E-IMP-33",
    { lifted: { xmlDepth: none } },
  ),
  file(
    "D9",
    "100,000 attributes",
    () => tinySheet(one, { after: `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(" ")}/>` }),
    "E-IMP-33",
    { lifted: { xmlAttributes: none } },
  ),
  file("D9", "web page nested 100,000 deep", () => Buffer.from(many(100_000, "<table><tr><td>")), "E-IMP-33"),
  file("D9", "web page of a million open tags", () => Buffer.from(`<table><tr><td>1${many(1_000_000, "<a ")}`), "read"),
  file(
    "D9",
    "web page of a million spaced closing marks",
    () => Buffer.from(`<table><tr><td>1</table><script>${many(1_000_000, "</ ")}`),
    "read",
  ),
  file(
    "D10",
    "prefixes and cells without addresses",
    () =>
      zip(
        parts.map((part) => ({
          ...part,
          data: part.name.includes("sheet1")
            ? `<x:worksheet xmlns:x="${mainNamespace}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
            : part.data,
        })),
      ),
    "read",
  ),
  file(
    "D11",
    "everything over the whole grid",
    () =>
      tinySheet(one, {
        before: `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="1"/></cols>`,
        after: `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations><conditionalFormatting sqref="A1:XFD1048576"/><hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>`,
      }),
    "read",
  ),
  file(
    "D11",
    ".xls that declares the whole grid",
    () =>
      xls([
        record(0x200, fields(["u32", 0], ["u32", 0xff_ff_ff], ["u16", 0], ["u16", 0xff_ff], ["u16", 0])),
        record(0xe5, fields(["u16", 1], ["u16", 0], ["u16", 0xff_ff], ["u16", 0], ["u16", 0xff])),
        cells.number(0, 0, 1),
      ]),
    "read",
  ),
  file(
    "D11",
    ".ods with blanks over the whole grid",
    () =>
      odsBytes(
        `<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
      ),
    "read",
  ),
  file(
    "D11",
    "web page with spans over the whole grid",
    () => Buffer.from(many(2_000, `<table><tr><td colspan=99999 rowspan=99999>1</table>`)),
    "read",
  ),
  file(
    "D11",
    "50,000 merges",
    () =>
      tinySheet(one, {
        after: `<mergeCells>${Array.from({ length: 50_000 }, (_, at) => `<mergeCell ref="A${at + 2}:B${at + 2}"/>`).join("")}</mergeCells>`,
      }),
    "read",
  ),
  file("D12", "row 99999999999", () => tinySheet(`<row r="99999999999"><c><v>1</v></c></row>`), "E-IMP-42"),
  file("D12", "row -1", () => tinySheet(`<row r="-1"><c><v>1</v></c></row>`), "E-IMP-42"),
  file("D12", "column XFE", () => tinySheet(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), "E-IMP-42"),
  file("D12", ".xlsb row 4,000,000,000", () => zip(xlsbParts([xlsbRow(4_000_000_000)])), "E-IMP-42"),
  file("D12", "XML of 2003 that goes back", () => xmlBytes(`<Row ss:Index="9"/><Row ss:Index="1"/>`), "E-IMP-42"),
  file(
    "D13",
    "text that is not there",
    () => tinySheet(`<row><c t="s"><v>7</v></c></row>`, { sharedStrings: "<si><t>甲</t></si>" }),
    "E-IMP-41",
  ),
  file(
    "D13",
    "format that is not there",
    () => tinySheet(`<row><c s="9"><v>1</v></c></row>`, { styles: "<cellXfs><xf/></cellXfs>" }),
    "E-IMP-41",
  ),
  file("D13", ".xls text that is not there", () => xls([cells.shared(0, 0, 99)], [sharedStrings(["甲"])]), "E-IMP-41"),
  file(
    "D13",
    ".xls that claims four thousand million texts",
    () =>
      xls([cells.shared(0, 0, 0)], [record(0xfc, fields(["u32", 0xff_ff_ff_ff], ["u32", 0xff_ff_ff_ff], wide("甲")))]),
    "read",
  ),
  file("D14", "sheet missing", () => zip(parts.filter(({ name }) => !name.includes("sheet1"))), "E-IMP-40"),
  file(
    "D14",
    "relationships missing",
    () => zip(parts.filter(({ name }) => !name.includes("workbook.xml.rels"))),
    "E-IMP-40",
  ),
  file("D14", "sheets all blank", () => tinyWorkbook({ sheets: ["", ""] }), "E-IMP-48"),
  file(
    "D15",
    "200,001 rows",
    () => tinySheet(many(200_001, "<row><c><v>1</v></c></row>"), { packed: true }),
    "E-IMP-44",
    { lifted: { rows: none } },
  ),
  file(
    "D15",
    ".ods row repeated a million times",
    () =>
      odsBytes(
        `<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="500"/></table:table-row>`,
      ),
    "E-IMP-44",
    { lifted: { rows: none } },
  ),
  file("D15", "web page of 200,001 rows", () => Buffer.from(`<table>${many(200_001, "<tr><td>1")}`), "E-IMP-44", {
    lifted: { rows: none },
  }),
  file(
    "D16",
    "cell of 14 million characters",
    () => tinySheet(text(`<t>${many(14_000_000, "长")}</t>`), { packed: true }),
    "E-IMP-43",
    { lifted: { cellCharacters: none, xmlTokenCharacters: none, ratio: none } },
  ),
  file("D16", "100,000 runs of formatted text", () => tinySheet(text(many(100_000, "<r><t>长</t></r>"))), "E-IMP-43", {
    lifted: { cellCharacters: none },
  }),
  file(
    "D16",
    ".xls cell of 60,000 characters",
    () =>
      xls(
        [cells.shared(0, 0, 0)],
        [
          record(0xfc, fields(["u32", 1], ["u32", 1], ["u16", 60_000], ["u8", 0], Buffer.alloc(8_000, 65))),
          ...Array.from({ length: 7 }, () => record(0x3c, Buffer.concat([Buffer.from([0]), Buffer.alloc(8_000, 65)]))),
        ],
      ),
    "E-IMP-43",
    { lifted: { cellCharacters: none } },
  ),
  file(
    "D16",
    "web page cell of 14 million characters",
    () => Buffer.from(`<table><tr><td>${many(14_000_000, "长")}`),
    "E-IMP-43",
    { lifted: { cellCharacters: none } },
  ),
  file(
    "D16",
    "one long text used 600,000 times",
    () =>
      tinySheet(many(1_200, `<row>${many(500, `<c t="s"><v>0</v></c>`)}</row>`), {
        sharedStrings: `<si><t>${many(32_000, "长")}</t></si>`,
        packed: true,
      }),
    "E-IMP-47",
    { lifted: { totalCharacters: none } },
  ),
  file(
    "D16",
    "one long text used 600,000 times, in a form that only the XML parser reads",
    () =>
      tinySheet(many(1_200, `<row>${many(500, `<c t='s'><v>0</v></c>`)}</row>`), {
        sharedStrings: `<si><t>${many(32_000, "长")}</t></si>`,
        packed: true,
      }),
    "E-IMP-47",
    { lifted: { totalCharacters: none } },
  ),
  file("D17", "number format of 100,000 brackets", () => styled(many(100_000, "[")), "read"),
  file("D17", "number format of 100,000 quotes and stars", () => styled(many(50_000, "&quot;*")), "read"),
  file(
    "D18",
    "formulas that call out",
    () =>
      tinySheet(
        `<row><c t="str"><f>WEBSERVICE("http://outside.invalid")</f><v>甲</v></c><c t="str"><f>cmd|'/c calc'!A1</f><v>乙</v></c></row>`,
      ),
    "read",
  ),
  file(
    "D18",
    "macros and links to other books",
    () =>
      zip([
        ...parts,
        { name: "xl/vbaProject.bin", data: "x" },
        { name: "xl/externalLinks/externalLink1.xml", data: "<x/>" },
      ]),
    "read",
  ),
  file("D19", "formula that was never worked out", () => tinySheet(`<row><c><f>1+1</f></c></row>`), "read"),
  file(
    "D20",
    "1e999, NaN, errors, dates before time",
    () => tinySheet(`<row><c><v>1e999</v></c><c><v>NaN</v></c><c t="e"><v>#REF!</v></c><c><v>-1</v></c></row>`),
    "read",
  ),
  file(
    "D20",
    ".xls numbers that are none",
    () => xls([cells.number(0, 0, Number.NaN), cells.number(0, 1, Number.NEGATIVE_INFINITY)]),
    "read",
  ),
  file(
    "D21",
    "controls, direction marks, NUL",
    () => tinySheet(text("<t>甲\u202e乙\u200b_x0000_&#0;_xFFFE_丙</t>")),
    "read",
  ),
  file("D21", ".xls texts with NUL and half characters", () => xls([cells.label(0, 0, "甲\0乙\ud800")]), "read"),
  file("D21", ".xlsb text with NUL", () => zip(xlsbParts([xlsbRow(0), xlsbCell(6, 0, wide32("甲\0乙"))])), "read"),
];

export const limitsOff: ReadingLimits = {
  ...(Object.fromEntries(Object.keys(readingLimits).map((name) => [name, none])) as unknown as ReadingLimits),
  checksums: false,
};
