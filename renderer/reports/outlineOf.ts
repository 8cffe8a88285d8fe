import type { ResolvedBlock, ResolvedDocument, ResolvedInline, ResolvedSection } from "../../shared/report/document.ts";
import { wordsOf } from "./figuresOf.ts";

export interface OutlineItem {
  readonly id: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly title: string;
  /** Gaps that a person has to fill, in this section without its inner ones (those have lines of their own). */
  readonly holes: number;
  readonly figures: number;
  /** Figures without a record behind them. */
  readonly unbacked: number;
}

/** The sections of a report in reading order, each with its state; the paragraphs before them as the first. */
export function outlineOf({ opening, sections }: ResolvedDocument): OutlineItem[] {
  const first = { id: "opening", level: 1 as const, title: "标题与引言", ...stateOf(opening.flatMap(inlinesOf)) };
  return [first, ...sections.flatMap(itemsOf)];
}

function itemsOf(section: ResolvedSection): OutlineItem[] {
  const { id, level, number, heading, blocks, sections } = section;
  const words = wordsOf(heading).replace(/。$/, "");
  // Level by design: the unnumbered paragraph of problems has no heading of its own.
  const title = words === "" ? "存在问题" : `${number}${words}`;
  return [{ id, level, title, ...stateOf([...heading, ...blocks.flatMap(inlinesOf)]) }, ...sections.flatMap(itemsOf)];
}

function stateOf(inlines: readonly ResolvedInline[]): Pick<OutlineItem, "holes" | "figures" | "unbacked"> {
  const figures = inlines.filter((inline) => inline.kind !== "text" && inline.kind !== "hole");
  return {
    holes: inlines.filter(({ kind }) => kind === "hole").length,
    figures: figures.length,
    unbacked: figures.filter(({ records }) => records.length === 0).length,
  };
}

function inlinesOf(block: ResolvedBlock): ResolvedInline[] {
  if (block.kind === "paragraph") return [...(block.lead ?? []), ...block.inlines];
  return block.kind === "table" ? block.rows.flat(2) : [];
}
