import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Scope } from "../../shared/metrics/scope.ts";
import { figure } from "../../shared/wording/figures.ts";
import { useQuery } from "../api/useQuery.ts";
import { calendarShare, gapsOf, type MetricRow, progressOf } from "./progress.ts";

const MOST = 6;

/** 任务进度: actual against the year's task, with a mark where the calendar stands. */
export function ProgressCard({ rows, scope }: { rows: readonly MetricRow[]; scope: Scope }): ReactElement {
  const all = progressOf(rows);
  const calendar = calendarShare(scope);
  return (
    <section className="card">
      <h2>
        任务进度<span>竖线为序时进度 {Math.round(calendar * 100)}%</span>
      </h2>
      {all.length === 0 ? (
        <p className="quiet">
          本年度没有下达任务。可在 <Link to="/ledger/targets">任务指标</Link> 里录入或导入。
        </p>
      ) : null}
      {all.slice(0, MOST).map(({ metric, label, unit, actual, target, share }) => (
        <Link key={metric} to={`/metrics/${metric}`} className="track-row">
          <span className="track-words">
            <span className="track-label">{label}</span>
            <span>
              {actual === null ? "—" : figure(actual)} / {figure(target)} {unit}　{figure(share * 100)}%
            </span>
          </span>
          <span className="track" aria-hidden="true">
            <u className={share < calendar ? "behind" : ""} style={{ width: `${Math.min(1, share) * 100}%` }} />
            <s style={{ left: `${calendar * 100}%` }} />
          </span>
        </Link>
      ))}
      {all.length > MOST ? (
        <Link to="/ledger/targets" className="quiet">
          共 {all.length} 项任务
        </Link>
      ) : null}
    </section>
  );
}

/** 资料缺口: what figures of the year lack; each opens the figure with its records. */
export function GapsCard({ rows }: { rows: readonly MetricRow[] }): ReactElement {
  const gaps = gapsOf(rows);
  return (
    <section className="card">
      <h2>
        资料缺口<span>缺的不按零计，列在数旁</span>
      </h2>
      {gaps.length === 0 ? <p className="quiet">本年度的指标不缺资料。</p> : null}
      <ul className="lines">
        {gaps.slice(0, MOST).map(({ metric, label, words }) => (
          <li key={`${metric}-${words}`}>
            <Link to={`/metrics/${metric}`}>{words}</Link>
            <span title={label}>{label}</span>
          </li>
        ))}
      </ul>
      {gaps.length > MOST ? (
        <Link to="/metrics" className="quiet">
          共 {gaps.length} 处，到“指标”里看
        </Link>
      ) : null}
    </section>
  );
}

const when = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short" });

/** 最近导入: the last batches, and those that still wait to be confirmed. */
export function ImportsCard(): ReactElement {
  const batches = useQuery("importing", "batches", {});
  const all = (batches.data ?? []).toSorted((a, b) => b.id - a.id);
  const waiting = all.filter(({ status }) => status === "staged").length;
  return (
    <section className="card">
      <h2>
        最近导入<span>{waiting === 0 ? `共 ${all.length} 批` : `${waiting} 批待确认`}</span>
      </h2>
      {all.length === 0 ? (
        <p className="quiet">
          还没有导入过。到 <Link to="/import">导入</Link> 把工作簿拖进来。
        </p>
      ) : null}
      <ul className="lines">
        {all.slice(0, 5).map(({ id, file, at, counts, status }) => (
          <li key={id}>
            <Link to="/import" title={`${file}　${when.format(new Date(at))}`}>
              {file}
            </Link>
            <span>
              {status === "staged"
                ? "待确认"
                : status === "takenBack"
                  ? "已撤销"
                  : `新增 ${counts.added}　更新 ${counts.updated}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
