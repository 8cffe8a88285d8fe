import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedFigure,
  ResolvedInline,
  ResolvedSection,
} from "../../shared/report/document.ts";

/** Every figure, roster and target of a resolved report, in reading order. */
export function figuresOf(document: ResolvedDocument): ResolvedFigure[] {
  return [...document.title, ...document.opening.flatMap(ofBlock), ...document.sections.flatMap(ofSection)].filter(
    (inline): inline is ResolvedFigure => inline.kind !== "text" && inline.kind !== "hole",
  );
}

function ofSection({ heading, blocks, sections }: ResolvedSection): ResolvedInline[] {
  return [...heading, ...blocks.flatMap(ofBlock), ...sections.flatMap(ofSection)];
}

function ofBlock(block: ResolvedBlock): ResolvedInline[] {
  if (block.kind === "paragraph") return [...(block.lead ?? []), ...block.inlines];
  return block.kind === "table" ? block.rows.flat(2) : [];
}

/** The words of some inlines. */
export function wordsOf(inlines: readonly ResolvedInline[]): string {
  return inlines.map(({ text }) => text).join("");
}
