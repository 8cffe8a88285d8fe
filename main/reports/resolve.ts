import { wholeYear, nodeScope } from "../../shared/report/nodeScope.ts";
import type { MetricValue, RecordRef } from "../../shared/metrics/definition.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import type { Ask } from "../../shared/report/ask.ts";
import type {
  Block,
  Inline,
  ReportDocument,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedFigure,
  ResolvedInline,
  ResolvedSection,
  Section,
} from "../../shared/report/document.ts";
import { headingNumber } from "../../shared/wording/chineseNumber.ts";
import { asOfWords } from "../../shared/wording/dates.ts";
import { printableText } from "../../shared/wording/printableText.ts";
import { figureWords, NO_DATA } from "./figureWords.ts";
import { rosterItems, rosterWords } from "./rosterWords.ts";

/** Turns nodes into words: the only step that asks. The state of a figure is computed here and stored nowhere. */
export async function resolve(document: ReportDocument, ask: Ask): Promise<ResolvedDocument> {
  const resolving: Resolving = { ask, scope: document.scope, year: document.year };
  const { year, scope, office, signature } = document;
  return {
    format: 1,
    title: await inlines(document.title, resolving),
    year,
    scope,
    opening: await blocks(document.opening, resolving),
    sections: await sections(document.sections, resolving),
    ...(office === undefined ? {} : { office }),
    ...(signature ? { signature } : {}),
  };
}

interface Resolving {
  readonly ask: Ask;
  readonly scope: Scope;
  readonly year: number;
}

async function sections(list: readonly Section[], resolving: Resolving): Promise<ResolvedSection[]> {
  const resolved: ResolvedSection[] = [];
  let position = 0;
  for (const { id, level, style, heading, part, blocks: inner, sections: below } of list) {
    if (style !== "none") position += 1;
    resolved.push({
      id,
      level,
      style,
      number: style === "none" ? "" : headingNumber(level, position),
      heading: style === "none" ? [] : await inlines(heading, resolving),
      ...(part === undefined ? {} : { part }),
      blocks: await blocks(inner, resolving),
      sections: await sections(below, resolving),
    });
  }
  return resolved;
}

async function blocks(list: readonly Block[], resolving: Resolving): Promise<ResolvedBlock[]> {
  const resolved: ResolvedBlock[] = [];
  for (const block of list) resolved.push(await resolveBlock(block, resolving));
  return resolved;
}

async function resolveBlock(block: Block, resolving: Resolving): Promise<ResolvedBlock> {
  switch (block.kind) {
    case "paragraph": {
      const { kind, id, lead } = block;
      const leadWords = lead && (await inlines(lead, resolving));
      return { kind, id, ...(leadWords ? { lead: leadWords } : {}), inlines: await inlines(block.inlines, resolving) };
    }
    case "table": {
      const rows: ResolvedInline[][][] = [];
      for (const row of block.rows) {
        const cells: ResolvedInline[][] = [];
        for (const cell of row) cells.push(await inlines(cell, resolving));
        rows.push(cells);
      }
      return { ...block, rows };
    }
    case "pageBreak":
      return block;
  }
}

async function inlines(list: readonly Inline[], resolving: Resolving): Promise<ResolvedInline[]> {
  const resolved: ResolvedInline[] = [];
  for (const inline of list) resolved.push(await resolveInline(inline, resolving));
  return resolved;
}

async function resolveInline(inline: Inline, { ask, scope, year }: Resolving): Promise<ResolvedInline> {
  switch (inline.kind) {
    case "text":
      return { kind: "text", text: printableText(inline.text) };
    case "year":
      return { kind: "text", text: String(year + inline.offset) };
    case "asOf":
      return { kind: "text", text: asOfWords(scope.asOf) };
    case "hole":
      return { kind: "hole", text: `〔待补：${printableText(inline.hint)}〕`, hint: inline.hint };
    case "figure": {
      const own = nodeScope(inline.scope, scope);
      const answer = await ask.figure(inline.metric, own);
      return evident(inline, own, answer, figureWords(answer, inline.display, own), answer.value, answer.records);
    }
    case "target": {
      const own = wholeYear(inline.year, scope);
      const answer = await ask.figure(inline.metric, own);
      return evident(inline, own, answer, figureWords(answer, inline.display, own), answer.value, answer.records);
    }
    case "roster": {
      const own = nodeScope(inline.scope, scope);
      const items = await rosterItems(inline, own, ask);
      const answer = await ask.figure(inline.metric, own);
      const text = items.length === 0 ? NO_DATA : rosterWords(inline, items);
      return evident(
        inline,
        own,
        answer,
        text,
        items.length === 0 ? null : items.length,
        items.map((item) => item.ref),
      );
    }
  }
}

function evident(
  node: Extract<Inline, { id: string }>,
  scope: Scope,
  answer: MetricValue,
  today: string,
  value: number | null,
  records: readonly RecordRef[],
): ResolvedFigure {
  const now = printableText(today);
  const { written } = node;
  const state = written === null ? "live" : written.text === now ? "accepted" : "stale";
  return {
    kind: node.kind,
    id: node.id,
    text: written === null ? now : printableText(written.text),
    metric: node.metric,
    scope,
    label: answer.label,
    unit: node.kind === "roster" ? "" : answer.unit,
    value,
    basis: answer.basis,
    records: records.map(({ ledger, id }) => ({ ledger, id })),
    missing: answer.missing.map(({ reason, records: count }) => ({ reason, records: count })),
    pending: answer.pending,
    empty: value === null,
    state,
    ...(state === "stale" ? { now } : {}),
  };
}
