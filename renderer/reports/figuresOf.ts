import type { ResolvedDocument, ResolvedFigure, ResolvedInline } from "../../shared/report/document.ts";
import { resolvedInlinesOf } from "../../shared/report/walk.ts";

/** Every figure, roster and target of a resolved report, in reading order. */
export function figuresOf(document: ResolvedDocument): ResolvedFigure[] {
  return [...resolvedInlinesOf(document)].filter((inline) => inline.kind !== "text" && inline.kind !== "hole");
}

/** The words of some inlines. */
export function wordsOf(inlines: readonly ResolvedInline[]): string {
  return inlines.map(({ text }) => text).join("");
}
