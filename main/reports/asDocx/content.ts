import {
  AlignmentType,
  BorderStyle,
  BookmarkEnd,
  BookmarkStart,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ParagraphChild,
} from "docx";
import { printableText } from "../../../shared/wording/printableText.ts";
import type { Printed, PrintedParagraph, PrintedTable } from "../printed.ts";
import type { Span } from "../span.ts";
import { TWIPS } from "../page.ts";
import { LEAD_STYLES, STYLE_IDS, TABLE_HEADING_STYLE, TABLE_STYLE } from "./styles.ts";

/** Bookmark name → figure, for the document's custom properties. */
export type Marks = Map<string, string>;

/** The printed row as Word's own blocks; `marks` is filled with a bookmark for each figure. */
export function content(blocks: readonly Printed[], marks: Marks): (Paragraph | Table)[] {
  return blocks.map((block, index) => {
    switch (block.kind) {
      case "paragraph":
        return paragraph(block, marks);
      case "table":
        return table(block, marks);
      case "pageBreak":
        // Before the last block it would leave an empty page behind.
        return new Paragraph({ style: STYLE_IDS.body, children: index === blocks.length - 1 ? [] : [new PageBreak()] });
    }
  });
}

function paragraph({ style, spans, keepNext }: PrintedParagraph, marks: Marks): Paragraph {
  return new Paragraph({
    style: STYLE_IDS[style],
    ...(keepNext ? { keepNext } : {}),
    children: spans.flatMap((span) => runs(span, marks)),
  });
}

function runs(span: Span, marks: Marks): ParagraphChild[] {
  if (span.text === "") return [];
  const run = new TextRun({
    text: span.text,
    ...(span.breakBefore ? { break: 1 } : {}),
    ...(span.lead ? { style: LEAD_STYLES[span.lead] } : {}),
  });
  if (!span.figure) return [run];
  // A leading underscore hides the bookmark from Word's list; names may hold 40 characters, so the metric stands elsewhere.
  const name = `_keji_${marks.size + 1}`;
  marks.set(name, printableText(`${span.figure.kind}:${span.figure.metric}:${span.figure.id}`));
  // The library's own Bookmark counts across documents; numbers of our own keep the bytes of a report the same.
  const pair = [new BookmarkStart(name, marks.size), run, new BookmarkEnd(marks.size)];
  // Its types admit the two halves only inside its Bookmark, which writes exactly these three.
  return pair as unknown as ParagraphChild[];
}

function table({ columns, rows }: PrintedTable, marks: Marks): Table {
  const widths = columnWidths(columns.map((column) => column.widthShare));
  const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  const cell = (
    style: string,
    children: ParagraphChild[],
    align: "left" | "right" | "center",
    index: number,
  ): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [new Paragraph({ style, alignment: ALIGNMENTS[align], children })],
    });
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(TABLE_HEADING_STYLE, [new TextRun(column.heading)], "center", index)),
  });
  const lines = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, index) => {
          const children = (row[index] ?? []).flatMap((span) => runs(span, marks));
          return cell(TABLE_STYLE, children, column.align, index);
        }),
      }),
  );
  return new Table({
    // A table without a grid does not show in WPS.
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [heading, ...lines],
  });
}

const ALIGNMENTS = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/** Whole twips that add up to the text's width exactly. */
function columnWidths(shares: readonly number[]): number[] {
  const room = TWIPS.width - TWIPS.left - TWIPS.right;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((room * share) / total));
  const rest = room - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}
