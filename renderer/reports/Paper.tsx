import { createElement, Fragment, type ReactElement } from "react";
import type { ResolvedBlock, ResolvedDocument, ResolvedInline, ResolvedSection } from "../../shared/report/document.ts";

interface Choice {
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** The report as it will print, on one long sheet; figures can be clicked. Word and the print page decide page breaks. */
export function Paper({ document, ...choice }: { document: ResolvedDocument } & Choice): ReactElement {
  return (
    <article className="paper" lang="zh-CN">
      <h1 id="section-opening">
        <Inlines inlines={document.title} {...choice} />
      </h1>
      {document.opening.map((block) => (
        <BlockView key={block.id} block={block} {...choice} />
      ))}
      {document.sections.map((section) => (
        <SectionView key={section.id} section={section} {...choice} />
      ))}
      {document.signature === undefined ? null : (
        <div className="paper-signature">
          <div>{document.signature.office}</div>
          <div>{document.signature.date}</div>
        </div>
      )}
    </article>
  );
}

function SectionView({ section, ...choice }: { section: ResolvedSection } & Choice): ReactElement {
  const { level, style, number, heading, blocks, sections } = section;
  const words = (
    <>
      {number}
      <Inlines inlines={heading} {...choice} />
    </>
  );
  const [first, ...rest] = blocks;
  const runIn = style === "runIn" && first?.kind === "paragraph" ? first : null;
  return (
    <section id={`section-${section.id}`}>
      {style === "ownLine" ? <Heading level={level}>{words}</Heading> : null}
      {runIn === null ? null : (
        <p>
          <span className={`paper-lead level-${level}`}>{words}</span>
          <Inlines inlines={[...(runIn.lead ?? []), ...runIn.inlines]} {...choice} />
        </p>
      )}
      {style === "runIn" && runIn === null ? <p className={`paper-lead level-${level}`}>{words}</p> : null}
      {(runIn === null ? blocks : rest).map((block) => (
        <BlockView key={block.id} block={block} {...choice} />
      ))}
      {sections.map((inner) => (
        <SectionView key={inner.id} section={inner} {...choice} />
      ))}
    </section>
  );
}

function Heading({ level, children }: { level: 1 | 2 | 3 | 4; children: ReactElement }): ReactElement {
  if (level === 1) return <h2>{children}</h2>;
  if (level === 2) return <h3>{children}</h3>;
  return level === 3 ? <h4>{children}</h4> : <h5>{children}</h5>;
}

function BlockView({ block, ...choice }: { block: ResolvedBlock } & Choice): ReactElement {
  if (block.kind === "pageBreak") return <hr />;
  if (block.kind === "table") return <TableView block={block} {...choice} />;
  return (
    <p>
      {block.lead === undefined ? null : (
        <span className="paper-lead level-2">
          <Inlines inlines={block.lead} {...choice} />
        </span>
      )}
      <Inlines inlines={block.inlines} {...choice} />
    </p>
  );
}

// Rows and inlines have no names of their own and never move while shown, so they are given as children, not as a keyed
// list.

function TableView({ block, ...choice }: { block: Extract<ResolvedBlock, { kind: "table" }> } & Choice): ReactElement {
  const rows = block.rows.map((cells) =>
    createElement(
      "tr",
      null,
      ...cells.map((inlines) => createElement("td", null, <Inlines inlines={inlines} {...choice} />)),
    ),
  );
  return (
    <table>
      {block.caption === undefined ? null : <caption>{block.caption}</caption>}
      <thead>
        <tr>
          {block.columns.map(({ heading }) => (
            <th key={heading}>{heading}</th>
          ))}
        </tr>
      </thead>
      {createElement("tbody", null, ...rows)}
    </table>
  );
}

function Inlines({ inlines, ...choice }: { inlines: readonly ResolvedInline[] } & Choice): ReactElement {
  return createElement(Fragment, null, ...inlines.map((inline) => inlineView(inline, choice)));
}

function inlineView(inline: ResolvedInline, { chosen, onChoose }: Choice): ReactElement | string {
  if (inline.kind === "text") return inline.text;
  if (inline.kind === "hole") {
    return (
      <span className="hole" title={inline.hint}>
        {inline.text}
      </span>
    );
  }
  // A span with a button's role, because a real button does not break across lines as words do.
  return (
    <span
      role="button"
      tabIndex={0}
      aria-pressed={chosen === inline.id}
      className={`fig${chosen === inline.id ? " on" : ""}${inline.state === "stale" ? " stale" : ""}`}
      onClick={() => onChoose(inline.id)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onChoose(inline.id);
      }}
    >
      {inline.text}
    </span>
  );
}
