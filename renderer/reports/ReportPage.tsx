import { Button, Skeleton } from "antd";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { ResolvedDocument, ResolvedFigure } from "../../shared/report/document.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { FigureEvidence } from "./FigureEvidence.tsx";
import { figuresOf } from "./figuresOf.ts";
import { Outline } from "./Outline.tsx";
import { Outputs } from "./Outputs.tsx";
import { Paper } from "./Paper.tsx";
import "./report.css";

/** The draft of the chosen year: outline, the page as it will print, and the evidence of the figure clicked. */
export function ReportPage(): ReactElement {
  const { year, asOf } = useScope();
  const draft = useQuery("reports", "draft", { year, asOf });
  const [outlined, setOutlined] = useState(false);
  const figures = useMemo(() => (draft.data === undefined ? [] : figuresOf(draft.data)), [draft.data]);
  const backed = figures.filter(({ records }) => records.length > 0).length;

  return (
    <Page
      title={`${year} 年总结与 ${year + 1} 年计划`}
      aside={
        draft.data === undefined ? null : (
          <>
            <Tag>初稿</Tag>
            <Tag tone={backed === figures.length ? "ok" : "warn"}>
              有出处 {backed} / 共 {figures.length}
            </Tag>
          </>
        )
      }
      actions={
        <>
          {/* Shown where the window is too narrow for three panes. */}
          <Button className="outline-toggle" aria-expanded={outlined} onClick={() => setOutlined(!outlined)}>
            提纲
          </Button>
          <Outputs year={year} asOf={asOf} ready={draft.data !== undefined} />
        </>
      }
    >
      <Trouble error={draft.error} />
      {draft.data === undefined ? (
        draft.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        <Panes document={draft.data} figures={figures} outlined={outlined} onGo={() => setOutlined(false)} />
      )}
    </Page>
  );
}

interface PanesProps {
  readonly document: ResolvedDocument;
  readonly figures: readonly ResolvedFigure[];
  readonly outlined: boolean;
  readonly onGo: () => void;
}

function Panes({ document, figures, outlined, onGo }: PanesProps): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const figure = figures.find(({ id }) => id === chosen) ?? null;
  useEffect(() => {
    // Windows opened from the evidence take the key for themselves.
    const close = (event: KeyboardEvent): void => {
      if (
        event.key === "Escape" &&
        !event.defaultPrevented &&
        window.document.querySelector(".ant-modal-wrap") === null
      )
        setChosen(null);
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, []);
  return (
    <div className={`report-panes${outlined ? " outlined" : ""}${figure === null ? "" : " evident"}`}>
      <Outline document={document} onGo={onGo} />
      <div className="report-desk">
        <Paper document={document} chosen={chosen} onChoose={setChosen} />
      </div>
      <aside className="card report-evidence" aria-label="依据">
        {figure === null ? (
          <div className="blank-state">点一下正文里带虚线的数字或名单，这里显示它怎么来的。</div>
        ) : (
          <FigureEvidence key={figure.id} figure={figure} onClose={() => setChosen(null)} />
        )}
      </aside>
    </div>
  );
}
