import { Button, Popconfirm } from "antd";
import type { ReactElement } from "react";
import { useQuery } from "../api/useQuery.ts";
import type { Merging } from "./useMerging.ts";

const when = new Intl.DateTimeFormat("zh-CN", { dateStyle: "short", timeStyle: "short" });

/** Merges of late, each with its way back. */
export function RecentMerges({ merging }: { merging: Merging }): ReactElement | null {
  const merges = useQuery("companies", "merges", {});
  const all = merges.data ?? [];
  if (all.length === 0) return null;
  return (
    <section className="card recent-merges" aria-label="做过的合并">
      <h2>
        做过的合并<span>随时可以撤销，后来又改过的不动</span>
      </h2>
      <ul>
        {all.slice(0, 50).map(({ id, at, who, kept, dropped, undoneAt }) => (
          <li key={id}>
            <span className="quiet">
              {when.format(new Date(at))} {who}
            </span>
            <span>
              {dropped.map(({ name }) => name).join("、")} 并入 <b>{kept.name}</b>
            </span>
            {undoneAt === null ? (
              <Popconfirm
                title="撤销这次合并？"
                description="被并入的单位和指向它的记录都复原。"
                okText="撤销合并"
                cancelText="不撤销"
                onConfirm={() => merging.undoMerge(id)}
              >
                <Button size="small">撤销</Button>
              </Popconfirm>
            ) : (
              <span className="quiet">已撤销</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
