import { SaxesParser } from "saxes";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";

// Reads the formats back with nothing of the renderers' own, so that a renderer cannot vouch for itself.

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
}

/** Every element in order. Throws where the text is not well-formed XML. */
export function elements(xml: string): XmlElement[] {
  const found: XmlElement[] = [];
  parse(xml, { open: (element) => found.push(element) });
  return found;
}

interface Events {
  open?: (element: XmlElement) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

function parse(xml: string, { open, close, text }: Events): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => open?.({ name, attributes }));
  parser.on("closetag", ({ name }) => close?.(name));
  parser.on("text", (words) => text?.(words));
  parser.write(xml).close();
}

/** The XML parts of a Word file by path. */
export async function docxParts(docx: Uint8Array): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    fromBuffer(Buffer.from(docx), { lazyEntries: true }, (error, file) => (error ? fail(error) : done(file))),
  );
  const parts = new Map<string, string>();
  return new Promise((done, fail) => {
    zip.on("error", fail);
    zip.on("end", () => done(parts));
    zip.on("entry", (entry: Entry) => {
      if (!/\.(xml|rels)$/.test(entry.fileName)) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

/** Lines of word/document.xml: a paragraph each, the cells of a row parted by tabs; page breaks are no line. */
export function docxText(xml: string): string {
  return lines(xml, { paragraph: ["w:p"], row: "w:tr", cell: ["w:tc"], words: ["w:t"], pageBreak: "w:br" });
}

export function htmlText(html: string): string {
  const body = html.slice(html.indexOf("<main>"), html.indexOf("</main>") + "</main>".length);
  return lines(body, {
    paragraph: ["p", "h1", "h2", "h3", "h4", "h5"],
    row: "tr",
    cell: ["td", "th"],
    words: null,
    pageBreak: "div",
  });
}

interface Names {
  paragraph: readonly string[];
  row: string;
  cell: readonly string[];
  /** Only text inside these counts; all text inside a paragraph or cell where null. */
  words: readonly string[] | null;
  pageBreak: string;
}

function lines(xml: string, names: Names): string {
  const found: string[] = [];
  let line: string | null = null;
  let row: string[] | null = null;
  let hasBreak = false;
  let isWords = false;
  parse(xml, {
    open: ({ name }) => {
      if (name === names.row) row = [];
      if ((names.paragraph.includes(name) && !row) || (names.cell.includes(name) && row)) {
        line = "";
        hasBreak = false;
      }
      if (name === names.pageBreak) hasBreak = true;
      if (names.words?.includes(name)) isWords = true;
    },
    text: (words) => {
      if (line !== null && (names.words === null || isWords)) line += words;
    },
    close: (name) => {
      if (names.words?.includes(name)) isWords = false;
      if (names.cell.includes(name) && row) {
        row.push(line ?? "");
        line = null;
      } else if (names.paragraph.includes(name) && !row) {
        if (!(hasBreak && line === "")) found.push(line ?? "");
        line = null;
      }
      if (name === names.row && row) {
        found.push(row.join("\t"));
        row = null;
      }
    },
  });
  return found.map((each) => `${each}\n`).join("");
}
