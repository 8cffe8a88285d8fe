import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedInline,
  ResolvedSection,
  TableBlock,
} from "../../shared/report/document.ts";
import { dateWords } from "../../shared/wording/dates.ts";
import type { Level, Span } from "./span.ts";
import { titleLines } from "./titleLines.ts";
import { printableText } from "../../shared/wording/printableText.ts";

// The report as it lies on paper, before any format: a flat row of paragraphs, tables and page breaks. Every format is an
// encoding of this row, which is why their texts cannot differ.

export type ParagraphStyle = "title" | `heading${Level}` | "body" | "caption" | "office" | "date";

export type Printed =
  | {
      readonly kind: "paragraph";
      readonly style: ParagraphStyle;
      readonly spans: readonly Span[];
      /** Its last line stands on the page of the next paragraph: no signature alone on a page. */
      readonly keepNext?: true;
    }
  | {
      readonly kind: "table";
      readonly columns: TableBlock["columns"];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  | { readonly kind: "pageBreak" };

export type PrintedTable = Extract<Printed, { kind: "table" }>;
export type PrintedParagraph = Extract<Printed, { kind: "paragraph" }>;

export function printed(document: ResolvedDocument): Printed[] {
  const { title, opening, sections, signature } = document;
  const body = [...opening.flatMap((block) => printedBlock(block, 2)), ...sections.flatMap(printedSection)];
  return [
    { kind: "paragraph", style: "title", spans: titleLines(spans(title)) },
    ...(signature ? keptWithSignature(body) : body),
    ...(signature
      ? [
          { kind: "paragraph", style: "office", spans: [{ text: printableText(signature.office) }] } as const,
          { kind: "paragraph", style: "date", spans: [{ text: printableText(dateWords(signature.date)) }] } as const,
        ]
      : []),
  ];
}

function keptWithSignature(body: readonly Printed[]): Printed[] {
  const last = body.at(-1);
  return last?.kind === "paragraph" ? [...body.slice(0, -1), { ...last, keepNext: true }] : [...body];
}

function printedSection(section: ResolvedSection): Printed[] {
  const { level, style, number, heading, blocks, sections } = section;
  const below = Math.min(level + 1, 4) as Level;
  const words: Span[] = [{ text: number }, ...spans(heading)];
  const inner = sections.flatMap(printedSection);
  if (style === "none") return [...blocks.flatMap((block) => printedBlock(block, below)), ...inner];
  if (style === "ownLine") {
    const line: Printed = { kind: "paragraph", style: `heading${level}`, spans: words };
    return [line, ...blocks.flatMap((block) => printedBlock(block, below)), ...inner];
  }
  const lead = [...words, { text: "。" }].map((span) => ({ ...span, lead: level }));
  const [first, ...rest] = blocks;
  const others = rest.flatMap((block) => printedBlock(block, below));
  if (first?.kind === "paragraph") {
    const [paragraph] = printedBlock(first, below);
    const own = paragraph?.kind === "paragraph" ? paragraph.spans : [];
    return [{ kind: "paragraph", style: "body", spans: [...lead, ...own] }, ...others, ...inner];
  }
  const alone: Printed = { kind: "paragraph", style: "body", spans: lead };
  return [alone, ...(first ? printedBlock(first, below) : []), ...others, ...inner];
}

function printedBlock(block: ResolvedBlock, level: Level): Printed[] {
  switch (block.kind) {
    case "paragraph": {
      const lead = spans(block.lead ?? []).map((span) => ({ ...span, lead: level }));
      return [{ kind: "paragraph", style: "body", spans: [...lead, ...spans(block.inlines)] }];
    }
    case "table": {
      const caption: Printed[] = block.caption
        ? [{ kind: "paragraph", style: "caption", spans: [{ text: printableText(block.caption) }] }]
        : [];
      const columns = block.columns.map((column) => ({ ...column, heading: printableText(column.heading) }));
      // A short row still has all its cells.
      const rows = block.rows.map((row) => columns.map((_, index) => spans(row[index] ?? [])));
      return [...caption, { kind: "table", columns, rows }];
    }
    case "pageBreak":
      return [{ kind: "pageBreak" }];
  }
}

function spans(inlines: readonly ResolvedInline[]): Span[] {
  return inlines.map((inline) => {
    const text = printableText(inline.text);
    if (inline.kind === "text") return { text };
    return inline.kind === "hole" ? { text, isHole: true } : { text, figure: inline };
  });
}
