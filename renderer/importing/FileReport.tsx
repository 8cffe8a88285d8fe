import { App, Button, Table, type TableColumnsType, Tabs } from "antd";
import { type ReactElement, useState } from "react";
import type { ImportChange, ImportReport, ImportTrouble } from "../../shared/api/api.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { Tag } from "../ui/Tag.tsx";
import { ColumnTable } from "./ColumnTable.tsx";
import { countWords, outcomes } from "./outcomes.ts";

/** What one file holds and would do: counts first, then rows with old → new, then columns and cells in doubt. */
export function FileReport({
  report,
  onChange,
}: {
  report: ImportReport;
  onChange: (next: ImportReport) => void;
}): ReactElement {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [applied, setApplied] = useState(false);
  if (report.refusal !== undefined) {
    return (
      <section className="card file-report">
        <h2>
          {report.file}
          <Tag tone="err">未导入</Tag>
        </h2>
        <p>
          {report.refusal.message}（{report.refusal.code}）
        </p>
      </section>
    );
  }
  const apply = async (): Promise<void> => {
    if (report.batch === null) return;
    setBusy(true);
    try {
      const next = await ask("importing", "apply", { batch: report.batch });
      onChange(next);
      setApplied(true);
      void message.success(`第 ${report.batch} 批已导入：${countWords(next.counts)}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const writes = report.counts.added + report.counts.updated;
  return (
    <section className="card file-report">
      <h2>
        <span className="file-name">{report.file}</span>
        {report.tables.map(({ sheet, ledger, firstRow, lastRow }) => (
          <Tag key={`${sheet}-${firstRow}`} tone={ledger === null ? "warn" : "plain"}>
            {sheet} → {ledger === null ? "认不出是哪本台账" : ledgers[ledger as LedgerName].title}（第 {firstRow}—
            {lastRow} 行）
          </Tag>
        ))}
      </h2>
      <div className="file-line">
        <span>{countWords(report.counts)}</span>
        {report.knownAs === undefined ? null : <Tag tone="accent">与第 {report.knownAs} 批是同一文件</Tag>}
        <span className="page-space" />
        {applied ? (
          <Tag tone="ok">已导入，第 {report.batch} 批</Tag>
        ) : (
          <Button type="primary" loading={busy} onClick={() => void apply()} disabled={report.batch === null}>
            {writes === 0 ? "确认（无变化）" : `确认导入 ${writes} 条`}
          </Button>
        )}
      </div>
      <Tabs
        size="small"
        items={[
          { key: "rows", label: `变动 ${report.preview.length}`, children: <Changes changes={report.preview} /> },
          { key: "columns", label: "栏目对应", children: <ColumnTable tables={report.tables} /> },
          { key: "doubts", label: `存疑 ${report.troubles.length}`, children: <Troubles troubles={report.troubles} /> },
        ]}
      />
    </section>
  );
}

const changeColumns: TableColumnsType<ImportChange> = [
  { title: "原表行", width: 120, render: (_, { sheet, row }) => `${sheet} 第 ${row} 行` },
  { title: "记录", width: 240, dataIndex: "title", ellipsis: true },
  { title: "台账", width: 120, render: (_, { ledger }) => ledgers[ledger as LedgerName].title },
  {
    title: "处理",
    width: 80,
    render: (_, { outcome }) => <Tag tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Tag>,
  },
  {
    title: "内容",
    render: (_, { outcome, fields, message }) =>
      message ??
      fields
        .map(({ label, before, after }) =>
          outcome === "updated" ? `${label}：${before === "" ? "空" : before} → ${after}` : `${label}：${after}`,
        )
        .join("；"),
  },
];

function Changes({ changes }: { changes: readonly ImportChange[] }): ReactElement {
  return (
    <Table<ImportChange>
      size="small"
      bordered
      rowKey={({ sheet, row, ledger, title }) => `${sheet}-${row}-${ledger}-${title}`}
      columns={changeColumns}
      dataSource={[...changes]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, size: "small" }}
      locale={{ emptyText: "没有变动：这份文件的内容台账里都有" }}
    />
  );
}

const kinds: Record<ImportTrouble["kind"], string> = {
  doubt: "存疑，留空",
  invalid: "有误",
  twin: "疑似重复",
  warning: "提醒",
  total: "合计不符",
};

const troubleColumns: TableColumnsType<ImportTrouble> = [
  { title: "单元格", width: 160, render: (_, { sheet, cell }) => `${sheet} ${cell}` },
  { title: "原文", width: 200, dataIndex: "raw", ellipsis: true },
  { title: "类别", width: 100, render: (_, { kind }) => kinds[kind] },
  { title: "说明", dataIndex: "message" },
];

function Troubles({ troubles }: { troubles: readonly ImportTrouble[] }): ReactElement {
  return (
    <Table<ImportTrouble>
      size="small"
      bordered
      rowKey={({ sheet, cell, message }) => `${sheet}-${cell}-${message}`}
      columns={troubleColumns}
      dataSource={[...troubles]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, size: "small" }}
      locale={{ emptyText: "每个单元格都看懂了" }}
    />
  );
}
