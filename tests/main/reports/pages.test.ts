import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { asDocx } from "../../../main/reports/asDocx.ts";
import { asHtml } from "../../../main/reports/asHtml.ts";
import { asText } from "../../../main/reports/asText.ts";
import type { Fonts } from "../../../main/reports/fonts.ts";
import { draftResolved } from "../../../main/reports/draftResolved.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import type { ResolvedDocument } from "../../../shared/report/document.ts";
import { hasChromium, sharedChromium } from "../../support/chromium.ts";
import { hasLibreOffice, pageTexts, toPdfs } from "../../support/libreoffice.ts";
import { sampleProgram } from "../../support/program.ts";
import { golden, goldenAsk } from "./golden.ts";

// The Word file on paper. Other programs than LibreOffice are looked at by hand.

const folder = mkdtempSync(join(tmpdir(), "keji-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printPages(document: ResolvedDocument, name: string): Promise<string[][]> {
  const file = join(folder, `${name}.pdf`);
  const page = await (await sharedChromium()).newPage();
  try {
    await page.setContent(asHtml(document, NOTO), { waitUntil: "load" });
    await page.pdf({ path: file, preferCSSPageSize: true });
  } finally {
    await page.close();
  }
  return linesOf(await pageTexts(file));
}

const linesOf = (texts: readonly string[]): string[][] =>
  texts.map((page) => page.split("\n").filter((line) => line.trim() !== ""));

// Chromium asks fontconfig for faces by name; these are there wherever the page tests run.
const NOTO: Fonts = {
  title: "Noto Serif CJK SC",
  heading1: "Noto Sans CJK SC",
  heading2: "Noto Serif CJK SC",
  body: "Noto Serif CJK SC",
  pageNumber: "Noto Serif CJK SC",
  latin: "Liberation Serif",
};

const isPageNumber = (line: string): boolean => /^—\s*\d+\s*—$/.test(line.trim());
const bare = (text: string): string => text.replace(/\s/g, "");

const plain = (characters: string): ResolvedDocument => ({
  format: 1,
  title: [{ kind: "text", text: "版心样张" }],
  year: 2012,
  scope: yearScope(2012),
  opening: [{ kind: "paragraph", id: "p", inlines: [{ kind: "text", text: characters }] }],
  sections: [],
});

interface Paper {
  readonly document: ResolvedDocument;
  /** The lines of each page, blank ones left out. */
  readonly pages: readonly string[][];
}

async function documents() {
  const resolved = await resolve(golden, goldenAsk());
  return {
    lines: plain("测".repeat(26 + 28 * 90)),
    numbers: plain("测".repeat(28 * 50)),
    golden: resolved,
    // The PDF's reader takes a table by columns: only prose can be compared in its order.
    prose: { ...resolved, sections: resolved.sections.slice(0, 1) },
    sample: await draftResolved((await sampleProgram()).services.database().read, { year: 2012 }),
  };
}

type Name = keyof Awaited<ReturnType<typeof documents>>;
let laidOut: Promise<ReadonlyMap<string, Paper>> | undefined;

/** All documents are laid out together by the first test that asks: starting LibreOffice takes longer than any of them. */
async function layOut(): Promise<ReadonlyMap<string, Paper>> {
  const named = Object.entries<ResolvedDocument>(await documents());
  const files = await Promise.all(
    named.map(async ([name, document]) => {
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, await asDocx(document));
      return file;
    }),
  );
  const pdfs = await toPdfs(files, folder);
  const texts = await Promise.all(pdfs.map(pageTexts));
  return new Map(named.map(([name, document], at) => [name, { document, pages: linesOf(texts[at] ?? []) }]));
}

async function onPaper(name: Name): Promise<Paper> {
  laidOut ??= layOut();
  const paper = (await laidOut).get(name);
  if (paper === undefined) throw new Error(`${name} was not laid out`);
  return paper;
}

describe.skipIf(!hasLibreOffice())("pages in LibreOffice", () => {
  it("hold 22 lines of 28 characters", async () => {
    const [first, second, third, ...rest] = (await onPaper("lines")).pages;
    const lines = (page: string[] | undefined): number[] =>
      (page ?? []).filter((line) => !isPageNumber(line)).map((line) => line.length);
    // Title, an empty line, then the first line with its indent of two.
    expect(lines(first)).toEqual([4, 26, ...Array<number>(19).fill(28)]);
    expect(lines(second)).toEqual(Array<number>(22).fill(28));
    expect(lines(third)).toEqual(Array<number>(22).fill(28));
    expect(rest).toHaveLength(2);
  });

  it("number odd and even pages", async () => {
    const { pages } = await onPaper("numbers");
    expect(pages.map((page) => page.filter(isPageNumber).map(bare))).toEqual([["—1—"], ["—2—"], ["—3—"]]);
  });

  it("say what the plain text says", async () => {
    const said = ({ pages }: Paper): string =>
      bare(
        pages
          .flat()
          .filter((line) => !isPageNumber(line))
          .join(""),
      );
    const prose = await onPaper("prose");
    expect(said(prose)).toBe(bare(asText(prose.document)));
    // Tables too, by their characters.
    const whole = await onPaper("golden");
    expect([...said(whole)].toSorted()).toEqual([...bare(asText(whole.document))].toSorted());
  });
});

describe.skipIf(!hasLibreOffice())("the sample year on paper", () => {
  it("fills its pages with 22 lines and says what the plain text says", async () => {
    const { document, pages } = await onPaper("sample");
    const lines = pages.map((page) => page.filter((line) => !isPageNumber(line)));
    expect(bare(lines.flat().join(""))).toBe(bare(asText(document)));
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.length).toBeLessThanOrEqual(7);
    // The first page has 21: the line after the title is empty. A heading goes with its text to the next page.
    const counts = lines.slice(1, -1).map((page) => page.length);
    expect(counts.filter((count) => count !== 22 && count !== 21)).toEqual([]);
    expect(counts.filter((count) => count === 22).length).toBeGreaterThanOrEqual(counts.length - 1);
  });
});

describe.skipIf(!hasLibreOffice() || !hasChromium())("the print page in Chromium", () => {
  it("holds 22 lines of 28 characters and numbers its pages", async () => {
    const [, second, third] = await printPages(plain("测".repeat(26 + 28 * 70)), "print");
    const lines = (second ?? []).filter((line) => !isPageNumber(line));
    expect(lines.map((line) => line.length)).toEqual(Array<number>(22).fill(28));
    expect([second, third].map((page) => page?.filter(isPageNumber).map(bare))).toEqual([["—2—"], ["—3—"]]);
  });

  it("says what the plain text says", async () => {
    const resolved = await resolve(golden, goldenAsk());
    const prose = { ...resolved, sections: resolved.sections.slice(0, 1) };
    const printed = (await printPages(prose, "printGolden")).flat().filter((line) => !isPageNumber(line));
    expect(bare(printed.join(""))).toBe(bare(asText(prose)));
  });
});
