import type {
  Block,
  Inline,
  ReportDocument,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedInline,
  ResolvedSection,
  Section,
} from "./document.ts";

/** Every inline of a document in printing order. */
export function* inlinesOf(document: ReportDocument): Generator<Inline> {
  yield* document.title;
  for (const block of document.opening) yield* inlinesOfBlock(block);
  for (const section of document.sections) yield* inlinesOfSection(section);
}

function* inlinesOfSection(section: Section): Generator<Inline> {
  yield* section.heading;
  for (const block of section.blocks) yield* inlinesOfBlock(block);
  for (const inner of section.sections) yield* inlinesOfSection(inner);
}

function* inlinesOfBlock(block: Block): Generator<Inline> {
  if (block.kind === "paragraph") {
    yield* block.lead ?? [];
    yield* block.inlines;
  }
  if (block.kind === "table") for (const row of block.rows) for (const cell of row) yield* cell;
}

/** Every inline of a resolved document in printing order. */
export function* resolvedInlinesOf(document: ResolvedDocument): Generator<ResolvedInline> {
  yield* document.title;
  for (const block of document.opening) yield* resolvedInlinesOfBlock(block);
  for (const section of document.sections) yield* resolvedInlinesOfSection(section);
}

function* resolvedInlinesOfSection(section: ResolvedSection): Generator<ResolvedInline> {
  yield* section.heading;
  for (const block of section.blocks) yield* resolvedInlinesOfBlock(block);
  for (const inner of section.sections) yield* resolvedInlinesOfSection(inner);
}

function* resolvedInlinesOfBlock(block: ResolvedBlock): Generator<ResolvedInline> {
  if (block.kind === "paragraph") {
    yield* block.lead ?? [];
    yield* block.inlines;
  }
  if (block.kind === "table") for (const row of block.rows) for (const cell of row) yield* cell;
}
