import { App, Button, Dropdown, Skeleton, Space } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import type { ResolvedDocument, ResolvedFigure } from "../../shared/report/document.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { FigureEvidence } from "./FigureEvidence.tsx";
import { figuresOf } from "./figuresOf.ts";
import { Outline } from "./Outline.tsx";
import { Paper } from "./Paper.tsx";
import "./report.css";

/** The draft of the chosen year: outline, the page as it will print, and the evidence of the figure clicked. */
export function ReportPage(): ReactElement {
  const { year, asOf } = useScope();
  const draft = useQuery("reports", "draft", { year, asOf });
  const [chosen, setChosen] = useState<string | null>(null);
  const figures = useMemo(() => (draft.data === undefined ? [] : figuresOf(draft.data)), [draft.data]);
  const figure = figures.find(({ id }) => id === chosen) ?? null;
  const backed = figures.filter(({ records }) => records.length > 0).length;

  return (
    <Page
      title={`${year} 年总结与 ${year + 1} 年计划`}
      aside={
        draft.data === undefined ? null : (
          <>
            <Tag>初稿</Tag>
            <Tag tone="ok">
              有出处 {backed} / 共 {figures.length}
            </Tag>
          </>
        )
      }
      actions={<Outputs year={year} asOf={asOf} ready={draft.data !== undefined} />}
    >
      {draft.error === null ? null : <Trouble error={draft.error} />}
      {draft.data === undefined ? (
        <Skeleton active />
      ) : (
        <Panes document={draft.data} figure={figure} chosen={chosen} onChoose={setChosen} />
      )}
    </Page>
  );
}

function Panes({
  document,
  figure,
  chosen,
  onChoose,
}: {
  document: ResolvedDocument;
  figure: ResolvedFigure | null;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}): ReactElement {
  return (
    <div className="report-panes">
      <Outline document={document} />
      <div className="report-desk">
        <Paper document={document} chosen={chosen} onChoose={onChoose} />
      </div>
      <aside className="card report-evidence" aria-label="依据">
        {figure === null ? (
          <div className="blank-state">点一下正文里带虚线的数字或名单，这里显示它怎么来的。</div>
        ) : (
          <FigureEvidence key={figure.id} figure={figure} />
        )}
      </aside>
    </div>
  );
}

const outputs = [
  { key: "docx", label: "Word 文档（.docx）" },
  { key: "html", label: "网页（.html）" },
  { key: "txt", label: "纯文本（.txt）" },
] as const;

function Outputs({ year, asOf, ready }: { year: number; asOf: string; ready: boolean }): ReactElement {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const write = async (as: "docx" | "html" | "txt", print: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { ticket, name } = await ask("reports", "write", { year, asOf, as });
      if (print) await bridge.print(ticket);
      else if (await bridge.save(ticket, name)) void message.success(`已导出：${name}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button disabled={!ready || busy} onClick={() => void write("html", true)}>
        打印
      </Button>
      <Space.Compact>
        <Button type="primary" disabled={!ready} loading={busy} onClick={() => void write("docx", false)}>
          导出 Word
        </Button>
        <Dropdown
          menu={{ items: [...outputs], onClick: ({ key }) => void write(key as "docx" | "html" | "txt", false) }}
          trigger={["click"]}
        >
          <Button type="primary" disabled={!ready} aria-label="其他格式">
            ▾
          </Button>
        </Dropdown>
      </Space.Compact>
    </>
  );
}
