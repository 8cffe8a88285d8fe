import { Button, Skeleton } from "antd";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { ProgramState } from "../../shared/api/api.ts";
import { board } from "../../shared/metrics/board.ts";
import type { MetricValue } from "../../shared/metrics/definition.ts";
import { figure } from "../../shared/wording/figures.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";

/** The leading figures of the year: value, last year, what is pending beside it and what is missing. */
export function HomePage({ state }: { state: ProgramState }): ReactElement {
  const { year, scope } = useScope();
  const navigate = useNavigate();
  const values = useQuery("metrics", "values", { scope, names: [...board] });
  const empty = Object.values(state.counts).every((count) => count === 0);

  return (
    <Page
      title={`${year} 年度总览`}
      aside={<span className="quiet">截至 {scope.asOf}</span>}
      actions={
        <>
          <Button onClick={() => void navigate("/import")}>导入工作簿</Button>
          <Button type="primary" onClick={() => void navigate("/report")}>
            起草年度总结
          </Button>
        </>
      }
    >
      {values.error === null ? null : <Trouble error={values.error} />}
      {empty ? (
        <div className="card blank-state">
          <p>台账还是空的。把企业、街道和市局发来的工作簿拖到“导入”，或在左边打开一本台账新建记录。</p>
          <Button type="primary" onClick={() => void navigate("/import")}>
            去导入
          </Button>
        </div>
      ) : values.data === undefined ? (
        <Skeleton active />
      ) : (
        <div className="tiles">
          {values.data.map(({ now, lastYear, target }) => (
            <button
              type="button"
              className="tile"
              key={now.metric}
              onClick={() => void navigate(`/metrics/${now.metric}`)}
            >
              <span className="tile-label">{now.label}</span>
              <span className="tile-value">
                {now.value === null ? "—" : figure(now.value)}
                <small>{now.value === null ? "" : now.unit}</small>
              </span>
              <span className="tile-notes">{notes(now, lastYear, target)}</span>
            </button>
          ))}
        </div>
      )}
    </Page>
  );
}

function notes(now: MetricValue, lastYear: MetricValue, target: number | null): ReactElement[] {
  const change = now.value !== null && lastYear.value !== null ? now.value - lastYear.value : null;
  return [
    lastYear.value === null ? null : (
      <span key="last">
        上年 {figure(lastYear.value)}
        {change === null || change === 0 ? "" : change > 0 ? ` ▲${figure(change)}` : ` ▼${figure(-change)}`}
      </span>
    ),
    target === null ? null : <span key="target">任务 {figure(target)}</span>,
    now.pending === null || now.pending === 0 ? null : (
      <span key="pending" className="pending">
        申报中 {now.pending}
      </span>
    ),
    ...now.missing.map(({ reason, records }) => (
      <span key={reason} className="missing">
        {reason} {records}
      </span>
    )),
  ].filter((note) => note !== null);
}
