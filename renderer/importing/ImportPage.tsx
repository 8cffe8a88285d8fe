import { Button } from "antd";
import { type DragEvent, type ReactElement, useRef, useState } from "react";
import type { ImportReport } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { useScope } from "../api/scope.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { BatchList } from "./BatchList.tsx";
import { FileReport } from "./FileReport.tsx";
import "./import.css";

/** Choose files or a folder, look at what was understood, apply, and take back. */
export function ImportPage(): ReactElement {
  const { year } = useScope();
  const [reports, setReports] = useState<ImportReport[]>([]);
  const [progress, setProgress] = useState<string | null>(null);
  const [error, setError] = useState<ProblemError | null>(null);

  const take = async (files: readonly File[]): Promise<void> => {
    const workbooks = files.filter(({ name }) => /\.(xlsx|xlsm|xls|et|csv|txt)$/i.test(name) && !name.startsWith("~$"));
    setError(null);
    const done: ImportReport[] = [];
    try {
      for (const [at, file] of workbooks.entries()) {
        setProgress(`正在读 ${file.name}（${at + 1} / ${workbooks.length}）`);
        const { ticket } = await bridge.upload(file);
        done.push(...(await ask("importing", "stage", { tickets: [ticket], year })));
        setReports([...done]);
      }
      if (workbooks.length === 0) setReports([]);
    } catch (caught) {
      setError(caught instanceof ProblemError ? caught : null);
    } finally {
      setProgress(null);
    }
  };
  const replace = (next: ImportReport): void =>
    setReports((all) => all.map((report) => (report.fileHash === next.fileHash ? next : report)));

  return (
    <Page
      title="导入"
      aside={<span className="quiet">看不懂的单元格留空并列出，原文件随批保存，导入后随时可撤销</span>}
      actions={
        reports.length === 0 ? null : (
          <Button onClick={() => setReports([])} disabled={progress !== null}>
            返回批次列表
          </Button>
        )
      }
    >
      <Trouble error={error} />
      <DropZone onFiles={(files) => void take(files)} compact={reports.length > 0} />
      {progress === null ? null : <output className="notice progress">{progress}</output>}
      {reports.map((report) => (
        <FileReport key={report.fileHash} report={report} onChange={replace} />
      ))}
      {reports.length > 0 || progress !== null ? null : <BatchList />}
    </Page>
  );
}

/** Files come by button, by folder or dropped on it. */
function DropZone({ onFiles, compact }: { onFiles: (files: File[]) => void; compact: boolean }): ReactElement {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={`drop-zone${over ? " over" : ""}${compact ? " compact" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={files}
        type="file"
        multiple
        accept=".xlsx,.xlsm,.xls,.et,.csv,.txt"
        hidden
        aria-label="工作簿"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="文件夹"
        // The attribute is not in React's types but in every Chromium.
        {...{ webkitdirectory: "" }}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <p>把企业、街道报来的工作簿拖到这里，一个或几十个都行</p>
      <Button type="primary" onClick={() => files.current?.click()}>
        选择文件
      </Button>
      <Button onClick={() => folder.current?.click()}>选择文件夹</Button>
    </div>
  );
}
