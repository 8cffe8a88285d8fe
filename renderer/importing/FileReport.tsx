import { Button, Tabs } from "antd";
import { type ReactElement, useState } from "react";
import { Link } from "react-router";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { Tag } from "../ui/Tag.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import { ColumnTable } from "./ColumnTable.tsx";
import { countWords } from "./outcomes.ts";
import { type TakenFile, writesOf } from "./taken.ts";
import { TroubleTable } from "./TroubleTable.tsx";

interface Props {
  readonly file: TakenFile;
  /** Whether the details stand open from the beginning. */
  readonly opened: boolean;
  readonly busy: boolean;
  readonly onApply: () => void;
  readonly onGiveUp: () => void;
}

/** One file in one line: ledgers, counts, what to do; on demand its rows, its columns and the cells in doubt. */
export function FileReport({ file, opened, busy, onApply, onGiveUp }: Props): ReactElement {
  const { report, state } = file;
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? opened;
  const { refusal, counts, troubles, knownAs } = report;
  if (refusal !== undefined) {
    return (
      <section className="card file-report" aria-label={report.file}>
        <div className="file-line">
          <span className="file-name" title={report.file}>
            {report.file}
          </span>
          <Tag tone="err">未导入</Tag>
          <span className="file-words">
            {refusal.message}（{refusal.code}）
          </span>
        </div>
      </section>
    );
  }
  const named = [...new Set(report.tables.flatMap(({ ledger }) => ledger ?? []))] as LedgerName[];
  const unknown = report.tables.filter(({ ledger }) => ledger === null);
  return (
    <section className="card file-report" aria-label={report.file}>
      <div className="file-line">
        <button type="button" className="file-toggle" aria-expanded={open} onClick={() => setAsked(!open)}>
          <span aria-hidden="true">{open ? "▾" : "▸"}</span>
          <span className="file-name" title={report.file}>
            {report.file}
          </span>
        </button>
        <span className="file-words">
          {named.length === 0 ? "" : `${named.map((name) => ledgers[name].title).join("、")}：`}
          {countWords(counts)}
        </span>
        {unknown.length === 0 ? null : (
          <Tag tone="warn">{unknown.map(({ sheet }) => `“${sheet}”`).join("、")}认不出是哪本台账，不导入</Tag>
        )}
        {troubles.length === 0 ? null : (
          <button type="button" className="tag warn link" onClick={() => setAsked(true)}>
            {troubles.length} 处要看
          </button>
        )}
        {knownAs === undefined || state === "applied" ? null : <Tag tone="accent">与第 {knownAs} 批是同一文件</Tag>}
        <span className="page-space" />
        {state === "given up" ? <Tag>已放弃，没有导入</Tag> : null}
        {state === "applied" ? (
          <>
            <Tag tone="ok">已导入，第 {report.batch} 批</Tag>
            {named.slice(0, 3).map((name) => (
              <Link key={name} to={`/ledger/${name}`}>
                打开{ledgers[name].title}
              </Link>
            ))}
          </>
        ) : null}
        {state === "staged" ? (
          <>
            <Button size="small" disabled={busy} onClick={onGiveUp}>
              放弃
            </Button>
            <Button size="small" type="primary" disabled={busy} onClick={onApply}>
              {writesOf(report) === 0 ? "确认（无变化）" : `确认导入 ${writesOf(report)} 条`}
            </Button>
          </>
        ) : null}
      </div>
      {open ? (
        <Tabs
          size="small"
          defaultActiveKey={troubles.length > 0 ? "doubts" : "rows"}
          items={[
            {
              key: "rows",
              label: `变动 ${report.preview.length}`,
              children: <ChangeTable changes={report.preview} total={writesOf(report)} />,
            },
            { key: "columns", label: "栏目对应", children: <ColumnTable tables={report.tables} /> },
            {
              key: "doubts",
              label: `要看的单元格 ${troubles.length}`,
              children: <TroubleTable troubles={troubles} />,
            },
          ]}
        />
      ) : null}
    </section>
  );
}
