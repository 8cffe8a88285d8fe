import { Button, Skeleton } from "antd";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { ProgramState } from "../../shared/api/api.ts";
import { board } from "../../shared/metrics/board.ts";
import { useScope } from "../api/scope.tsx";
import { useQuery } from "../api/useQuery.ts";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { GapsCard, ImportsCard, ProgressCard } from "./HomeCards.tsx";
import { Tile } from "./Tile.tsx";

/** The leading figures of the year, and under them the year's tasks, what is missing and what came in last. */
export function HomePage({ state }: { state: ProgramState }): ReactElement {
  const { year, scope } = useScope();
  const navigate = useNavigate();
  const values = useQuery("metrics", "values", { scope, names: [...board] });
  // All figures take longer than the leading ones; the tiles do not wait for them.
  const all = useQuery("metrics", "values", { scope });
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
      <Trouble error={values.error} />
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
        <>
          <div className="tiles">
            {values.data.map((row) => (
              <Tile key={row.now.metric} row={row} onOpen={() => void navigate(`/metrics/${row.now.metric}`)} />
            ))}
          </div>
          <div className="home-cards">
            <ProgressCard rows={all.data ?? values.data} scope={scope} />
            <GapsCard rows={all.data ?? values.data} />
            <ImportsCard />
          </div>
        </>
      )}
    </Page>
  );
}
