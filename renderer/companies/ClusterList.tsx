import { type KeyboardEvent, type ReactElement, useEffect, useRef } from "react";
import type { CompanyCluster } from "../../shared/api/api.ts";
import { Tag } from "../ui/Tag.tsx";
import { clusterKey, recordsOf } from "./clusterWords.ts";

interface Props {
  readonly clusters: readonly CompanyCluster[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  readonly onEnter: () => void;
  readonly onDelete: () => void;
}

/** Groups of organisations that may be one, the likeliest first. */
export function ClusterList({ clusters, chosen, onChoose, onEnter, onDelete }: Props): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const current = clusters[chosen];
  const key = current === undefined ? "" : clusterKey(current);
  // Once a group is settled its button is gone, and the next group takes the keyboard.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
  }, [key]);
  /** Heard by each option, which has the keyboard. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      onEnter();
    }
    if (event.key === "Delete") onDelete();
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(clusters.length - 1, chosen + step));
    onChoose(next);
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[next]?.focus();
  };
  return (
    <div className="clusters" role="listbox" aria-label="可能是同一家的单位" ref={list}>
      {clusters.map((cluster, at) => (
        <div
          key={clusterKey(cluster)}
          data-key={clusterKey(cluster)}
          role="option"
          tabIndex={at === chosen ? 0 : -1}
          aria-selected={at === chosen}
          className={at === chosen ? "cluster on" : "cluster"}
          onClick={() => onChoose(at)}
          onKeyDown={onKeyDown}
        >
          {cluster.companies.map((company) => (
            <p key={company.id}>
              <span>{company.name}</span>
              <i>{recordsOf(company)}</i>
            </p>
          ))}
          <p className="cluster-why">
            <Tag tone={cluster.score >= 0.9 ? "accent" : "plain"}>{Math.round(cluster.score * 100)}%</Tag>
            <span className="quiet">{cluster.why}</span>
          </p>
        </div>
      ))}
    </div>
  );
}
