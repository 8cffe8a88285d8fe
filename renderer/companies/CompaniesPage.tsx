import { Button, Skeleton } from "antd";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { ClusterDetail } from "./ClusterDetail.tsx";
import { ClusterList } from "./ClusterList.tsx";
import { clusterKey } from "./clusterWords.ts";
import "./companies.css";
import { RecentMerges } from "./RecentMerges.tsx";
import { useMerging } from "./useMerging.ts";

/** 企业名称整理: organisations that may be one, merged by hand only, and parted again at once. */
export function CompaniesPage(): ReactElement {
  const found = useQuery("companies", "clusters", {});
  const merging = useMerging();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const mergeButton = useRef<HTMLButtonElement>(null);
  const all = found.data?.clusters ?? [];
  const clusters = all.filter((cluster) => !later.has(clusterKey(cluster)));
  const chosen = Math.min(at, clusters.length - 1);
  const cluster = clusters[chosen];
  const putOff = (): void => {
    if (cluster !== undefined) setLater(new Set([...later, clusterKey(cluster)]));
  };
  useUndoKey(merging.undo);

  return (
    <Page
      title="企业名称整理"
      aside={<span className="quiet">{found.data === undefined ? "" : wordsOf(found.data.total, later.size)}</span>}
      actions={later.size === 0 ? null : <Button onClick={() => setLater(new Set())}>看稍后的 {later.size} 组</Button>}
    >
      <div className="companies-page">
        <Trouble error={found.error} />
        {merging.last === null ? null : (
          <div className="notice merge-done" role="status">
            {merging.last.words}
            <Button size="small" disabled={merging.busy} onClick={() => merging.undo()}>
              撤销
            </Button>
          </div>
        )}
        {found.data === undefined ? (
          <Skeleton active />
        ) : cluster === undefined ? (
          <div className="blank-state">没有名称相近、可能是同一家的单位。导入新的名单以后可以再来看看。</div>
        ) : (
          <div className="companies">
            <ClusterList
              clusters={clusters}
              chosen={chosen}
              onChoose={setAt}
              onEnter={() => mergeButton.current?.focus()}
              onDelete={() => merging.notSame(cluster.companies)}
            />
            <ClusterDetail
              key={clusterKey(cluster)}
              cluster={cluster}
              merging={merging}
              onLater={putOff}
              mergeButton={mergeButton}
            />
          </div>
        )}
        {cluster === undefined ? null : (
          <p className="quiet">
            ↑ ↓ 换一组 · 回车到“合并” · 删除键 不是同一家 · Ctrl+Z 撤销上一步。只提示，不自动合并。
          </p>
        )}
        <RecentMerges merging={merging} />
      </div>
    </Page>
  );
}

function wordsOf(total: number, later: number): string {
  if (total === 0) return "";
  return `${total} 组可能是同一家${later === 0 ? "" : `，${later} 组稍后再看`}`;
}

/** Ctrl+Z on the page, wherever the keyboard is. */
function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") undo();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [undo]);
}
