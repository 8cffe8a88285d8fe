import { App, Button, Popconfirm, Table, type TableColumnsType } from "antd";
import type { ReactElement } from "react";
import type { BatchSummary } from "../../shared/api/api.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { useQuery } from "../api/useQuery.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { countWords } from "./outcomes.ts";

const states: Record<BatchSummary["status"], { label: string; tone: Tone }> = {
  staged: { label: "待确认", tone: "warn" },
  applied: { label: "已导入", tone: "ok" },
  takenBack: { label: "已撤销", tone: "plain" },
  refused: { label: "未导入", tone: "err" },
};
const when = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short", timeStyle: "short" });

/** Every batch there ever was, each with its way back. */
export function BatchList(): ReactElement {
  const { message } = App.useApp();
  const batches = useQuery("importing", "batches", {});

  const takeBack = async (batch: number): Promise<void> => {
    try {
      const { undone, kept } = await ask("importing", "takeBack", { batch });
      void message.success(
        `已撤销第 ${batch} 批：${undone} 条复原${kept.length === 0 ? "" : `，${kept.length} 处因后来有改动保留`}`,
      );
      await batches.refetch();
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };

  const columns: TableColumnsType<BatchSummary> = [
    { title: "批次", dataIndex: "id", width: 60, align: "right" },
    { title: "时间", width: 140, render: (_, { at }) => when.format(new Date(at)) },
    { title: "文件", dataIndex: "file", ellipsis: true },
    {
      title: "台账",
      width: 200,
      ellipsis: true,
      render: (_, batch) => batch.ledgers.map((name) => ledgers[name as LedgerName].title).join("、"),
    },
    { title: "结果", width: 260, render: (_, { counts }) => countWords(counts) },
    { title: "操作人", dataIndex: "who", width: 90 },
    {
      title: "状态",
      width: 80,
      render: (_, { status }) => <Tag tone={states[status].tone}>{states[status].label}</Tag>,
    },
    {
      title: "",
      width: 80,
      render: (_, { id, status }) =>
        status === "applied" ? (
          <Popconfirm
            title={`撤销第 ${id} 批？`}
            description="本批新增的记录移入回收站，改动的值复原；后来又改过的不动。"
            onConfirm={() => takeBack(id)}
            okText="撤销本批"
            cancelText="不撤销"
          >
            <Button size="small">撤销</Button>
          </Popconfirm>
        ) : null,
    },
  ];
  return (
    <Table<BatchSummary>
      size="small"
      bordered
      rowKey="id"
      loading={batches.isLoading}
      columns={columns}
      dataSource={(batches.data ?? []).toSorted((a, b) => b.id - a.id)}
      pagination={{ pageSize: 50, hideOnSinglePage: true, size: "small" }}
      locale={{ emptyText: "还没有导入过。把工作簿拖到上面就可以开始。" }}
    />
  );
}
