import { Skeleton } from "antd";
import { type ReactElement, useState } from "react";
import type { Scope } from "../../shared/metrics/scope.ts";
import { figure } from "../../shared/wording/figures.ts";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";
import "./evidence.css";
import { RecordSources } from "./RecordSources.tsx";

/**
 * 这个数怎么来的: the value, its 口径, what is missing, the records behind it and, under each record, the cell that every
 * value came from. Used wherever a figure can be clicked.
 */
export function Evidence({ metric, scope }: { metric: string; scope: Scope }): ReactElement {
  const trace = useQuery("metrics", "trace", { metric, scope });
  const values = useQuery("metrics", "values", { scope, names: [metric] });
  const [open, setOpen] = useState<string | null>(null);
  const row = values.data?.[0];
  if (trace.error !== null) return <Trouble error={trace.error} />;
  if (trace.data === undefined || row === undefined) return <Skeleton active />;
  const { now, lastYear, target } = row;
  return (
    <div className="evidence">
      <div className="evidence-value">
        {now.value === null ? "—" : figure(now.value)}
        <small>{now.value === null ? "" : now.unit}</small>
      </div>
      <p className="evidence-label">{now.label}</p>
      <p className="evidence-basis">口径：{now.basis}</p>
      <p className="quiet">
        {[
          now.pending === null ? null : `申报中 ${figure(now.pending)}${now.unit}，不计入`,
          lastYear.value === null ? null : `上年同期 ${figure(lastYear.value)}${now.unit}`,
          target === null ? null : `任务 ${figure(target)}${now.unit}`,
          ...now.missing.map(({ reason, records }) => (records === 0 ? reason : `${reason} ${records} 条`)),
        ]
          .filter((part) => part !== null)
          .join("　")}
      </p>
      {trace.data.records.length === 0 ? <p className="blank-state">没有记录支持这个数。</p> : null}
      <ol className="evidence-records">
        {trace.data.records.map((record) => (
          <li key={record.id}>
            <button
              type="button"
              className="evidence-record"
              aria-expanded={open === record.id}
              onClick={() => setOpen(open === record.id ? null : record.id)}
            >
              {record.title}
            </button>
            {open === record.id ? <RecordSources record={record} /> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
