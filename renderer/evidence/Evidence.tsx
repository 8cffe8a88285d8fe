import { Skeleton } from "antd";
import { type ReactElement, useState } from "react";
import type { TracedRecord } from "../../shared/api/api.ts";
import type { Scope } from "../../shared/metrics/scope.ts";
import { figure } from "../../shared/wording/figures.ts";
import { useQuery } from "../api/useQuery.ts";
import { Trouble } from "../ui/Trouble.tsx";
import "./evidence.css";
import { RecordSources } from "./RecordSources.tsx";

interface Props {
  readonly metric: string;
  readonly scope: Scope;
  /** Ids of the records that a list of names speaks of; the metric's other records stand apart. */
  readonly listed?: readonly string[];
}

/**
 * 这个数怎么来的: the value, its 口径, what is missing, the records behind it and, under each record, the cell that every
 * value came from. Used wherever a figure can be clicked.
 */
export function Evidence({ metric, scope, listed }: Props): ReactElement {
  const trace = useQuery("metrics", "trace", { metric, scope });
  const values = useQuery("metrics", "values", { scope, names: [metric] });
  const row = values.data?.[0];
  if (trace.error !== null) return <Trouble error={trace.error} />;
  if (trace.data === undefined || row === undefined) return <Skeleton active />;
  const { now, lastYear, target } = row;
  const { records, folded } = trace.data;
  const named = listed === undefined ? records : records.filter(({ id }) => listed.includes(id));
  const others = listed === undefined ? [] : records.filter(({ id }) => !listed.includes(id));
  return (
    <div className="evidence">
      <div className="evidence-value">
        {now.value === null ? "—" : figure(now.value)}
        <small>{now.value === null ? "" : now.unit}</small>
      </div>
      <p className="evidence-label">{now.label}</p>
      <p className="evidence-basis">口径：{now.basis}</p>
      <ul className="evidence-notes">
        {[
          now.pending === null || now.pending === 0 ? null : `申报中 ${figure(now.pending)}${now.unit}，不计入`,
          lastYear.value === null ? null : `上年同期 ${figure(lastYear.value)}${now.unit}`,
          target === null ? null : `任务 ${figure(target)}${now.unit}`,
        ]
          .filter((part) => part !== null)
          .map((part) => (
            <li key={part}>{part}</li>
          ))}
        {now.missing.map(({ reason, records: count, measure }) => (
          <li key={reason} className="missing-words">
            {count === 0 ? reason : `${reason} ${count} ${measure ?? "条"}`}
          </li>
        ))}
      </ul>
      {records.length === 0 ? (
        <p className="blank-state">没有记录支持这个数。可到台账里补录，或核对截至日期。</p>
      ) : (
        <h3>
          {listed === undefined ? "计入的记录" : "名单所列"} {named.length} 条
        </h3>
      )}
      <Records records={named} folded={folded} />
      {others.length === 0 ? null : (
        <>
          <h3>同一指标的其他记录 {others.length} 条</h3>
          <Records records={others} folded={folded} />
        </>
      )}
    </div>
  );
}

function Records({
  records,
  folded,
}: {
  records: readonly TracedRecord[];
  folded: string | undefined;
}): ReactElement | null {
  const [open, setOpen] = useState<string | null>(records.length === 1 ? (records[0]?.id ?? null) : null);
  if (records.length === 0) return null;
  return (
    <ol className="evidence-records">
      {records.map((record) => (
        <li key={record.id}>
          <button
            type="button"
            className="evidence-record"
            aria-expanded={open === record.id}
            onClick={() => setOpen(open === record.id ? null : record.id)}
          >
            <span>{record.title}</span>
            {folded === undefined ? null : <span className="evidence-part">{partOf(record, folded)}</span>}
          </button>
          {open === record.id ? <RecordSources record={record} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** What a record adds to the figure, so that the sum can be followed without opening each. */
function partOf({ values }: TracedRecord, folded: string): string {
  return values.find(({ field }) => field === folded)?.value ?? "未填";
}
