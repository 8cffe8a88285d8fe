import type { ResolvedDocument, ResolvedFigure } from "../../shared/report/document.ts";
import { OFFICIAL_FONTS, type Fonts } from "./fonts.ts";
import { styleSheet } from "./asHtmlStyle.ts";
import { printed, type Printed, type PrintedTable } from "./printed.ts";
import type { Span } from "./span.ts";

/**
 * A page for print and preview: self-contained, no script, nothing from outside. Figures are
 * `<span class="fig" data-figure=ID data-metric=… data-state=…>`; the window hangs its evidence on them.
 * Well-formed as XML too.
 */
export function asHtml(document: ResolvedDocument, fonts: Fonts = OFFICIAL_FONTS): string {
  const title = escape(document.title.map((inline) => inline.text).join(""));
  const body = printed(document).map(element).join("\n");
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>${title}</title>
<style>
${styleSheet(fonts)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function element(block: Printed): string {
  switch (block.kind) {
    case "paragraph": {
      const tag = TAGS[block.style] ?? "p";
      return `<${tag} class="${block.style}">${block.spans.map(span).join("")}</${tag}>`;
    }
    case "table":
      return table(block);
    case "pageBreak":
      return `<div class="break"></div>`;
  }
}

const TAGS: Readonly<Record<string, string>> = {
  title: "h1",
  heading1: "h2",
  heading2: "h3",
  heading3: "h4",
  heading4: "h5",
};

function table({ columns, rows }: PrintedTable): string {
  const total = columns.reduce((sum, column) => sum + column.widthShare, 0);
  const widths = columns.map((column) => `<col style="width:${((100 * column.widthShare) / total).toFixed(2)}%"/>`);
  const heading = columns.map((column) => `<th>${escape(column.heading)}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) => `<td class="${columns[index]?.align}">${cell.map(span).join("")}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return [
    `<table><colgroup>${widths.join("")}</colgroup>`,
    `<thead><tr>${heading.join("")}</tr></thead>`,
    `<tbody>${lines.join("\n")}</tbody></table>`,
  ].join("\n");
}

function span({ text, lead, figure, isHole, breakBefore }: Span): string {
  const words = figure ? figureSpan(figure, text) : isHole ? `<span class="hole">${escape(text)}</span>` : escape(text);
  const faced = lead ? `<b class="lead${lead}">${words}</b>` : words;
  return breakBefore ? `<br/>${faced}` : faced;
}

function figureSpan(figure: ResolvedFigure, text: string): string {
  const { id, kind, metric, label, state, empty, now } = figure;
  const today = now === undefined ? "" : ` data-now="${escape(now)}"`;
  const classes = `fig ${kind} ${state}${empty ? " empty" : ""}`;
  return (
    `<span class="${classes}" data-figure="${escape(id)}" data-metric="${escape(metric)}" data-state="${state}"` +
    `${today} title="${escape(label)}">${escape(text)}</span>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
