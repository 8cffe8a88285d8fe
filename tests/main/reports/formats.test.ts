import { describe, expect, it, vi } from "vitest";
import { asDocx } from "../../../main/reports/asDocx.ts";
import { asHtml } from "../../../main/reports/asHtml.ts";
import { asText } from "../../../main/reports/asText.ts";
import { resolve } from "../../../main/reports/resolve.ts";
import { resolvedInlinesOf } from "../../../shared/report/walk.ts";
import type { ResolvedFigure } from "../../../shared/report/document.ts";
import { golden, goldenAsk, GOLDEN_TEXT } from "./golden.ts";
import { docxParts, docxText, elements, htmlText } from "./readBack.ts";

const resolved = await resolve(golden, goldenAsk());
const docx = await asDocx(resolved);
const parts = await docxParts(docx);

describe("the golden report", () => {
  it("says the same in every format", () => {
    expect(asText(resolved)).toBe(GOLDEN_TEXT);
    expect(htmlText(asHtml(resolved))).toBe(GOLDEN_TEXT);
    expect(docxText(parts.get("word/document.xml") ?? "")).toBe(GOLDEN_TEXT);
  });

  it("computes the state of every figure", () => {
    const figures = new Map(
      [...resolvedInlinesOf(resolved)]
        .filter((each): each is ResolvedFigure => "id" in each)
        .map((each) => [each.id, each]),
    );
    const state = (id: string) => figures.get(id)?.state;
    expect([state("f1"), state("f9"), state("f10"), state("r1"), state("t1")]).toEqual([
      "live",
      "accepted",
      "stale",
      "stale",
      "stale",
    ]);
    expect(figures.get("f10")).toMatchObject({ text: "4家", now: "5家", value: 5 });
    expect(figures.get("f8")).toMatchObject({ empty: true, value: null });
    expect(figures.get("f7")).toMatchObject({ empty: false, value: 0 });
    expect(figures.get("r2")?.records).toHaveLength(5);
    expect(figures.get("r4")).toMatchObject({ value: 2 });
  });
});

describe("the Word file", () => {
  it("has only well-formed parts", () => {
    expect(parts.size).toBeGreaterThan(8);
    for (const xml of parts.values()) expect(() => elements(xml)).not.toThrow();
  });

  it("gives every table its grid, a fixed layout and a heading row that repeats", () => {
    const all = elements(parts.get("word/document.xml") ?? "");
    const tables = all.filter((each) => each.name === "w:tbl").length;
    expect(tables).toBe(1);
    expect(all.filter((each) => each.name === "w:tblGrid")).toHaveLength(tables);
    const widths = all.filter((each) => each.name === "w:gridCol").map((each) => Number(each.attributes["w:w"]));
    expect(widths).toHaveLength(3);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1588 - 1474);
    expect(all.find((each) => each.name === "w:tblLayout")?.attributes["w:type"]).toBe("fixed");
    expect(all.filter((each) => each.name === "w:tblHeader")).toHaveLength(tables);
  });

  it("marks every figure with a bookmark that leads to its metric", () => {
    const marks = elements(parts.get("word/document.xml") ?? "").filter((each) => each.name === "w:bookmarkStart");
    const figures = [...resolvedInlinesOf(resolved)].filter((each) => "id" in each);
    expect(marks).toHaveLength(figures.length);
    const custom = parts.get("docProps/custom.xml") ?? "";
    for (const mark of marks) expect(custom).toContain(`name="${mark.attributes["w:name"]}"`);
    expect(custom).toContain("figure:companies:f1");
  });

  it("uses real styles with outline levels", () => {
    const styles = parts.get("word/styles.xml") ?? "";
    for (const name of ["Normal", "Title", "一级标题", "二级标题", "三级标题", "四级标题", "公文正文"]) {
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    }
    expect(
      elements(styles)
        .filter((each) => each.name === "w:outlineLvl")
        .map((each) => each.attributes["w:val"]),
    ).toEqual(expect.arrayContaining(["0", "1", "2", "3"]));
  });

  it("names neither tools nor people, and nothing outside itself", () => {
    const all = [...parts.values()].join("");
    expect(all).not.toMatch(/Un-named|docx|dolanmiu/i);
    expect(all).not.toContain('TargetMode="External"');
    expect(parts.get("docProps/core.xml")).toContain("<dc:creator>示例区科技局</dc:creator>");
  });

  it("comes out byte for byte the same again", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    try {
      expect(Buffer.compare(Buffer.from(await asDocx(resolved)), Buffer.from(docx))).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("the print page", () => {
  const html = asHtml(resolved);

  it("is well-formed, self-contained and carries its figures", () => {
    const all = elements(html.replace("<!DOCTYPE html>", ""));
    expect(all.some((each) => each.name === "script" || each.name === "link" || each.name === "img")).toBe(false);
    const figures = all.filter((each) => each.attributes["data-figure"] !== undefined);
    expect(figures).toHaveLength([...resolvedInlinesOf(resolved)].filter((each) => "id" in each).length);
    expect(figures.find((each) => each.attributes["data-figure"] === "f10")?.attributes).toMatchObject({
      "data-state": "stale",
      "data-now": "5家",
    });
  });

  it("lets no text become markup", () => {
    expect(html).not.toContain("<b>&amp;");
    expect(html).toContain("引言&lt;b&gt;&amp;amp;&quot;&#39;》");
  });
});
