import { expect, test } from "vitest";
import { sniff } from "../../../../main/importing/reading/sniff.ts";
import { zip } from "../../../support/zip.ts";
import { refusalHere } from "./readHere.ts";

const ole = Buffer.from("d0cf11e0a1b11ae10000", "hex");

test.each([
  ["nothing", "", "E-IMP-01"],
  ["a PDF", "%PDF-1.7\n%âãÏÓ", "E-IMP-11"],
  ["an old workbook", ole, "ole"],
  ["a bare BIFF stream", Buffer.from("0908080000051000", "hex"), "biff"],
  ["a stream of Excel 4", Buffer.from("0904060000001000", "hex"), "E-IMP-13"],
  ["a web page", "\uFEFF\n\n<!-- 导出 -->\n<HTML><table>", "html"],
  ["a page that is only a table", " <table border=1><tr><td>甲", "html"],
  ["an XHTML page", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"],
  [
    "an XML workbook of 2003",
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    "xml",
  ],
  ["some XML", '<?xml version="1.0"?><Workbook>', "E-IMP-18"],
  ["a page packed as a mail", "MIME-Version: 1.0\nX: y", "E-IMP-15"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "E-IMP-19"],
  ["RTF", "{\\rtf1\\ansi", "E-IMP-12"],
  ["a RAR archive", Buffer.from("526172211a070100", "hex"), "E-IMP-20"],
  ["text that begins like a picture", "BM 编号,名称\n", "text"],
  ["a CSV with markup in it", '"甲";"<a href=x>乙</a>"', "text"],
  ["an archive", zip([{ name: "a", data: "" }]), "zip"],
])("%s", (_what, bytes, content) => expect(sniff(Buffer.from(bytes))).toBe(content));

test.each([
  ["word/document.xml", "E-IMP-12"],
  ["ppt/presentation.xml", "E-IMP-12"],
  ["xl/workbook.bin", "E-IMP-40"],
  ["META-INF/manifest.xml", "E-IMP-17"],
  ["名单.xlsx", "E-IMP-20"],
])("an archive with %s", async (name, code) => expect((await refusalHere(zip([{ name, data: "" }]))).code).toBe(code));

test("bytes that are no text are damaged, one sentence is no table", async () => {
  expect((await refusalHere(Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7) % 256)))).code).toBe(
    "E-IMP-10",
  );
  expect((await refusalHere("Attachment a.xls not found!")).code).toBe("E-IMP-48");
});
