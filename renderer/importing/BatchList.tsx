import { App, Button, Popconfirm, Table, type TableColumnsType } from "antd";
import { memo, type ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import type { BatchSummary } from "../../shared/api/api.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { useQuery } from "../api/useQuery.ts";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { countWords } from "./outcomes.ts";
import { useTakeBack } from "./useTakeBack.ts";

const states: Record<BatchSummary["status"], { label: string; tone: Tone }> = {
  staged: { label: "待确认", tone: "warn" },
  applied: { label: "已导入", tone: "ok" },
  takenBack: { label: "已撤销", tone: "plain" },
  refused: { label: "未导入", tone: "err" },
};
const when = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short", timeStyle: "short" });

/** Every batch there ever was, each with its way on or back; what goes on above does not draw it again. */
export const BatchList = memo(function BatchList(): ReactElement {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const batches = useQuery("importing", "batches", {});

  const giveUp = async (batch: number): Promise<void> => {
    try {
      await ask("importing", "discard", { batch });
      await batches.refetch();
      void message.success(`已放弃第 ${batch} 批，台账没有改动`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };

  const columns: TableColumnsType<BatchSummary> = [
    { title: "批次", dataIndex: "id", width: 52, align: "right" },
    { title: "时间", width: 132, render: (_, { at }) => when.format(new Date(at)) },
    {
      title: "文件",
      ellipsis: true,
      width: 250,
      render: (_, { id, file, status }) =>
        status === "refused" ? (
          file
        ) : (
          <Link to={`/import/${id}/${status === "staged" ? "check" : "done"}`}>{file}</Link>
        ),
    },
    {
      title: "台账",
      width: 166,
      ellipsis: true,
      render: (_, batch) => batch.ledgers.map((name) => ledgers[name as LedgerName].title).join("、"),
    },
    { title: "结果", width: 240, ellipsis: true, render: (_, { counts }) => countWords(counts) },
    { title: "操作人", dataIndex: "who", width: 84, ellipsis: true },
    {
      title: "状态",
      width: 72,
      render: (_, { status }) => <Tag tone={states[status].tone}>{states[status].label}</Tag>,
    },
    {
      title: "办理",
      fixed: "right",
      width: 108,
      render: (_, { id, status }) => {
        if (status === "staged") {
          return (
            <span className="batch-actions">
              <Button size="small" type="primary" onClick={() => void navigate(`/import/${id}/check`)}>
                继续
              </Button>
              <Button size="small" onClick={() => void giveUp(id)}>
                放弃
              </Button>
            </span>
          );
        }
        return status === "applied" ? (
          <Popconfirm
            title={`撤销第 ${id} 批？`}
            description="本批新增的记录移入回收站，改动的值复原；后来又改过的不动。"
            onConfirm={() => takeBack(id)}
            okText="撤销本批"
            cancelText="不撤销"
            placement="left"
          >
            <Button size="small">撤销</Button>
          </Popconfirm>
        ) : null;
      },
    },
  ];
  return (
    <>
      <Trouble error={batches.error} />
      <Table<BatchSummary>
        className="batches"
        size="small"
        bordered
        rowKey="id"
        loading={batches.isLoading}
        columns={columns}
        dataSource={(batches.data ?? []).toSorted((a, b) => b.id - a.id)}
        pagination={{ pageSize: 50, hideOnSinglePage: true, size: "small", showSizeChanger: false }}
        scroll={{ x: 1104 }}
        locale={{ emptyText: "还没有导入过。把工作簿拖到上面就可以开始。" }}
      />
    </>
  );
});
