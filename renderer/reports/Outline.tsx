import type { ReactElement } from "react";
import type { ResolvedDocument } from "../../shared/report/document.ts";
import { Tag } from "../ui/Tag.tsx";
import { type OutlineItem, outlineOf } from "./outlineOf.ts";

/** Sections with their state: 待补 where something is missing. A click brings the section into view. */
export function Outline({ document, onGo }: { document: ResolvedDocument; onGo: () => void }): ReactElement {
  const go = (id: string): void => {
    window.document.getElementById(`section-${id}`)?.scrollIntoView({ block: "start" });
    onGo();
  };
  return (
    <nav className="card report-outline" aria-label="提纲">
      {outlineOf(document).map((item) => (
        <button
          type="button"
          key={item.id}
          className={`outline-item level-${item.level}`}
          title={item.title}
          onClick={() => go(item.id)}
        >
          <span>{item.title}</span>
          <State {...item} />
        </button>
      ))}
    </nav>
  );
}

function State({ holes, figures, unbacked }: OutlineItem): ReactElement | null {
  if (holes > 0) return <Tag tone="err">待补 {holes}</Tag>;
  if (unbacked > 0) return <Tag tone="warn">缺据 {unbacked}</Tag>;
  return figures === 0 ? null : <span className="quiet">{figures}</span>;
}
