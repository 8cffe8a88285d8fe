import type { ReactElement } from "react";
import { figure } from "../../shared/wording/figures.ts";
import type { MetricRow } from "./progress.ts";

/** One leading figure: value, last year and task, what is pending beside it and, below, what is missing. */
export function Tile({ row, onOpen }: { row: MetricRow; onOpen: () => void }): ReactElement {
  const { now, lastYear, target } = row;
  const [first, ...more] = now.missing.map(({ reason, records }) => (records === 0 ? reason : `${reason} ${records}`));
  return (
    <button type="button" className="tile" onClick={onOpen}>
      <span className="tile-label" title={now.label}>
        {now.label}
      </span>
      <span className="tile-value">
        {now.value === null ? "—" : figure(now.value)}
        <small>{now.value === null ? "" : now.unit}</small>
      </span>
      <span className="tile-notes">
        {lastYear.value === null ? null : (
          <span>
            上年 {figure(lastYear.value)}
            {changeWords(now.value, lastYear.value)}
          </span>
        )}
        {target === null ? null : <span>任务 {figure(target)}</span>}
        {now.pending === null || now.pending === 0 ? null : <span className="pending">申报中 {now.pending}</span>}
      </span>
      {first === undefined ? null : (
        <span className="tile-missing" title={[first, ...more].join("；")}>
          {first}
          {more.length === 0 ? "" : ` 等 ${more.length + 1} 项`}
        </span>
      )}
    </button>
  );
}

function changeWords(now: number | null, before: number): string {
  if (now === null || now === before) return "";
  return now > before ? ` ▲${figure(now - before)}` : ` ▼${figure(before - now)}`;
}
