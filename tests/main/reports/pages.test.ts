import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { asDocx } from "../../../main/reports/asDocx.ts";
import { asText } from "../../../main/reports/asText.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import type { ResolvedDocument } from "../../../shared/report/document.ts";
import { hasLibreOffice, pageTexts, toPdf } from "../../support/libreoffice.ts";
import { golden, goldenAsk } from "./golden.ts";

// The Word file on paper. Other programs than LibreOffice are looked at by hand.

const folder = mkdtempSync(join(tmpdir(), "keji-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pages(document: ResolvedDocument, name: string): Promise<string[][]> {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, await asDocx(document));
  return (await pageTexts(await toPdf(file, folder))).map((page) =>
    page.split("\n").filter((line) => line.trim() !== ""),
  );
}

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

describe.skipIf(!hasLibreOffice())("pages in LibreOffice", () => {
  it("hold 22 lines of 28 characters", async () => {
    const characters = "测".repeat(26 + 28 * 90);
    const [first, second, third, ...rest] = await pages(plain(characters), "plain");
    const lines = (page: string[] | undefined): number[] =>
      (page ?? []).filter((line) => !isPageNumber(line)).map((line) => line.length);
    // Title, an empty line, then the first line with its indent of two.
    expect(lines(first)).toEqual([4, 26, ...Array<number>(19).fill(28)]);
    expect(lines(second)).toEqual(Array<number>(22).fill(28));
    expect(lines(third)).toEqual(Array<number>(22).fill(28));
    expect(rest).toHaveLength(2);
  });

  it("number odd and even pages", async () => {
    const all = await pages(plain("测".repeat(28 * 50)), "numbers");
    expect(all.map((page) => page.filter(isPageNumber).map(bare))).toEqual([["—1—"], ["—2—"], ["—3—"]]);
  });

  it("say what the plain text says", async () => {
    const resolved = await resolve(golden, goldenAsk());
    // The PDF's reader takes a table by columns: it is compared by its characters below.
    const prose = { ...resolved, sections: resolved.sections.slice(0, 1) };
    const read = async (document: ResolvedDocument, name: string): Promise<string> =>
      bare(
        (await pages(document, name))
          .flat()
          .filter((line) => !isPageNumber(line))
          .join(""),
      );
    expect(await read(prose, "prose")).toBe(bare(asText(prose)));
    expect([...(await read(resolved, "golden"))].toSorted()).toEqual([...bare(asText(resolved))].toSorted());
  });
});
