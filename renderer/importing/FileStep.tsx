import { App, Button, Progress, Tabs } from "antd";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useQuery } from "../api/useQuery.ts";
import { useScope } from "../api/scope.tsx";
import { TemplateDrawer } from "../templates/TemplateDrawer.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { BatchList } from "./BatchList.tsx";
import { DropZone } from "./DropZone.tsx";
import { Elapsed } from "./Elapsed.tsx";
import { FileList } from "./FileList.tsx";
import { useImports } from "./importStore.ts";
import { applyFiles, closeFiles, dropUnread, followBatches, listStaged } from "./importWork.ts";
import { refreshBatches, stop } from "./oneByOne.ts";
import { readOn, takeFiles } from "./readFiles.ts";
import { RecipeDrawer } from "./RecipeDrawer.tsx";
import { Steps } from "./Steps.tsx";
import { firstStep, readyFiles, unlisted } from "./taken.ts";
import { waitingLines } from "./waitingLines.ts";
import { useKeptFocus } from "./useKeptFocus.ts";
import { WaitingList } from "./WaitingList.tsx";

/** 文件: one or sixty, with where each stands; below, what was imported before and what waits. */
export function FileStep(): ReactElement {
  const { year } = useScope();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [recipes, setRecipes] = useState(false);
  const [template, setTemplate] = useState(false);
  const { files, progress, error, leftOut } = useImports();
  const batches = useQuery("importing", "batches", {});
  /** Undefined while a younger list is on its way. */
  const now = batches.isFetching || progress !== null ? undefined : batches.data;
  const waiting = useQuery("importing", "waiting", {});
  const ready = readyFiles(files);
  const unread = files.filter(({ state }) => state === "waiting").length;

  useKeptFocus(files);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    // Another window may have read or confirmed meanwhile.
    refreshBatches();
    addEventListener("focus", refreshBatches);
    return () => {
      here.current = false;
      removeEventListener("focus", refreshBatches);
    };
  }, []);
  useEffect(() => {
    if (now !== undefined) followBatches(now);
  }, [now]);
  const older = now === undefined ? [] : unlisted(files, now);

  const take = async (chosen: readonly File[]): Promise<void> => {
    const only = await takeFiles(chosen, year);
    // A single file needs no list: straight to the first step that has a question, unless the person has gone elsewhere.
    if (here.current && only?.state === "staged" && only.report !== null)
      await navigate(`/import/${only.report.batch}/${firstStep(only.report)}`);
  };
  const applyAll = async (): Promise<void> => {
    const done = await applyFiles(ready.files);
    const left = done.reduce((sum, { counts }) => sum + counts.twins + counts.invalid, 0);
    const words = left === 0 ? "随时可以撤销" : `另有 ${left} 行没有导入，留在“待处理数据”里`;
    if (done.length > 0) void message.success(`已导入 ${done.length} 个文件，${words}`);
  };
  return (
    <Page
      title="导入"
      actions={
        <>
          {ready.files.length > 1 ? (
            <Button type="primary" disabled={progress !== null} onClick={() => void applyAll()}>
              全部确认导入（{ready.files.length} 个文件，{ready.writes} 条）
            </Button>
          ) : null}
          <Button onClick={() => setTemplate(true)}>下载填报表样</Button>
          <Button onClick={() => setRecipes(true)}>表样方案</Button>
          <Steps now="file" may={[]} onGo={() => undefined} />
        </>
      }
    >
      <Trouble error={error} />
      <DropZone
        compact={files.length > 0}
        onFiles={(chosen) => {
          if (chosen.length > 0) void take(chosen);
        }}
      />
      {leftOut.length === 0 ? null : <p className="quiet drop-words">{leftOut.join("；")}</p>}
      {progress === null ? null : (
        <output className="notice progress">
          <span>
            {progress.stopping === true ? "正在停止" : progress.words}（{progress.done + 1} / {progress.total}）
            <Elapsed key={progress.done} />
          </span>
          <Progress
            percent={Math.round((100 * progress.done) / progress.total)}
            size="small"
            showInfo={false}
            aria-label="进度"
          />
          <Button size="small" disabled={progress.stopping === true} onClick={stop}>
            停止
          </Button>
        </output>
      )}
      {progress === null && unread > 0 ? (
        <div className="notice progress">
          <span>还有 {unread} 个文件没有读</span>
          <span className="batch-actions">
            <Button size="small" onClick={dropUnread}>
              不读了
            </Button>
            <Button size="small" type="primary" onClick={() => void readOn(year)}>
              继续读
            </Button>
          </span>
        </div>
      ) : null}
      {older.length > 1 ? (
        <div className="notice progress">
          <span>有 {older.length} 个文件以前读好了，还没有确认</span>
          <Button size="small" onClick={() => void listStaged(older.map(({ id }) => id).toReversed())}>
            列入清单一起办理
          </Button>
        </div>
      ) : null}
      {files.length === 0 ? null : <FileList files={files} busy={progress !== null} year={year} onClose={closeFiles} />}
      <Tabs
        size="small"
        className="import-tabs"
        activeKey={search.get("show") ?? "batches"}
        onChange={(show) => setSearch(show === "batches" ? {} : { show }, { replace: true })}
        items={[
          { key: "batches", label: "批次", children: <BatchList /> },
          { key: "waiting", label: `待处理数据 ${waitingLines(waiting.data ?? []).length}`, children: <WaitingList /> },
        ]}
      />
      {template ? <TemplateDrawer ledger="organisations" onClose={() => setTemplate(false)} /> : null}
      {recipes ? <RecipeDrawer onClose={() => setRecipes(false)} /> : null}
    </Page>
  );
}
