import { Drawer, Input, Segmented, Skeleton, Table, type TableColumnsType } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { MetricDefinition, MetricValue } from "../../shared/metrics/definition.ts";
import { figure } from "../../shared/wording/figures.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Evidence } from "../evidence/Evidence.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { comparison } from "./comparison.ts";

const ALL = "全部";

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
  const [subject, setSubject] = useState(ALL);
  const definitions = useQuery("metrics", "list", {});
  const values = useQuery("metrics", "values", { scope });
  const rows = useMemo(
    () => rowsOf(definitions.data ?? [], values.data ?? [], text, subject),
    [definitions.data, values.data, text, subject],
  );
  const subjects = [ALL, ...new Set((definitions.data ?? []).map((definition) => definition.subject))];

  return (
    <Page
      title="指标"
      aside={<span className="quiet">{rows.length} 项</span>}
      actions={
        <>
          <Segmented options={subjects} value={subject} onChange={setSubject} />
          <Input
            allowClear
            placeholder="查指标名称或口径"
            aria-label="查指标名称或口径"
            onChange={(event) => setText(event.target.value.trim())}
            style={{ width: 180 }}
          />
        </>
      }
    >
      <Trouble error={values.error} />
      {values.data === undefined ? (
        <Skeleton active />
      ) : (
        <Table<Row>
          size="small"
          bordered
          pagination={false}
          sticky
          locale={{ emptyText: "没有这样的指标。请换个词，或点“全部”。" }}
          scroll={{ x: 960 }}
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

const words = (value: number | null): string => (value === null ? "—" : figure(value));

const columns: TableColumnsType<Row> = [
  { title: "类别", dataIndex: ["definition", "subject"], width: 88 },
  { title: "指标", dataIndex: ["now", "label"], width: 210 },
  {
    title: "本期",
    width: 120,
    align: "right",
    render: (_, { now }) => (
      <>
        <b>{words(now.value)}</b> {now.value === null ? "" : now.unit}
        {now.pending === null || now.pending === 0 ? null : <div className="quiet">申报中 {now.pending}，不计入</div>}
      </>
    ),
  },
  { title: "上年同期", width: 84, align: "right", render: (_, { lastYear }) => words(lastYear.value) },
  {
    title: "同比",
    width: 84,
    align: "right",
    // The change of a change says nothing.
    render: (_, { definition, now, lastYear }) =>
      definition.kind === "change" ? "" : comparison(now.value, lastYear.value),
  },
  { title: "任务", width: 70, align: "right", render: (_, { target }) => words(target) },
  {
    title: "缺什么",
    width: 170,
    render: (_, { now }) => <MissingWords missing={now.missing} />,
  },
  {
    title: "口径",
    render: (_, { now }) => (
      <span className="quiet two-lines" title={now.basis}>
        {now.basis}
      </span>
    ),
  },
];

function MissingWords({ missing }: { missing: MetricValue["missing"] }): ReactElement | null {
  if (missing.length === 0) return null;
  const text = missing.map(({ reason, records }) => (records === 0 ? reason : `${reason} ${records} 条`)).join("；");
  return (
    <span className="two-lines missing-words" title={text}>
      {text}
    </span>
  );
}

function rowsOf(
  definitions: readonly MetricDefinition[],
  values: readonly { now: MetricValue; lastYear: MetricValue; target: number | null }[],
  text: string,
  subject: string,
): Row[] {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return values.flatMap((value) => {
    const definition = byName.get(value.now.metric);
    if (definition === undefined) return [];
    if (subject !== ALL && definition.subject !== subject) return [];
    const matches = text === "" || `${value.now.label}${value.now.basis}`.includes(text);
    return matches ? [{ definition, ...value }] : [];
  });
}
