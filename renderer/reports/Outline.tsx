import type { ReactElement } from "react";
import type { ResolvedBlock, ResolvedDocument, ResolvedSection } from "../../shared/report/document.ts";
import { wordsOf } from "./figuresOf.ts";

/** Sections with their state: 待补 where something is missing. A click brings the section into view. */
export function Outline({ document }: { document: ResolvedDocument }): ReactElement {
  return (
    <nav className="card report-outline" aria-label="提纲">
      {document.sections
        .flatMap((section) => [section, ...section.sections])
        .map((section) => (
          <button
            type="button"
            key={section.id}
            className={`outline-item level-${section.level}`}
            onClick={() => window.document.getElementById(`section-${section.id}`)?.scrollIntoView({ block: "start" })}
          >
            <span>{titleOf(section)}</span>
            {holes(section) === 0 ? null : <span className="tag err">待补 {holes(section)}</span>}
          </button>
        ))}
    </nav>
  );
}

function titleOf(section: ResolvedSection): string {
  const heading = wordsOf(section.heading).replace(/。$/, "");
  return heading === "" ? "存在问题" : `${section.number}${heading}`;
}

function holes({ blocks }: ResolvedSection): number {
  return blocks.flatMap(inlinesOf).filter(({ kind }) => kind === "hole").length;
}

function inlinesOf(block: ResolvedBlock): { kind: string }[] {
  if (block.kind === "paragraph") return [...(block.lead ?? []), ...block.inlines];
  return block.kind === "table" ? block.rows.flat(2) : [];
}
