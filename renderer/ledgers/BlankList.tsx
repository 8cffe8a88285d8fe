import type { ReactElement } from "react";
import { Link } from "react-router";

export type View = "all" | "year" | "deleted";

/** What belongs in an empty list, and the next step. */
export function BlankList({
  view,
  searching,
  year,
  title,
}: {
  view: View;
  searching: boolean;
  year: number;
  title: string;
}): ReactElement {
  if (searching) return <>没有找到。可输入名称里的两个字、编号，或拼音首字母。</>;
  if (view === "deleted") return <>回收站是空的。删除的记录会放在这里，随时可以恢复。</>;
  if (view === "year") return <>{year} 年还没有记录。可点“全部”看其他年度，或点“新建”。</>;
  return (
    <>
      {title}还没有记录。可以点“新建”录入一条，或到 <Link to="/import">导入</Link> 把工作簿拖进来。
    </>
  );
}
