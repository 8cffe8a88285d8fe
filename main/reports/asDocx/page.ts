import { AlignmentType, DocumentGridType, Footer, PageNumber, Paragraph, TextRun, type ISectionOptions } from "docx";
import { TWIPS } from "../page.ts";
import { FOOTER_STYLE } from "./styles.ts";

/** Everything about the page but what stands on it. Page numbers: odd pages right, even pages left, one character in. */
export function pageOptions(): Omit<ISectionOptions, "children"> {
  const { width, height, top, right, bottom, left, footer, line } = TWIPS;
  return {
    properties: {
      page: {
        size: { width, height },
        margin: { top, right, bottom, left, header: 0, footer, gutter: 0 },
      },
      // A grid of lines only: with a grid of characters LibreOffice gives each character two cells.
      grid: { type: DocumentGridType.LINES, linePitch: line },
    },
    footers: {
      default: new Footer({ children: [pageNumber(AlignmentType.RIGHT, { right: 280 })] }),
      even: new Footer({ children: [pageNumber(AlignmentType.LEFT, { left: 280 })] }),
    },
  };
}

function pageNumber(
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  indent: { left?: number; right?: number },
): Paragraph {
  return new Paragraph({
    style: FOOTER_STYLE,
    alignment,
    indent,
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
  });
}
