import { Drawer, Input, Skeleton, Table, type TableColumnsType } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { MetricDefinition, MetricValue } from "../../shared/metrics/definition.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Evidence } from "../evidence/Evidence.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { comparison } from "./comparison.ts";

interface Row {
  readonly definition: MetricDefinition;
  readonly now: MetricValue;
  readonly lastYear: MetricValue;
  readonly target: number | null;
}

/** The catalogue: every metric with its 口径, this year, last year and what is missing; a click shows where it comes from. */
export function MetricsPage(): ReactElement {
  const { name } = useParams();
  const { scope } = useScope();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const definitions = useQuery("metrics", "list", {});
  const values = useQuery("metrics", "values", { scope });
  const rows = useMemo(
    () => rowsOf(definitions.data ?? [], values.data ?? [], text),
    [definitions.data, values.data, text],
  );

  return (
    <Page
      title="指标"
      aside={<span className="quiet">{rows.length} 项</span>}
      actions={
        <Input.Search
          allowClear
          placeholder="查指标名称或口径"
          onChange={(e) => setText(e.target.value)}
          style={{ width: 240 }}
        />
      }
    >
      {values.error === null ? null : <Trouble error={values.error} />}
      {values.data === undefined ? (
        <Skeleton active />
      ) : (
        <Table<Row>
          size="small"
          bordered
          pagination={false}
          sticky
          rowKey={({ definition }) => definition.name}
          columns={columns}
          dataSource={rows}
          onRow={({ definition }) => ({
            tabIndex: 0,
            className: "row-link",
            onClick: () => void navigate(`/metrics/${definition.name}`),
            onKeyDown: (event) => (event.key === "Enter" ? void navigate(`/metrics/${definition.name}`) : undefined),
          })}
        />
      )}
      <Drawer title="这个数怎么来的" open={name !== undefined} onClose={() => void navigate("/metrics")} size={460}>
        {name === undefined ? null : <Evidence key={name} metric={name} scope={scope} />}
      </Drawer>
    </Page>
  );
}

const columns: TableColumnsType<Row> = [
  { title: "类别", dataIndex: ["definition", "subject"], width: 88 },
  { title: "指标", dataIndex: ["now", "label"], width: 220 },
  {
    title: "本期",
    width: 130,
    align: "right",
    render: (_, { now }) => (
      <>
        <b>{now.value ?? "—"}</b> {now.value === null ? "" : now.unit}
        {now.pending === null || now.pending === 0 ? null : <div className="quiet">申报中 {now.pending}，不计入</div>}
      </>
    ),
  },
  { title: "上年同期", width: 90, align: "right", render: (_, { lastYear }) => lastYear.value ?? "—" },
  { title: "同比", width: 90, align: "right", render: (_, { now, lastYear }) => comparison(now.value, lastYear.value) },
  { title: "任务", width: 80, align: "right", render: (_, { target }) => target ?? "—" },
  {
    title: "缺什么",
    width: 130,
    render: (_, { now }) => now.missing.map(({ reason, records }) => `${reason} ${records}`).join("；"),
  },
  { title: "口径", render: (_, { now }) => <span className="quiet">{now.basis}</span> },
];

function rowsOf(
  definitions: readonly MetricDefinition[],
  values: readonly { now: MetricValue; lastYear: MetricValue; target: number | null }[],
  text: string,
): Row[] {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return values.flatMap((value) => {
    const definition = byName.get(value.now.metric);
    if (definition === undefined) return [];
    const matches = text === "" || `${value.now.label}${value.now.basis}`.includes(text);
    return matches ? [{ definition, ...value }] : [];
  });
}
