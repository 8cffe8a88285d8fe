import { Table, type TableColumnsType } from "antd";
import type { ReactElement } from "react";
import type { ImportChange } from "../../shared/api/api.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { Tag } from "../ui/Tag.tsx";
import { outcomes } from "./outcomes.ts";

const columns: TableColumnsType<ImportChange> = [
  { title: "原表行", width: 150, ellipsis: true, render: (_, { sheet, row }) => `${sheet} 第 ${row} 行` },
  { title: "记录", width: 230, dataIndex: "title", ellipsis: true },
  { title: "台账", width: 110, render: (_, { ledger }) => ledgers[ledger as LedgerName].title },
  {
    title: "处理",
    width: 84,
    render: (_, { outcome }) => <Tag tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Tag>,
  },
  { title: "内容", render: (_, change) => <Content {...change} /> },
];

function Content({ outcome, fields, message }: ImportChange): ReactElement {
  if (message !== undefined) return <>{message}</>;
  return (
    <>
      {fields.map(({ field, label, before, after }) => (
        <span key={field} className="change-field">
          <span className="quiet">{label}</span>{" "}
          {outcome === "updated" ? (
            <>
              <del>{before === "" ? "空" : before}</del> → <b>{after === "" ? "空" : after}</b>
            </>
          ) : (
            after
          )}
        </span>
      ))}
    </>
  );
}

/** What would change, row by row, old → new. A long file shows its first changes and says so. */
export function ChangeTable({ changes, total }: { changes: readonly ImportChange[]; total: number }): ReactElement {
  return (
    <>
      <Table<ImportChange>
        size="small"
        bordered
        rowKey={({ sheet, row, ledger, title, outcome }) => `${sheet}-${row}-${ledger}-${title}-${outcome}`}
        columns={columns}
        dataSource={[...changes]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, size: "small", showSizeChanger: false }}
        locale={{ emptyText: "没有变动：这份文件的内容台账里都有" }}
      />
      {total > changes.length ? <p className="quiet">只列出前 {changes.length} 条变动，确认后全部导入。</p> : null}
    </>
  );
}
