import type { ResolvedDocument } from "../../shared/report/document.ts";
import { printed, type Printed } from "./printed.ts";
import type { Span } from "./span.ts";

/** Plain text: a line for each paragraph, the cells of a table row parted by tabs. */
export function asText(document: ResolvedDocument): string {
  return printed(document)
    .flatMap((block) => linesOf(block))
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf(block: Printed): string[] {
  switch (block.kind) {
    case "paragraph":
      return [words(block.spans)];
    case "table":
      return [
        block.columns.map((column) => column.heading).join("\t"),
        ...block.rows.map((row) => row.map(words).join("\t")),
      ];
    case "pageBreak":
      return [];
  }
}

function words(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join("");
}
