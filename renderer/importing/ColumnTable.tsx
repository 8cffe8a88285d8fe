import { Table, type TableColumnsType } from "antd";
import type { ReactElement } from "react";
import type { ImportedTable } from "../../shared/api/api.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { Tag } from "../ui/Tag.tsx";
import { labelOf } from "./labelOf.ts";
import { recordNumberField } from "../../shared/wording/recordNumber.ts";

interface Row {
  readonly key: string;
  readonly sheet: string;
  readonly heading: string;
  readonly target: string | null;
  readonly unit: string;
  readonly confidence: number;
}

const columns: TableColumnsType<Row> = [
  { title: "工作表", dataIndex: "sheet", width: 140, ellipsis: true },
  { title: "表头", dataIndex: "heading", width: 260, ellipsis: true },
  { title: "对应栏目", render: (_, { target }) => target ?? <Tag>未对应，随批保存</Tag> },
  { title: "单位", dataIndex: "unit", width: 80 },
  {
    title: "把握",
    width: 80,
    align: "right",
    render: (_, { confidence, target }) => (target === null ? "" : `${Math.round(confidence * 100)}%`),
  },
];

export function ColumnTable({ tables }: { tables: readonly ImportedTable[] }): ReactElement {
  return <Table<Row> size="small" bordered columns={columns} dataSource={tables.flatMap(rowsOf)} pagination={false} />;
}

function rowsOf({ sheet, firstRow, columns: all }: ImportedTable): Row[] {
  return all.map(({ column, heading, ledger, field, unit, confidence }) => ({
    key: `${sheet}-${firstRow}-${column}`,
    sheet,
    heading,
    target: ledger === null || field === null ? null : targetWords(ledger, field),
    unit: unit ?? "",
    confidence,
  }));
}

/** 科技计划项目 · 项目名称; stage columns say which stage's date they hold. */
function targetWords(ledger: string, target: string): string {
  if (target === recordNumberField) return "认回原记录";
  const declaration = ledgers[ledger as LedgerName];
  const [field = "", stage] = target.split("@");
  const name = field.split("#")[0] ?? "";
  const label = labelOf(ledger, name);
  const part =
    stage === undefined
      ? target.endsWith("#documentNo")
        ? "文号"
        : target.endsWith("#date")
          ? "日期"
          : ""
      : `${stage}日期`;
  return `${declaration.title} · ${label}${part === "" ? "" : `（${part}）`}`;
}
