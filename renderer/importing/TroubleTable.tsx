import { Table, type TableColumnsType } from "antd";
import type { ReactElement } from "react";
import type { ImportTrouble } from "../../shared/api/api.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";

const kinds: Readonly<Record<ImportTrouble["kind"], { label: string; tone: Tone }>> = {
  doubt: { label: "存疑，留空", tone: "warn" },
  invalid: { label: "有误", tone: "err" },
  twin: { label: "疑似重复", tone: "accent" },
  warning: { label: "提醒", tone: "plain" },
  total: { label: "合计不符", tone: "warn" },
};

const columns: TableColumnsType<ImportTrouble> = [
  { title: "工作表", width: 150, dataIndex: "sheet", ellipsis: true },
  { title: "单元格", width: 76, dataIndex: "cell" },
  { title: "原文", width: 200, ellipsis: true, render: (_, { raw }) => (raw === "" ? "" : `“${raw}”`) },
  { title: "栏目", width: 150, ellipsis: true, dataIndex: "field" },
  {
    title: "类别",
    width: 100,
    render: (_, { kind }) => <Tag tone={kinds[kind].tone}>{kinds[kind].label}</Tag>,
  },
  { title: "说明", dataIndex: "message" },
];

/** Cells that were left blank or want a look: where they stand as Excel shows it, and what is written there. */
export function TroubleTable({ troubles }: { troubles: readonly ImportTrouble[] }): ReactElement {
  return (
    <Table<ImportTrouble>
      size="small"
      bordered
      rowKey={({ sheet, cell, kind, message }) => `${sheet}-${cell}-${kind}-${message}`}
      columns={columns}
      dataSource={[...troubles]}
      pagination={{ pageSize: 20, hideOnSinglePage: true, size: "small", showSizeChanger: false }}
      locale={{ emptyText: "每个单元格都看懂了" }}
    />
  );
}
