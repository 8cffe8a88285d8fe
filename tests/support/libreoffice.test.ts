import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, PageBreak, Paragraph, TextRun } from "docx";
import { afterAll, expect, test } from "vitest";
import { hasLibreOffice, pageFonts, pagePictures, pageTexts, toPdf } from "./libreoffice.ts";

const folder = mkdtempSync(join(tmpdir(), "keji-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (text: string, eastAsia: string) =>
  new TextRun({ text, font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia, hint: "eastAsia" } });

test.runIf(hasLibreOffice())("a Word file becomes text, pictures and the fonts that stand in", async () => {
  const faces = ["仿宋_GB2312", "楷体", "宋体", "方正小标宋简体"].map(
    (face) => new Paragraph({ children: [run(`${face} 2012`, face)] }),
  );
  const second = new Paragraph({ children: [new PageBreak(), run("黑体在第二页", "黑体")] });
  const word = join(folder, "faces.docx");
  writeFileSync(word, await Packer.toBuffer(new Document({ sections: [{ children: [...faces, second] }] })));
  const pdf = await toPdf(word, folder);
  const pages = await pageTexts(pdf);
  expect(pages).toHaveLength(2);
  expect(pages[0]?.trim().split(/\s*\n\s*/)).toEqual([
    "仿宋_GB2312 2012",
    "楷体 2012",
    "宋体 2012",
    "方正小标宋简体 2012",
  ]);
  expect(pages[1]).toContain("黑体在第二页");
  // The faces of a collection share their outlines, and the PDF names them after the first.
  const fonts = (await pageFonts(pdf)).map((name) => name.replace(/CJK.*/, "CJK"));
  expect(fonts).toEqual(["LiberationSerif", "NotoSansCJK", "NotoSerifCJK"]);
  const pictures = await pagePictures(pdf, folder);
  expect(pictures.map((path) => readFileSync(path).subarray(1, 4).toString())).toEqual(["PNG", "PNG"]);
});

test.runIf(hasLibreOffice())("a file that is missing is said to have made no PDF", async () => {
  await expect(toPdf(join(folder, "nothing.docx"), folder)).rejects.toThrow(/no PDF|Command failed/);
});
